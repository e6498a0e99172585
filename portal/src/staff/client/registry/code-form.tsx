import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { DateField, TextField, toast, useRequired } from '../../../ui/index.js';
import styles from '../client.module.css';
import { Form, type FormProps } from '../forms/form.js';
import { Known, type KnownPerson } from './known.js';
import { useRegistryTexts } from './texts.js';

const changeMutation = graphql(`
  mutation ChangePersonalCode($input: ChangePersonalCodeInput!) {
    changePersonalCode(input: $input) {
      person {
        id
        reference
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

const fields = ['personalCode', 'birthDate', 'since', 'evidence'] as const;

/** A new personal code; the one before ends on the day it begins. */
export function CodeForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useRegistryTexts();
  const act = useAct(changeMutation, fields);
  const need = useRequired();
  const [code, setCode] = useState('');
  const [since, setSince] = useState<string | null>(today);
  const [evidence, setEvidence] = useState('');
  const [known, setKnown] = useState<KnownPerson | null>(null);
  const send = async () => {
    setKnown(null);
    if (!need.check(code, since, evidence) || !since) return;
    const end = await act.act({ input: { personId, personalCode: code.trim(), since, evidence } });
    if (end.done) {
      toast(t('codeChanged'));
      onDone();
      onClose();
    } else setKnown(end.data?.changePersonalCode?.person ?? null);
  };
  return (
    <Form title={t('changeCodeTitle')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <p className={styles.note}>{t('changeCodeLead')}</p>
      <Known person={known} />
      <div className={styles.fields}>
        <TextField
          label={t('newCode')}
          required
          value={code}
          onChange={setCode}
          hint={t('codeHint')}
          problem={need.problem(code, act.problem('personalCode') ?? act.problem('birthDate'))}
        />
        <DateField label={t('codeSince')} required value={since} onChange={setSince} problem={need.problem(since, act.problem('since'))} />
      </div>
      <TextField
        label={t('basis')}
        required
        value={evidence}
        onChange={setEvidence}
        hint={t('codeBasis')}
        problem={need.problem(evidence, act.problem('evidence'))}
      />
    </Form>
  );
}
