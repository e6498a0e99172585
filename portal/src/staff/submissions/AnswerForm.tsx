import { useState } from 'react';
import type { DocumentType } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { DateField, TextField, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { today } from '../spoken.js';
import { AnswerSubmission, type SubmissionFields } from './submissions.queries.js';
import { useSubmissionTexts } from './texts.js';

const fields = ['on', 'answer'];

/** Answers a submission; whoever it is about cannot, and the graph says so. */
export function AnswerForm({ submission, ...form }: ActFormProps & { submission: DocumentType<typeof SubmissionFields> }) {
  const t = useSubmissionTexts();
  const need = useRequired();
  const [on, setOn] = useState<string | null>(today());
  const [answer, setAnswer] = useState('');
  const answering = useAct(AnswerSubmission, fields);
  const { id, version, number, text } = submission;
  return (
    <ActDialog
      {...form}
      title={t('answerTitle', { number })}
      submit={t('answer')}
      act={answering}
      send={async () =>
        need.check(on, answer) && on ? answering.act({ input: { submissionId: id, version, on, answer: answer.trim() } }) : null
      }
      told={t('answered')}
      leaves
    >
      <blockquote className={styles.quote}>{text}</blockquote>
      <p className={styles.fine}>{t('answerLead')}</p>
      <DateField
        label={t('answerOn')}
        value={on}
        onChange={setOn}
        required
        latest={today()}
        problem={need.problem(on, answering.problem('on'))}
      />
      <TextField
        label={t('answerText')}
        value={answer}
        onChange={setAnswer}
        long
        required
        maxLength={20_000}
        problem={need.problem(answer, answering.problem('answer'))}
      />
    </ActDialog>
  );
}
