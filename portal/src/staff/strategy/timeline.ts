/** What of a task decides where it stands in the plan. */
export interface Planned {
  id: string;
  code: string;
  fromYear: number;
  untilYear: number;
  parent?: { id: string } | null;
}

const byCode = new Intl.Collator('lv', { numeric: true });

/** Tasks in the order of their numbers, each followed by its sub-tasks, with how deep they are. A sub-task whose task is elsewhere stands by itself. */
export function inOrder<Task extends Planned>(tasks: readonly Task[]): { task: Task; depth: number }[] {
  const here = new Set(tasks.map(({ id }) => id));
  const sorted = [...tasks].sort((a, b) => byCode.compare(a.code, b.code));
  const below = (parent: string | null, depth: number): { task: Task; depth: number }[] =>
    sorted
      .filter((task) => (task.parent && here.has(task.parent.id) ? task.parent.id : null) === parent)
      .flatMap((task) => [{ task, depth }, ...below(task.id, depth + 1)]);
  return below(null, 0);
}

/** The years of a timeline: from the first to the last of the plan and of its tasks, both included. */
export function yearsOf({ fromYear, untilYear }: { fromYear: number; untilYear: number }, tasks: readonly Planned[]): number[] {
  const first = Math.min(fromYear, ...tasks.map((task) => task.fromYear));
  const last = Math.max(untilYear, ...tasks.map((task) => task.untilYear));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
