import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, Dialog, Notice, Select, Stack, toast } from '../../../ui/index.js';
import { putFile, sha256 } from '../files.js';
import { useAttachTexts } from './attach-texts.js';

const Attach = graphql(`
  mutation AttachToApplication($applicationId: ID!, $input: AttachDocumentInput!) {
    attachToApplication(applicationId: $applicationId, input: $input) {
      document {
        id
      }
      uploadUrl
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const kinds = [
  'APPLICATION_FORM',
  'INCOME_STATEMENT',
  'BANK_STATEMENT',
  'RECEIPT',
  'RENT_CONTRACT',
  'IDENTITY',
  'DISABILITY_STATEMENT',
  'MEDICAL_STATEMENT',
  'COURT_DECISION',
  'POWER_OF_ATTORNEY',
  'CORRESPONDENCE',
  'OTHER',
] as const;
type Kind = (typeof kinds)[number];

/** Attaches a file: it is declared in the graph, then its bytes are brought to the address that the graph gave for them. */
export function AttachDocument({ applicationId, onAttached }: { applicationId: string; onAttached(): void }) {
  const t = useAttachTexts();
  const may = useMay();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<Kind>('INCOME_STATEMENT');
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable' | 'failed'>('idle');
  const attaching = useAct(Attach);
  if (!may('application.document.attach').allowed) return null;
  const close = () => {
    setFile(null);
    setState('idle');
    attaching.reset();
    if (input.current) input.current.value = '';
  };
  const send = async () => {
    if (!file || state === 'busy') return;
    setState('busy');
    let digest: string;
    try {
      digest = await sha256(file);
    } catch {
      // Taken away meanwhile, or too big for the browser: nothing is declared yet.
      return setState('unreadable');
    }
    try {
      const ending = await attaching.act({ applicationId, input: { kind, name: file.name, size: file.size, sha256: digest } });
      const address = ending.done ? ending.data.attachToApplication?.uploadUrl : null;
      if (!address) return setState('idle');
      await putFile(address, file);
    } catch {
      return setState('failed');
    }
    toast(t('attached'));
    close();
    onAttached();
  };
  return (
    <>
      <input ref={input} type="file" hidden data-attach="" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      <Button small icon={<Paperclip size={15} aria-hidden="true" />} onPress={() => input.current?.click()}>
        {t('attach')}
      </Button>
      <Dialog
        title={t('attachTitle')}
        open={file !== null}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit">
              {state === 'busy' ? t('sending') : t('attach')}
            </Button>
          </>
        }
      >
        <Stack>
          <p>{file?.name}</p>
          <Select<Kind> label={t('kind')} choices={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))} value={kind} onChange={setKind} />
          <ActNotice act={attaching} />
          {state === 'unreadable' ? <Notice tone="bad">{t('unreadable')}</Notice> : null}
          {state === 'failed' ? <Notice tone="bad">{t('failed')}</Notice> : null}
        </Stack>
      </Dialog>
    </>
  );
}
