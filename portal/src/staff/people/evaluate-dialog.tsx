import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Radios, TextField, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { dayAfter } from './today.js';

const evaluateMutation = graphql(`
  mutation EvaluateEmployee($input: EvaluateEmployeeInput!) {
    evaluateEmployee(input: $input) {
      evaluation {
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

const fields = ['from', 'until', 'grade', 'summary'] as const;
const grades = ['EXCELLENT', 'GOOD', 'SATISFACTORY', 'UNSATISFACTORY'] as const;

/** Enters how an employee did in a period; another person confirms it. */
export function EvaluateDialog({
  employee,
  onClose,
  onDone,
}: {
  employee: { id: string; name?: string | null };
  onClose(): void;
  onDone(): void;
}) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const evaluate = useAct(evaluateMutation, fields);
  const required = useRequired();
  const [from, setFrom] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [grade, setGrade] = useState<(typeof grades)[number] | null>(null);
  const [summary, setSummary] = useState('');
  const send = async () => {
    if (evaluate.busy || !required.check(from, last, grade, summary) || !from || !last || !grade) return;
    const ending = await evaluate.act({ input: { employeeId: employee.id, from, until: dayAfter(last), grade, summary } });
    if (!ending.done) return;
    toast(t('evaluated'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('evaluateOf', { name: employee.name ?? '' })}
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
      <div className={styles.pair}>
        <DateField
          label={t('periodFrom')}
          value={from}
          onChange={setFrom}
          required
          problem={required.problem(from, evaluate.problem('from'))}
        />
        <DateField
          label={t('periodLast')}
          value={last}
          onChange={setLast}
          required
          problem={required.problem(last, evaluate.problem('until'))}
        />
      </div>
      <Radios<(typeof grades)[number]>
        label={t('grade')}
        required
        choices={grades.map((id) => ({ id, label: t(`grade.${id}`) }))}
        value={grade}
        onChange={setGrade}
        problem={required.problem(grade, evaluate.problem('grade'))}
      />
      <TextField
        label={t('summary')}
        hint={t('summaryHint')}
        long
        value={summary}
        onChange={setSummary}
        maxLength={10_000}
        required
        problem={required.problem(summary, evaluate.problem('summary'))}
      />
      <ActNotice act={evaluate} />
    </Dialog>
  );
}
