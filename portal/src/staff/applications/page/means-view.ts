import type { Language } from '../../../format/format.js';

/** A declared income, as the graph has it. */
export interface Income {
  source: string;
  evidence: string;
  /** Three months, the oldest first; decimal strings. */
  monthly: readonly string[];
  person: { id: string };
}

/** Where a register tells another sum for a month than was declared. */
export interface Difference {
  register: string;
  source: string;
  month: string;
  declared: string;
  told: string;
  difference: string;
  note: string;
  person: { id: string };
}

/** A month of a row: what was declared, and what a register tells where it tells something else. */
export interface MeansCell {
  month: string;
  declared: string | null;
  difference: Difference | null;
}

/** A source of income of a member of the household. */
export interface MeansRow {
  key: string;
  personId: string;
  /** Null for a member without any income, declared or told. */
  source: string | null;
  evidences: readonly string[];
  cells: readonly MeansCell[];
  /** Whether a register tells something else in any of the months. */
  differs: boolean;
}

/** The three full months before a day, the oldest first, each as its first day. Cabinet Regulation 809, paragraph 2. */
export function monthsBefore(day: string): [string, string, string] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = (back: number) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
  return [first(3), first(2), first(1)];
}

/** Cents of a decimal string of the graph. */
export const cents = (amount: string): number => Math.round(Number(amount) * 100);

const sum = (amounts: readonly string[]): string => (amounts.reduce((total, amount) => total + cents(amount), 0) / 100).toFixed(2);

/**
 * Declared means by member, then by source, with what registers tell beside the month that differs. The members come in the order given; a member
 * without income has one row that says so; a source that only a register tells has a row as well.
 */
export function meansRows(
  members: readonly string[],
  incomes: readonly Income[],
  differences: readonly Difference[],
  months: readonly string[],
): MeansRow[] {
  const strangers = [...incomes, ...differences].map(({ person }) => person.id).filter((id) => !members.includes(id));
  return [...members, ...new Set(strangers)].flatMap((personId): MeansRow[] => {
    const own = incomes.filter(({ person }) => person.id === personId);
    const told = differences.filter(({ person }) => person.id === personId);
    const sources = [...new Set([...own, ...told].map(({ source }) => source))];
    if (!sources.length) return [{ key: personId, personId, source: null, evidences: [], cells: [], differs: false }];
    return sources.map((source) => {
      const declared = own.filter((income) => income.source === source);
      const cells = months.map((month, at) => ({
        month,
        declared: declared.length ? sum(declared.map(({ monthly }) => monthly[at] ?? '0.00')) : null,
        difference: told.find((one) => one.source === source && one.month === month) ?? null,
      }));
      return {
        key: `${personId} ${source}`,
        personId,
        source,
        evidences: [...new Set(declared.map(({ evidence }) => evidence))],
        cells,
        differs: cells.some(({ difference }) => difference !== null),
      };
    });
  });
}

/** A formula of the calculation with its numbers written as the language writes them. */
export function formulaIn(formula: string, language: Language): string {
  if (language !== 'lv') return formula;
  return formula.replace(/(\d)\.(\d)/g, '$1,$2');
}
