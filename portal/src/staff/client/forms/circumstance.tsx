import { useState } from 'react';
import type { CircumstanceKind } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { ComboBox, DateField, TextField, toast, useRequired } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { useClientWords } from '../words.js';
import { Form, type FormProps } from './form.js';

const circumstanceMutation = graphql(`
  mutation RecordCircumstance($input: RecordCircumstanceInput!) {
    recordCircumstance(input: $input) {
      person {
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

const fields = ['kind', 'from', 'until', 'evidence'] as const;
const kinds: readonly CircumstanceKind[] = [
  'DISABILITY_GROUP_1',
  'DISABILITY_GROUP_2',
  'DISABILITY_GROUP_3',
  'DISABILITY_CHILD',
  'PENSIONER',
  'UNEMPLOYED',
  'EMPLOYED',
  'STUDENT',
  'PREGNANT',
  'HOMELESS',
  'UKRAINIAN_CIVILIAN',
  'POLITICALLY_REPRESSED',
  'CARE_LEAVER',
  'FORMER_PRISONER',
];

/** What the client is for a time, with its evidence. */
export function CircumstanceForm({ personId, onClose, onDone }: FormProps) {
  const t = useActTexts();
  const words = useClientWords();
  const act = useAct(circumstanceMutation, fields);
  const need = useRequired();
  const [kind, setKind] = useState<CircumstanceKind | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [evidence, setEvidence] = useState('');
  const send = async () => {
    if (!need.check(kind, from, evidence) || !kind || !from) return;
    const end = await act.act({ input: { personId, kind, from, until, evidence } });
    if (!end.done) return;
    toast(t('recorded'));
    onDone();
    onClose();
  };
  return (
    <Form title={t('circumstance')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <ComboBox
        label={t('what')}
        required
        choices={kinds.map((one) => ({ id: one, label: words(`circumstance.${one}`) }))}
        value={kind}
        onChange={setKind}
        problem={need.problem(kind, act.problem('kind'))}
      />
      <div className={styles.fields}>
        <DateField label={t('from')} required value={from} onChange={setFrom} problem={need.problem(from, act.problem('from'))} />
        <DateField label={t('until')} value={until} onChange={setUntil} hint={t('open')} problem={act.problem('until')} />
      </div>
      <TextField
        label={t('evidence')}
        required
        value={evidence}
        onChange={setEvidence}
        hint={t('evidenceHint')}
        problem={need.problem(evidence, act.problem('evidence'))}
      />
    </Form>
  );
}
