/** A task of a care plan as it is being typed. */
export interface TaskDraft {
  /** Of the line in the form, not of the graph. */
  key: number;
  text: string;
  timesAWeek: number | null;
  minutes: number | null;
  employeeId: string | null;
  byWhom: string;
  from: string | null;
  until: string | null;
}

/** A task as the graph has it. */
export interface PlannedTask {
  text: string;
  timesAWeek: number;
  minutes: number;
  byWhom?: string | null;
  from: string;
  until?: string | null;
  employee?: { id: string } | null;
}

/** A line with nothing in it yet, from the day on which plans of this service can begin. */
export const emptyTask = (key: number, from: string): TaskDraft => ({
  key,
  text: '',
  timesAWeek: null,
  minutes: null,
  employeeId: null,
  byWhom: '',
  from,
  until: null,
});

/** What a new plan begins with: the tasks of the plan that counts which are not over, or one empty line. */
export function draftOfPlan(tasks: readonly PlannedTask[], from: string, today: string): TaskDraft[] {
  const going = tasks.filter(({ until }) => !until || until > today);
  if (!going.length) return [emptyTask(0, from)];
  return going.map(({ employee, byWhom, until, ...task }, key) => ({
    ...task,
    key,
    employeeId: employee?.id ?? null,
    byWhom: byWhom ?? '',
    until: until ?? null,
  }));
}

/** Names of the fields of a line. */
export type TaskField = 'text' | 'timesAWeek' | 'minutes' | 'employeeId' | 'byWhom' | 'from' | 'until';

/** Fields of a line without which it cannot be sent at all: numbers and days have no empty form in the graph. Whether they are right the graph says. */
export const missingIn = ({ text, timesAWeek, minutes, from }: TaskDraft): readonly TaskField[] => [
  ...(text.trim() ? [] : (['text'] as const)),
  ...(timesAWeek === null ? (['timesAWeek'] as const) : []),
  ...(minutes === null ? (['minutes'] as const) : []),
  ...(from === null ? (['from'] as const) : []),
];

/** The line as the graph takes it; only for lines in which nothing is missing. */
export const taskInput = ({ text, timesAWeek, minutes, employeeId, byWhom, from, until }: TaskDraft) => ({
  text: text.trim(),
  timesAWeek: timesAWeek ?? 0,
  minutes: minutes ?? 0,
  employeeId,
  byWhom: byWhom.trim() || null,
  from: from ?? '',
  until,
});

/** Minutes in hours and minutes: `270` is `4 h 30 min`. */
export function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours}\u00a0h` : null, rest || !hours ? `${rest}\u00a0min` : null].filter(Boolean).join(' ');
}
