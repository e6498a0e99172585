import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { RiskLevel, TargetGroup } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { ComboBox, DateField, Select, TextField, toast, useRequired } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { useClientWords } from '../words.js';
import { Form, type FormProps } from './form.js';

const managersQuery = graphql(`
  query CaseManagers {
    viewer {
      employee {
        id
      }
    }
    employees(first: 200) {
      nodes {
        id
        name
      }
    }
  }
`);

const openMutation = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) {
      socialCase {
        id
        number
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

const fields = ['targetGroup', 'risk', 'responsibleId', 'openedOn', 'text', 'dueOn'] as const;
const groups: readonly TargetGroup[] = [
  'FAMILY_WITH_CHILDREN',
  'ADULT',
  'PERSON_WITH_DISABILITY',
  'ELDERLY',
  'UNEMPLOYED',
  'ADDICTION',
  'FORMER_PRISONER',
  'CARE_LEAVER',
  'VIOLENCE',
  'HOMELESS',
  'UKRAINE_CIVILIAN',
];
const risks: readonly RiskLevel[] = ['NONE', 'AT_RISK', 'HIGH_RISK'];

/** Opens a social case with its first goal. */
export function CaseForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useActTexts();
  const words = useClientWords();
  const { data } = useQuery(managersQuery);
  const act = useAct(openMutation, fields);
  const need = useRequired();
  const [targetGroup, setTargetGroup] = useState<TargetGroup | null>(null);
  const [risk, setRisk] = useState<RiskLevel>('NONE');
  const [manager, setManager] = useState<string | null>(null);
  const [openedOn, setOpenedOn] = useState<string | null>(today);
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const employees = data?.employees?.nodes ?? [];
  const own = data?.viewer?.employee?.id ?? null;
  const responsibleId = manager ?? (employees.some(({ id }) => id === own) ? own : null);
  const send = async () => {
    if (!need.check(targetGroup, responsibleId, openedOn, text) || !targetGroup || !responsibleId || !openedOn) return;
    const input = { personId, targetGroup, risk, responsibleId, openedOn, goals: [{ text, activities: [], dueOn }] };
    const end = await act.act({ input });
    if (!end.done) return;
    toast(t('caseOpened', { number: end.data.openCase?.socialCase?.number ?? '' }));
    onDone();
    onClose();
  };
  return (
    <Form title={t('case')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <div className={styles.fields}>
        <Select
          label={t('group')}
          required
          choices={groups.map((one) => ({ id: one, label: words(`group.${one}`) }))}
          value={targetGroup}
          onChange={setTargetGroup}
          problem={need.problem(targetGroup, act.problem('targetGroup'))}
        />
        <Select
          label={t('risk')}
          required
          choices={risks.map((one) => ({ id: one, label: words(`risk.${one}`) }))}
          value={risk}
          onChange={setRisk}
          problem={act.problem('risk')}
        />
      </div>
      <div className={styles.fields}>
        <ComboBox
          label={t('manager')}
          required
          key={data ? 'there' : 'awaited'}
          choices={employees.map(({ id, name }) => ({ id, label: name ?? id }))}
          value={responsibleId}
          onChange={setManager}
          problem={need.problem(responsibleId, act.problem('responsibleId'))}
        />
        <DateField
          label={t('openedOn')}
          required
          value={openedOn}
          onChange={setOpenedOn}
          problem={need.problem(openedOn, act.problem('openedOn'))}
        />
      </div>
      <TextField
        label={t('goal')}
        required
        long
        value={text}
        onChange={setText}
        hint={t('goalHint')}
        problem={need.problem(text, act.problem('text'))}
      />
      <div className={styles.fields}>
        <DateField label={t('goalDue')} value={dueOn} onChange={setDueOn} problem={act.problem('dueOn')} />
      </div>
    </Form>
  );
}
