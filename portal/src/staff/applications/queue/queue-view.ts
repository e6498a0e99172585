/** What the order and the filters of the queue look at. */
export interface Queued {
  id: string;
  number: string;
  state: string;
  submittedOn: string;
  /** Null while papers are missing: no term runs yet. */
  dueOn?: string | null;
  benefitType: { code: string };
}

/** By when a decision is due: all, late, within seven days, or no term yet. */
export const dueFilters = ['ALL', 'OVERDUE', 'WEEK', 'NONE'] as const;

/** One of the {@link dueFilters}. */
export type DueFilter = (typeof dueFilters)[number];

/** What of the queue is looked at; null for everything. */
export interface QueueFilter {
  state: string | null;
  benefit: string | null;
  due: DueFilter;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is due first stands first; what has no term yet comes behind, the longest waiting first. */
export function inDueOrder<T extends Queued>(applications: readonly T[]): T[] {
  return [...applications].sort((a, b) => {
    if (a.dueOn && b.dueOn) return text(a.dueOn, b.dueOn) || text(a.number, b.number);
    if (a.dueOn || b.dueOn) return a.dueOn ? -1 : 1;
    return text(a.submittedOn, b.submittedOn) || text(a.number, b.number);
  });
}

/** The first day no longer within a week from a day, `YYYY-MM-DD`. */
export function weekAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7);
  return date.toISOString().slice(0, 10);
}

/** Whether the term of an application has passed. */
export const isOverdue = ({ dueOn }: Pick<Queued, 'dueOn'>, today: string): boolean => Boolean(dueOn && dueOn < today);

/** Those that a filter lets through. */
export function filtered<T extends Queued>(applications: readonly T[], { state, benefit, due }: QueueFilter, today: string): T[] {
  const end = weekAfter(today);
  const inTerm = (one: T): boolean => {
    if (due === 'OVERDUE') return isOverdue(one, today);
    if (due === 'WEEK') return Boolean(one.dueOn && one.dueOn >= today && one.dueOn < end);
    return due === 'ALL' || !one.dueOn;
  };
  return applications.filter(
    (one) => (state === null || one.state === state) && (benefit === null || one.benefitType.code === benefit) && inTerm(one),
  );
}

/** The same application once, as it came first: lists that overlap are put together. */
export function together<T extends { id: string }>(...lists: readonly (readonly T[])[]): T[] {
  const found = new Map<string, T>();
  for (const one of lists.flat()) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/** Who stands before and after an application in the order it was found in; null at the ends, and where it is not in it. */
export function neighbours(order: readonly string[], id: string): { previous: string | null; next: string | null; at: number } {
  const at = order.indexOf(id);
  return { at, previous: at > 0 ? (order[at - 1] ?? null) : null, next: at >= 0 ? (order[at + 1] ?? null) : null };
}
