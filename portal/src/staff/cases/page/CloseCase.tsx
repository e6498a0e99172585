import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, Notice, Radios, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import { useCaseTexts } from '../texts.js';
import { CloseCase } from './case.mutations.js';
import type { ShownCase } from './use-case.js';

const fields = ['closedOn'];
const outcomes = ['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED'] as const;
type Outcome = (typeof outcomes)[number];

/** Closes a case: what came of every goal, once. */
export function CloseCaseButton({
  socialCase: { id, version, number, goals },
  onDone,
}: {
  socialCase: ShownCase;
  onDone(): Promise<unknown>;
}) {
  const t = useCaseTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const [found, setFound] = useState<Readonly<Record<string, Outcome>>>({});
  const [incomplete, setIncomplete] = useState(false);
  const closing = useAct(CloseCase, fields);
  if (!may('case.close').allowed) return null;
  const close = () => {
    setOpen(false);
    setIncomplete(false);
    closing.reset();
  };
  const send = async () => {
    if (closing.busy || !on) return;
    const missing = goals.some((goal) => !found[goal.id]);
    setIncomplete(missing);
    if (missing) return;
    const ending = await closing.act({
      input: {
        caseId: id,
        version,
        closedOn: on,
        outcomes: goals.map((goal) => ({ goalId: goal.id, outcome: found[goal.id] as Outcome })),
      },
    });
    if (ending.done) {
      close();
      toast(t('closed'));
      await onDone();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('close')}
      </Button>
      <Dialog
        title={t('closeTitle', { number })}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!on}>
              {t('close')}
            </Button>
          </>
        }
      >
        <p>{t('closeLead')}</p>
        {goals.map((goal) => (
          <Radios<Outcome>
            key={goal.id}
            label={goal.text}
            required
            choices={outcomes.map((outcome) => ({ id: outcome, label: t(`outcome.${outcome}`) }))}
            value={found[goal.id] ?? null}
            onChange={(outcome) => setFound({ ...found, [goal.id]: outcome })}
          />
        ))}
        <DateField label={t('closeOn')} value={on} onChange={setOn} required latest={today()} problem={closing.problem('closedOn')} />
        {incomplete ? <Notice tone="bad">{t('chooseAll')}</Notice> : null}
        {closing.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={closing} />
      </Dialog>
    </>
  );
}
