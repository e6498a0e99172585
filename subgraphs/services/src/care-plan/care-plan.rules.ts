import { addDays, periodsOverlap } from '@atbalsts/database';
import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** A task as it is planned. */
export interface PlannedTask {
  text: string;
  timesAWeek: number;
  minutes: number;
  employeeId?: string | null;
  byWhom?: string | null;
  from: string;
  until?: string | null;
}

/** The time for which the service is granted. */
export interface GrantedTime {
  from: string;
  until: string | null;
}

/** Minutes of a week. */
const week = 7 * 24 * 60;

/** Everything that is wrong with a plan: each task is somebody's, fits into a week, and lies within the time for which the service is granted. */
export function planProblems(plan: { goal: string; tasks: readonly PlannedTask[] }, granted: GrantedTime): Problem[] {
  const invalid = new Invalid().when(isBlank(plan.goal), 'goal', 'Uzrakstiet plāna mērķi.', 'Write what the plan is to reach.');
  plan.tasks.forEach((task, at) => {
    const field = `tasks.${at}`;
    const { from, until = null } = task;
    invalid
      .when(isBlank(task.text), `${field}.text`, 'Uzdevums ir tukšs.', 'The task is empty.')
      .when(
        task.timesAWeek < 1 || task.timesAWeek > 70,
        `${field}.timesAWeek`,
        'Reizes nedēļā ir no 1 līdz 70.',
        'Times a week are 1 to 70.',
      )
      .when(
        task.minutes < 1 || task.minutes > 1440 || task.minutes * task.timesAWeek > week,
        `${field}.minutes`,
        'Tik ilgi nedēļā nav iespējams.',
        'A week is not so long.',
      )
      .when(
        (task.employeeId == null) === isBlank(task.byWhom),
        `${field}.byWhom`,
        'Norādiet darbinieku vai kas cits to dara, vienu no abiem.',
        'Name an employee or who else does it, one of the two.',
      )
      .when(until !== null && until <= from, `${field}.until`, 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.')
      .when(
        from < granted.from || (granted.until !== null && (from >= granted.until || (until !== null && until > granted.until))),
        `${field}.from`,
        'Uzdevums ir ārpus laika, uz kuru pakalpojums piešķirts.',
        'The task lies outside the time for which the service is granted.',
      );
  });
  return invalid.found;
}

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The tasks that are done in the week of a day, how often all together, and how many minutes. A task counts whole in its first and last week. */
export function weekOf<T extends Pick<PlannedTask, 'timesAWeek' | 'minutes' | 'from' | 'until'>>(
  tasks: readonly T[],
  day: string,
): { monday: string; tasks: T[]; times: number; minutes: number } {
  const monday = mondayOf(day);
  const span = { from: monday, until: addDays(monday, 7) };
  const done = tasks.filter((task) => periodsOverlap(task, span));
  return {
    monday,
    tasks: done,
    times: done.reduce((sum, task) => sum + task.timesAWeek, 0),
    minutes: done.reduce((sum, task) => sum + task.timesAWeek * task.minutes, 0),
  };
}
