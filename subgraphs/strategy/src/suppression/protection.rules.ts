import type { Cell } from './cell.js';

/** What counts people, or what tells of them: such a figure from 1 to 4 is never published (outline, StatisticalCount). */
const ofPeople: ReadonlySet<string> = new Set(['PERSONS', 'FAMILIES', 'HOUSEHOLDS', 'CASES', 'EMPLOYEES']);

/** Whether figures of a measure tell of people. */
export const countsPeople = (measure: string): boolean => ofPeople.has(measure);

/** Smallest count of people that is published; 0 is too. */
export const smallestPublished = 5;

/** Whether a figure is so small that a person could be known by it. */
export function isSmall(measure: string, value: number | null): boolean {
  return value !== null && value > 0 && value < smallestPublished && countsPeople(measure);
}

/** Protection asked for (assumed): how far apart the least and the greatest possible value of a withheld figure must be. */
export const protection = {
  /** Persons, families, cases: at least five counts stay possible, as many as 0 to 4. */
  people: 4,
  /** Euro: a tenth of the sum, at least this much. */
  euro: 100,
  /** Share of a sum. */
  share: 0.1,
} as const;

/** The width of the interval in which a withheld figure must be able to lie. */
export function widthAskedFor({ people, value }: Pick<Cell, 'people' | 'value'>): number {
  return people ? protection.people : Math.max(protection.euro, Math.abs(value) * protection.share);
}
