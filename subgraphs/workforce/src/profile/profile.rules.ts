/** A band of whole years: from, until before; null where it has no end. */
export interface Band {
  from: number;
  until: number | null;
}

/** Bands of age of employees, in years. */
export const ageBands: readonly Band[] = [
  { from: 0, until: 30 },
  { from: 30, until: 40 },
  { from: 40, until: 50 },
  { from: 50, until: 60 },
  { from: 60, until: null },
];

/** Bands of experience in social work, in years. */
export const experienceBands: readonly Band[] = [
  { from: 0, until: 1 },
  { from: 1, until: 5 },
  { from: 5, until: 10 },
  { from: 10, until: 20 },
  { from: 20, until: null },
];

/** Whole years from one day to another: the years reached. Who was born on 29 February reaches a year on 1 March. */
export function wholeYears(from: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(from.slice(0, 4));
  return on.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A band with how many are in it. */
export interface BandCount extends Band {
  employees: number;
}

/** How many of the years fall into each band. Bands that join one another count everybody once. */
export const countBands = (bands: readonly Band[], years: readonly number[]): BandCount[] =>
  bands.map((band) => ({
    ...band,
    employees: years.filter((year) => year >= band.from && (band.until === null || year < band.until)).length,
  }));
