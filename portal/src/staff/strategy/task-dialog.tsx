import { useState } from 'react';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, Dialog, Facts, Link, Stack, Timeline } from '../../ui/index.js';
import styles from './strategy.module.css';
import type { Goal, Task } from './strategy-query.js';
import { TaskForm } from './task-form.js';
import { useStrategyTexts } from './texts.js';
import { toneOf } from './tones.js';

/** All that is known of a task, and its change by whoever may. */
export function TaskDialog(props: {
  task: Task;
  goal: Goal | undefined;
  parent: Task | undefined;
  onClose(): void;
  onAgain(): Promise<Task | null>;
}) {
  const { task, goal, parent, onClose, onAgain } = props;
  const t = useStrategyTexts();
  const format = useFormat();
  const { language } = format;
  const may = useMay();
  const [changing, setChanging] = useState(false);
  return (
    <Dialog
      title={`${task.code} · ${task[language]}`}
      open
      wide
      onClose={onClose}
      {...(changing
        ? {}
        : { foot: may('task.update').allowed ? <Button onPress={() => setChanging(true)}>{t('update')}</Button> : undefined })}
    >
      <Facts
        facts={[
          [
            t('state'),
            <Badge key="state" tone={toneOf[task.state]}>
              {t(`state.${task.state}`)}
            </Badge>,
          ],
          [
            t('term'),
            task.termPrinted ?? (task.fromYear === task.untilYear ? String(task.fromYear) : `${task.fromYear}–${task.untilYear}`),
          ],
          [t('responsible'), task.responsible],
          [t('funding'), task.funding.map((one) => t(`funding.${one}`)).join(', ') || null],
          [t('result'), language === 'lv' ? task.resultLv : task.resultEn],
          [t('goal'), goal ? goal[language] : null],
          [t('parent'), parent ? `${parent.code} · ${parent[language]}` : null],
          [
            t('indicators'),
            task.indicators.length ? (
              <Stack key="indicators" gap="s">
                {task.indicators.map((one) => (
                  <div key={one.id}>
                    {one[language]}{' '}
                    {one.measure ? (
                      <Link href={`/report/${task.untilYear}/${one.measure.table}/${one.measure.row}`}>{t('measuredShort')}</Link>
                    ) : (
                      <span className={styles.note}>{t('recorded')}</span>
                    )}
                  </div>
                ))}
              </Stack>
            ) : null,
          ],
        ]}
      />
      <h3>{t('changes')}</h3>
      {task.changes.length ? (
        <Timeline
          label={t('changes')}
          entries={task.changes.map((change, index) => ({
            id: `${change.on} ${index}`,
            when: format.dayShort(change.on),
            what: (
              <>
                {change.state ? <div>{t('changedState', { state: t(`state.${change.state}`) })}</div> : null}
                {change.fromYear || change.untilYear ? (
                  <div>{t('changedTerm', { from: change.fromYear ?? task.fromYear, until: change.untilYear ?? task.untilYear })}</div>
                ) : null}
                <div className={styles.note}>{change.evidence}</div>
              </>
            ),
          }))}
        />
      ) : (
        <p>{t('noChanges')}</p>
      )}
      {changing ? <TaskForm task={task} onDone={() => setChanging(false)} onAgain={onAgain} /> : null}
    </Dialog>
  );
}
