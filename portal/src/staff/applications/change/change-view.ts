/** A decision as far as it tells whether a change of it is offered. */
export interface ChangeableDecision {
  id: string;
  state: string;
  outcome: string;
  /** The first day of a benefit paid for months; null for a one-off benefit. */
  from?: string | null;
}

const holding: readonly string[] = ['APPROVED', 'NOTIFIED', 'UPHELD'];

/** Whether a change is offered: a monthly benefit is granted and nobody has to say a last word on it. Whether it is taken the graph says. */
export const offersChange = ({ state, outcome, from }: ChangeableDecision): boolean =>
  outcome === 'GRANT' && Boolean(from) && holding.includes(state);

/** An application that changes a decision. */
export interface ChangingApplication {
  id: string;
  number: string;
  state: string;
  changes?: { id: string } | null;
}

/** The application by which a decision is, or was, changed: the newest that was not withdrawn; null where there is none. */
export const changeOf = <A extends ChangingApplication>(applications: readonly A[], decisionId: string): A | null =>
  applications.find(({ changes, state }) => changes?.id === decisionId && state !== 'WITHDRAWN') ?? null;

/** Keys of the lines whose member does not belong to the household: whose incomes are no longer told here. */
export const strangers = (lines: readonly { key: number; personId: string | null }[], members: readonly string[]): readonly number[] =>
  lines.filter(({ personId }) => personId !== null && !members.includes(personId)).map(({ key }) => key);
