import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Select, TextField, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';

const recordMutation = graphql(`
  mutation RecordQualification($input: RecordQualificationInput!) {
    recordQualification(input: $input) {
      employee {
        id
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

const fields = ['kind', 'title', 'issuedBy', 'number', 'obtainedOn', 'validUntil'] as const;
const kinds = ['DIPLOMA', 'PROFESSIONAL_CERTIFICATE', 'LICENCE', 'FIRST_AID', 'HEALTH_CHECK', 'LANGUAGE', 'OTHER'] as const;

/** Records what an employee is qualified by: who issued it, since when, and until when it holds. */
export function QualificationDialog({ employeeId, onClose, onDone }: { employeeId: string; onClose(): void; onDone(): void }) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const record = useAct(recordMutation, fields);
  const required = useRequired();
  const [kind, setKind] = useState<(typeof kinds)[number]>('DIPLOMA');
  const [title, setTitle] = useState('');
  const [issuedBy, setIssuedBy] = useState('');
  const [number, setNumber] = useState('');
  const [obtainedOn, setObtainedOn] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const send = async () => {
    if (record.busy || !required.check(title, issuedBy, obtainedOn) || !obtainedOn) return;
    const ending = await record.act({
      input: { employeeId, kind, title, issuedBy, obtainedOn, ...(number.trim() ? { number } : {}), ...(validUntil ? { validUntil } : {}) },
    });
    if (!ending.done) return;
    toast(t('qualificationRecorded'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('recordQualification')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button look="primary" type="submit">
            {words('save')}
          </Button>
        </>
      }
    >
      <Select<(typeof kinds)[number]>
        label={t('qualificationKind')}
        choices={kinds.map((id) => ({ id, label: words(`qualification.${id}`) }))}
        value={kind}
        onChange={setKind}
        problem={record.problem('kind')}
      />
      <TextField
        label={t('qualificationTitle')}
        value={title}
        onChange={setTitle}
        required
        problem={required.problem(title, record.problem('title'))}
      />
      <div className={styles.pair}>
        <TextField
          label={t('issuedBy')}
          value={issuedBy}
          onChange={setIssuedBy}
          required
          problem={required.problem(issuedBy, record.problem('issuedBy'))}
        />
        <TextField label={t('number')} value={number} onChange={setNumber} problem={record.problem('number')} />
        <DateField
          label={t('obtainedOn')}
          value={obtainedOn}
          onChange={setObtainedOn}
          latest={today()}
          required
          problem={required.problem(obtainedOn, record.problem('obtainedOn'))}
        />
        <DateField
          label={t('validUntil')}
          hint={t('validUntilHint')}
          value={validUntil}
          onChange={setValidUntil}
          problem={record.problem('validUntil')}
        />
      </div>
      <ActNotice act={record} />
    </Dialog>
  );
}
