import { Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { Button, ComboBox, DateField, NumberField, Row, TextField, useRequired } from '../../../ui/index.js';
import { ActDialog, type ActFormProps } from '../../act-dialog.js';
import styles from '../../cases/cases.module.css';
import { useColleagues } from '../../cases/colleagues.js';
import { today } from '../../spoken.js';
import type { Granted } from './Granted.js';
import { MakeCarePlan } from './granted.queries.js';
import { draftOfPlan, emptyTask, missingIn, type TaskDraft, type TaskField, taskInput } from './plan-draft.js';
import { useGrantedTexts } from './texts.js';

const taskFields: readonly TaskField[] = ['text', 'timesAWeek', 'minutes', 'employeeId', 'byWhom', 'from', 'until'];

/** A care plan: its goal and what is done, how often, how long and by whom. It begins with the tasks of the plan that counts. */
export function CarePlanForm({ request, ...form }: ActFormProps & { request: Granted }) {
  const t = useGrantedTexts();
  const format = useFormat();
  const need = useRequired();
  const { carePlan } = request;
  const start = request.from && request.from > today() ? request.from : today();
  const [goal, setGoal] = useState(carePlan?.goal ?? '');
  const [tasks, setTasks] = useState<readonly TaskDraft[]>(() => draftOfPlan(carePlan?.tasks ?? [], start, today()));
  const colleagues = useColleagues(true);
  const fields = useMemo(() => ['goal', 'tasks', ...tasks.flatMap((_, at) => taskFields.map((field) => `tasks.${at}.${field}`))], [tasks]);
  const making = useAct(MakeCarePlan, fields);
  const send = async () => {
    const whole = need.check(goal) && tasks.every((task) => !missingIn(task).length);
    if (!whole) return null;
    return making.act({ input: { requestId: request.id, version: request.version, goal: goal.trim(), tasks: tasks.map(taskInput) } });
  };
  const change = (key: number, changed: Partial<TaskDraft>) =>
    setTasks(tasks.map((task) => (task.key === key ? { ...task, ...changed } : task)));
  return (
    <ActDialog
      {...form}
      wide
      title={t('planTitle')}
      submit={t('planSave')}
      act={making}
      ready={tasks.length > 0}
      send={send}
      told={t('planDone')}
      now={
        carePlan
          ? t('planNow', { goal: carePlan.goal, name: carePlan.madeBy.name ?? '–', day: format.dayShort(carePlan.madeOn) })
          : undefined
      }
    >
      {carePlan ? <p>{t('planReplaces')}</p> : null}
      <TextField
        label={t('planGoal')}
        hint={t('planGoalHint')}
        value={goal}
        onChange={setGoal}
        long
        required
        maxLength={2000}
        problem={need.problem(goal, making.problem('goal'))}
      />
      {tasks.map((task, at) => {
        const told = (field: TaskField) => making.problem(`tasks.${at}.${field}`);
        return (
          <fieldset key={task.key} className={styles.area}>
            <legend>{t('task', { at: at + 1 })}</legend>
            <div className={styles.task}>
              <TextField
                label={t('taskText')}
                value={task.text}
                onChange={(text) => change(task.key, { text })}
                required
                maxLength={500}
                problem={need.problem(task.text, told('text'))}
              />
              <NumberField
                label={t('taskTimes')}
                value={task.timesAWeek}
                onChange={(timesAWeek) => change(task.key, { timesAWeek })}
                required
                least={1}
                most={70}
                problem={need.problem(task.timesAWeek, told('timesAWeek'))}
              />
              <NumberField
                label={t('taskMinutes')}
                unit={t('minutes')}
                value={task.minutes}
                onChange={(minutes) => change(task.key, { minutes })}
                required
                least={1}
                most={1440}
                problem={need.problem(task.minutes, told('minutes'))}
              />
              <ComboBox
                key={colleagues.length ? 'there' : 'awaited'}
                label={t('taskEmployee')}
                choices={colleagues}
                value={task.employeeId}
                onChange={(employeeId) => change(task.key, { employeeId })}
                problem={told('employeeId')}
              />
              <TextField
                label={t('taskByWhom')}
                hint={t('taskByWhomHint')}
                value={task.byWhom}
                onChange={(byWhom) => change(task.key, { byWhom })}
                maxLength={200}
                problem={told('byWhom')}
              />
              <DateField
                label={t('taskFrom')}
                value={task.from}
                onChange={(from) => change(task.key, { from })}
                required
                problem={need.problem(task.from, told('from'))}
              />
              <DateField
                label={t('taskUntil')}
                value={task.until}
                onChange={(until) => change(task.key, { until })}
                problem={told('until')}
              />
            </div>
            {tasks.length > 1 ? (
              <Button
                small
                look="quiet"
                icon={<Trash2 size={15} aria-hidden="true" />}
                onPress={() => setTasks(tasks.filter(({ key }) => key !== task.key))}
              >
                {t('taskRemove', { at: at + 1 })}
              </Button>
            ) : null}
          </fieldset>
        );
      })}
      <Row>
        <Button
          icon={<Plus size={16} aria-hidden="true" />}
          onPress={() => setTasks([...tasks, emptyTask(Math.max(...tasks.map(({ key }) => key)) + 1, start)])}
        >
          {t('taskAdd')}
        </Button>
      </Row>
    </ActDialog>
  );
}
