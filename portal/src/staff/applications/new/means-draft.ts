import { addEuro, parseEuro } from '../../../format/format.js';

/** A line of the declaration as it is being typed. */
export interface IncomeDraft {
  /** Of the line in the form, not of the graph. */
  key: number;
  personId: string | null;
  source: string;
  evidence: string;
  /** The three months, the oldest first, as typed; empty for nothing. */
  monthly: readonly [string, string, string];
}

/** A line with nothing in it yet, for a member. */
export const emptyIncome = (key: number, personId: string | null): IncomeDraft => ({
  key,
  personId,
  source: 'WAGE',
  evidence: 'DECLARED',
  monthly: ['', '', ''],
});

/** An income as the graph has it. */
export interface DeclaredIncome {
  person: { id: string };
  source: string;
  evidence: string;
  monthly: readonly string[];
}

/** What was declared before, as lines to go on with. */
export function draftOf(incomes: readonly DeclaredIncome[]): IncomeDraft[] {
  return incomes.map(({ person, source, evidence, monthly: [a = '', b = '', c = ''] }, key) => ({
    key,
    personId: person.id,
    source,
    evidence,
    monthly: [a, b, c],
  }));
}

/** What a register told of a person. */
export interface Told {
  outcome: string;
  person: { id: string };
  answer?: { incomes?: readonly { source: string; month: string; amount: string }[] | null } | null;
}

/**
 * The lines with what registers tell put in their place: of a member and source that a register speaks of, the line becomes the register's; what no
 * register tells stays as it was declared. Several incomes of one month are added up. A month of
 * which the register tells nothing is empty.
 */
export function withRegisters(
  drafts: readonly IncomeDraft[],
  told: readonly Told[],
  months: readonly [string, string, string],
): IncomeDraft[] {
  const found = new Map<string, IncomeDraft>();
  let key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
  for (const { person, answer } of told) {
    for (const { source, month, amount } of answer?.incomes ?? []) {
      const at = months.indexOf(month);
      if (at < 0) continue;
      const name = `${person.id} ${source}`;
      const line = found.get(name) ?? { key: key++, personId: person.id, source, evidence: 'REGISTER', monthly: ['', '', ''] as const };
      const monthly: [string, string, string] = [...line.monthly];
      // Two employers of one month are two incomes of one source: what counts is both together.
      monthly[at] = monthly[at] ? addEuro(monthly[at], amount) : amount;
      found.set(name, { ...line, monthly });
    }
  }
  const kept = drafts.filter(({ personId, source }) => !found.has(`${personId} ${source}`));
  return [...kept, ...found.values()];
}

/** Whether every amount of the lines is money or empty. */
export const isMoneyOnly = (drafts: readonly IncomeDraft[]): boolean =>
  drafts.every(({ monthly }) => monthly.every((typed) => typed.trim() === '' || parseEuro(typed) !== null));

/** The amount as the graph takes it; nothing typed is nothing earned. */
export const moneyOf = (typed: string): string => (typed.trim() === '' ? '0.00' : (parseEuro(typed) ?? typed));
