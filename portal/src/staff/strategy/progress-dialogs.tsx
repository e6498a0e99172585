import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, Notice, TextField, toast } from '../../ui/index.js';
import { useStrategyTexts } from './texts.js';

const submitMutation = graphql(`
  mutation SubmitProgressReport($input: SubmitProgressReportInput!) {
    submitProgressReport(input: $input) {
      progressReport {
        state
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

const approveMutation = graphql(`
  mutation ApproveProgressReport($input: ApproveProgressReportInput!) {
    approveProgressReport(input: $input) {
      progressReport {
        state
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

interface Common {
  id: string;
  year: number;
  onClose(): void;
  onDone(): void;
}

const submitFields = ['summary', 'newProblems', 'updateGrounds', 'proposals'] as const;

/** Submits the progress report of a year to the council, with the assessment in words. */
export function SubmitDialog({
  id,
  year,
  version,
  summary: before,
  onClose,
  onDone,
}: Common & { version: number | null; summary: string }) {
  const t = useStrategyTexts();
  const submit = useAct(submitMutation, submitFields);
  const [texts, setTexts] = useState({ summary: before, newProblems: '', updateGrounds: '', proposals: '' });
  const send = async () => {
    const said = Object.fromEntries(Object.entries(texts).filter(([name, text]) => name === 'summary' || text.trim())) as typeof texts;
    const ending = await submit.act({ input: { strategyId: id, year, ...said, ...(version === null ? {} : { version }) } });
    if (!ending.done) return;
    toast(t('submitted'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('submitTitle', { year })}
      open
      wide
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={submit.busy}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <p>{t('submitLead')}</p>
      {submitFields.map((name) => (
        <TextField
          key={name}
          label={t(name)}
          long
          required={name === 'summary'}
          value={texts[name]}
          onChange={(text) => setTexts((now) => ({ ...now, [name]: text }))}
          problem={submit.problem(name)}
        />
      ))}
      {submit.stale ? <Stale onAgain={onDone} /> : null}
      <ActNotice act={submit} />
    </Dialog>
  );
}

const approveFields = ['decision'] as const;

/** Records the decision by which the council approved the progress report. */
export function ApproveDialog({ id, year, version, onClose, onDone }: Common & { version: number }) {
  const t = useStrategyTexts();
  const approve = useAct(approveMutation, approveFields);
  const [decision, setDecision] = useState('');
  const send = async () => {
    const ending = await approve.act({ input: { strategyId: id, year, version, decision } });
    if (!ending.done) return;
    toast(t('approved'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('approveTitle', { year })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={approve.busy}>
            {t('approve')}
          </Button>
        </>
      }
    >
      <p>{t('approveLead')}</p>
      <TextField
        label={t('decision')}
        hint={t('decisionHint')}
        required
        value={decision}
        onChange={setDecision}
        problem={approve.problem('decision')}
      />
      {approve.stale ? <Stale onAgain={onDone} /> : null}
      <ActNotice act={approve} />
    </Dialog>
  );
}

function Stale({ onAgain }: { onAgain(): void }) {
  const t = useStrategyTexts();
  return (
    <Notice tone="warn" action={<Button onPress={onAgain}>{t('loadAnew')}</Button>}>
      {t('staleReport')}
    </Notice>
  );
}
