/** The parts of the report in their printed order, each counted by a domain of its own. */
export const domains = ['benefits', 'services', 'institutions', 'workforce', 'finance'] as const;

/** A part of the report. */
export type Domain = (typeof domains)[number];

/** What of a row decides how it is shown. */
export interface Figure {
  key: string;
  parent?: string | null;
  value?: number | null;
  suppressed: boolean;
  previous?: number | null;
  previousSuppressed: boolean;
  measure: string;
}

/** Address of a figure: `/report/2022/shelter/total`. */
export const figurePath = (year: number, table: string, row: string): string =>
  `/report/${year}/${encodeURIComponent(table)}/${encodeURIComponent(row)}`;

/** Whether a row only heads the rows below it: it has no figure, and nothing is withheld. */
export const isHeading = (row: Figure, rows: readonly Figure[]): boolean =>
  typeof row.value !== 'number' && !row.suppressed && rows.some(({ parent }) => parent === row.key);

/** What became of a figure in a year; null where one of the two is not known. The share is null where there was nothing before. */
export function changeOf({ value, previous }: Pick<Figure, 'value' | 'previous'>): { by: number; share: number | null } | null {
  if (typeof value !== 'number' || typeof previous !== 'number') return null;
  const by = (cents(value) - cents(previous)) / 100;
  return { by, share: previous === 0 ? null : by / previous };
}

/** The greatest figure of each measure in a table, of both years: what the bars of that measure are drawn against. */
export function greatestOf(rows: readonly Figure[]): ReadonlyMap<string, number> {
  const greatest = new Map<string, number>();
  for (const { measure, value, previous } of rows) greatest.set(measure, Math.max(greatest.get(measure) ?? 0, value ?? 0, previous ?? 0));
  return greatest;
}

/** Hundredths of a figure, so that sums of money and of parts of posts come out exactly. */
export const cents = (figure: number): number => Math.round(figure * 100);

/** What records add up to: their amounts where they have any, otherwise how many they are. */
export function tallyOf(
  amounts: readonly (number | null | undefined)[],
  totalCount: number,
): { by: 'count' | 'sum'; found: number; whole: boolean } {
  if (!amounts.some((amount) => typeof amount === 'number')) return { by: 'count', found: totalCount, whole: true };
  const sum = amounts.reduce<number>((so, amount) => so + cents(amount ?? 0), 0);
  return { by: 'sum', found: sum / 100, whole: amounts.length >= totalCount };
}

/** Whether what was found is the figure of the report. */
export const isSame = (found: number, figure: number): boolean => cents(found) === cents(figure);
