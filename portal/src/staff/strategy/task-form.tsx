import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Row, Select, StaleVersions, TextField, toast } from '../../ui/index.js';
import styles from './strategy.module.css';
import type { Task } from './strategy-query.js';
import { useStrategyTexts } from './texts.js';

const updateMutation = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        ...StrategyTask
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

const fields = ['state', 'fromYear', 'untilYear', 'responsible', 'evidence'] as const;
const entered = ['PLANNED', 'UNDERWAY', 'DONE', 'DROPPED'] as const;
type Entered = (typeof entered)[number];

/** Changes a task on evidence; what is left as it is is not sent. Somebody else's change in between is shown beside one's own. */
export function TaskForm({ task, onDone, onAgain }: { task: Task; onDone(): void; onAgain(): Promise<Task | null> }) {
  const t = useStrategyTexts();
  const update = useAct(updateMutation, fields);
  const [state, setState] = useState<Entered | 'KEEP'>('KEEP');
  const [fromYear, setFromYear] = useState(String(task.fromYear));
  const [untilYear, setUntilYear] = useState(String(task.untilYear));
  const [responsible, setResponsible] = useState(task.responsible);
  const [evidence, setEvidence] = useState('');
  const [before, setBefore] = useState(task);
  const [now, setNow] = useState<Task | null>(null);

  /** Sends what differs from `seen`: the task as the form knows it, under its version. */
  const send = async (seen: Task) => {
    const ending = await update.act({
      input: {
        taskId: task.id,
        version: seen.version,
        evidence,
        ...(state === 'KEEP' ? {} : { state }),
        ...(Number(fromYear) === seen.fromYear ? {} : { fromYear: Number(fromYear) }),
        ...(Number(untilYear) === seen.untilYear ? {} : { untilYear: Number(untilYear) }),
        ...(responsible === seen.responsible ? {} : { responsible }),
      },
    });
    if (ending.done) {
      toast(t('saved', { code: task.code }));
      onDone();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) setNow(await onAgain());
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(before);
  };
  const take = (taken: Task) => {
    setBefore(taken);
    setState('KEEP');
    setFromYear(String(taken.fromYear));
    setUntilYear(String(taken.untilYear));
    setResponsible(taken.responsible);
    setNow(null);
    update.reset();
  };
  const years = Array.from({ length: 26 }, (_, index) => String(before.fromYear - 5 + index));
  const choices = [...new Set([...years, fromYear, untilYear])].sort().map((year) => ({ id: year, label: year }));
  const stateName = (one: Entered | 'KEEP' | Task['state']) => (one === 'KEEP' ? t('keepState') : t(`state.${one}`));

  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <h3>{t('update')}</h3>
      <p>{t('updateLead')}</p>
      <div className={styles.pair}>
        <Select<Entered | 'KEEP'>
          label={t('state')}
          choices={(['KEEP', ...entered] as const).map((id) => ({ id, label: stateName(id) }))}
          value={state}
          onChange={setState}
          problem={update.problem('state')}
        />
        <Select label={t('fromYear')} choices={choices} value={fromYear} onChange={setFromYear} problem={update.problem('fromYear')} />
        <Select label={t('untilYear')} choices={choices} value={untilYear} onChange={setUntilYear} problem={update.problem('untilYear')} />
      </div>
      <TextField label={t('responsible')} value={responsible} onChange={setResponsible} problem={update.problem('responsible')} />
      <TextField
        label={t('evidence')}
        hint={t('evidenceHint')}
        value={evidence}
        onChange={setEvidence}
        problem={update.problem('evidence')}
        required
        long
      />
      <ActNotice act={update} />
      <Row>
        <Button look="primary" type="submit" isDisabled={update.busy}>
          {t('save')}
        </Button>
        <Button onPress={onDone}>{t('cancel')}</Button>
      </Row>
      <StaleVersions
        open={now !== null}
        lines={
          now
            ? [
                { name: t('state'), now: stateName(now.state), mine: stateName(state), differs: state !== 'KEEP' && state !== now.state },
                {
                  name: t('term'),
                  now: `${now.fromYear}–${now.untilYear}`,
                  mine: `${fromYear}–${untilYear}`,
                  differs: String(now.fromYear) !== fromYear || String(now.untilYear) !== untilYear,
                },
                { name: t('responsible'), now: now.responsible, mine: responsible, differs: now.responsible !== responsible },
              ]
            : []
        }
        onClose={() => setNow(null)}
        onTake={() => now && take(now)}
        onKeep={() => {
          if (!now) return;
          // One's own against what holds now: the dialog has shown both, so what differs is meant.
          setBefore(now);
          setNow(null);
          void send(now);
        }}
      />
    </form>
  );
}
