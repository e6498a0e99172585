import { useState } from 'react';
import { graphql } from '../../gql/region/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, DateField, Dialog, StaleVersions, TextField, toast } from '../../ui/index.js';
import { useRegistersTexts } from './texts.js';

const updateMutation = graphql(`
  mutation UpdateRegionEntry($input: UpdateRegionEntryInput!) {
    updateRegionEntry(input: $input) {
      entry {
        id
        version
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['name', 'description', 'source', 'until'] as const;

/** An entry as it was read. */
export interface ReadEntry {
  id: string;
  version: number;
  name: string;
  description: string | null;
  until: string | null;
}

/**
 * Changes or ends an entry. Where somebody changed it meanwhile, both versions are shown: one goes on with one's own or takes what is there.
 * @param onChanged reads the registers again; gives the entry as it is now
 */
export function ChangeForm({
  entry,
  onClose,
  onChanged,
}: {
  entry: ReadEntry;
  onClose(): void;
  onChanged(): Promise<ReadEntry | undefined>;
}) {
  const t = useRegistersTexts();
  const format = useFormat();
  const act = useAct(updateMutation, fields);
  const [form, setForm] = useState({ name: entry.name, description: entry.description ?? '', source: '', until: entry.until });
  const [newer, setNewer] = useState<ReadEntry | null>(null);
  const send = async (version: number) => {
    const { name, description, source, until } = form;
    const end = await act.act({ input: { id: entry.id, version, name, description, source, ...(until ? { until } : {}) } });
    if (end.done) {
      toast(t('changed'));
      await onChanged();
      onClose();
    } else if (end.problems.some(({ code }) => code === 'STALE')) {
      setNewer((await onChanged()) ?? null);
    }
  };
  const day = (value: string | null) => (value ? format.day(value) : '–');
  if (newer) {
    const lines = [
      { name: t('name'), now: newer.name, mine: form.name, differs: newer.name !== form.name },
      {
        name: t('description'),
        now: newer.description ?? '–',
        mine: form.description || '–',
        differs: (newer.description ?? '') !== form.description,
      },
      { name: t('until'), now: day(newer.until), mine: day(form.until), differs: newer.until !== form.until },
    ];
    return (
      <StaleVersions
        open
        lines={lines}
        onClose={onClose}
        onTake={onClose}
        onKeep={() => {
          setNewer(null);
          void send(newer.version);
        }}
      />
    );
  }
  return (
    <Dialog
      title={t('changeTitle')}
      open
      onClose={onClose}
      onSubmit={() => void send(entry.version)}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={act.busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <ActNotice act={act} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        problem={act.problem('name')}
        required
        autoFocus
      />
      <TextField
        label={t('description')}
        value={form.description}
        onChange={(description) => setForm({ ...form, description })}
        problem={act.problem('description')}
        long
      />
      <TextField
        label={t('source')}
        hint={t('changeSourceHint')}
        value={form.source}
        onChange={(source) => setForm({ ...form, source })}
        problem={act.problem('source')}
        required
      />
      <DateField
        label={t('until')}
        hint={t('untilHint')}
        value={form.until}
        onChange={(until) => setForm({ ...form, until })}
        problem={act.problem('until')}
      />
    </Dialog>
  );
}
