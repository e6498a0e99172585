import { type CSSProperties, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { Badge, Checkbox, Empty, Row, Section, Stack } from '../../ui/index.js';
import styles from './strategy.module.css';
import { type Goal, type StrategyData, type Task, tasksOf } from './strategy-query.js';
import { TaskDialog } from './task-dialog.js';
import { useStrategyTexts } from './texts.js';
import { inOrder, yearsOf } from './timeline.js';
import { toneOf } from './tones.js';

const states = ['LATE', 'UNDERWAY', 'PLANNED', 'DONE', 'DROPPED'] as const;

/** The tasks of a strategy on its years, goal by goal. A task opens with all that is known of it. */
export function Plan({ strategy, onAgain }: { strategy: StrategyData; onAgain(): Promise<StrategyData | null> }) {
  const t = useStrategyTexts();
  const [search, setSearch] = useSearchParams();
  const [onlyLate, setOnlyLate] = useState(false);
  const all = strategy.goals.flatMap(tasksOf);
  const years = yearsOf(strategy, all);
  const openId = search.get('task');
  const opened = all.find(({ id }) => id === openId);
  const open = (id: string | null) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (id) next.set('task', id);
      else next.delete('task');
      return next;
    });
  const goals = strategy.goals.map((goal) => ({ goal, tasks: tasksOf(goal).filter(({ state }) => !onlyLate || state === 'LATE') }));
  return (
    <Stack>
      <div className={styles.summary}>
        <Row>
          <strong>{t('tasks', { count: all.length })}</strong>
          {states.map((state) => {
            const count = all.filter((one) => one.state === state).length;
            return count ? (
              <Badge key={state} tone={toneOf[state]}>
                {t(`states.${state}`, { count })}
              </Badge>
            ) : null;
          })}
        </Row>
        <div className="no-print">
          <Checkbox value={onlyLate} onChange={setOnlyLate}>
            {t('onlyLate')}
          </Checkbox>
        </div>
      </div>
      {onlyLate && goals.every(({ tasks }) => !tasks.length) ? <Empty title={t('noLate')}>{t('noLateLead')}</Empty> : null}
      {goals.map(({ goal, tasks }) =>
        tasks.length ? <GoalPlan key={goal.code} goal={goal} tasks={tasks} years={years} onOpen={open} /> : null,
      )}
      {opened ? (
        <TaskDialog
          key={opened.id}
          task={opened}
          goal={strategy.goals.find((goal) => tasksOf(goal).some(({ id }) => id === opened.id))}
          parent={all.find(({ id }) => id === opened.parent?.id)}
          onClose={() => open(null)}
          onAgain={async () => {
            const now = await onAgain();
            return now?.goals.flatMap(tasksOf).find(({ id }) => id === opened.id) ?? null;
          }}
        />
      ) : null}
    </Stack>
  );
}

function GoalPlan({
  goal,
  tasks,
  years,
  onOpen,
}: {
  goal: Goal;
  tasks: readonly Task[];
  years: readonly number[];
  onOpen(id: string): void;
}) {
  const t = useStrategyTexts();
  const { language } = useFormat();
  return (
    <Section title={`${goal.code} · ${goal[language]}`} count={t('tasks', { count: tasks.length })} flush>
      <div className={styles.scroll}>
        <table className={styles.plan} aria-label={goal[language]}>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('task')}</th>
              {years.map((year) => (
                <th key={year} scope="col" className={styles.year}>
                  {year}
                </th>
              ))}
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(tasks).map(({ task, depth }) => (
              <tr key={task.id}>
                <td className={styles.code}>{task.code}</td>
                <th scope="row" style={{ '--level': depth } as CSSProperties}>
                  <button type="button" className={styles.open} onClick={() => onOpen(task.id)} aria-haspopup="dialog">
                    {task[language]}
                  </button>
                  <span className={styles.note}>{task.responsible}</span>
                </th>
                {years.map((year) => {
                  const within = task.fromYear <= year && year <= task.untilYear;
                  return (
                    <td key={year} className={styles.year}>
                      {within ? (
                        <span
                          className={styles.bar}
                          data-state={task.state}
                          data-first={task.fromYear === year || undefined}
                          data-last={task.untilYear === year || undefined}
                        >
                          <span className="unseen">{year}</span>
                        </span>
                      ) : null}
                    </td>
                  );
                })}
                <td className={styles.state}>
                  <Badge tone={toneOf[task.state]}>{t(`state.${task.state}`)}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
