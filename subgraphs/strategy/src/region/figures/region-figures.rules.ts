/** A figure of a town and a year as it was published. */
export interface TownFigure {
  /** ATVK code. */
  town: string;
  year: number;
  value: number | null;
  suppressed: boolean;
}

/** A figure beside those of others: for each thousand inhabitants, where they are known. */
export interface PerThousand extends TownFigure {
  perThousand: number | null;
}

/** What the towns of a region published for a year, added up. */
export interface RegionSum {
  year: number;
  /** Null where no town published a figure, or one of them withholds it. */
  value: number | null;
  /** True where a town withholds its figure: a sum that holds it is never made. */
  suppressed: boolean;
  perThousand: number | null;
  /** How many towns' figures it is of. */
  towns: number;
}

/** A year's figure as a report gives it: its own, or as the year before in the report of the year after. */
export interface PublishedRow {
  town: string;
  year: number;
  value: number | null;
  suppressed: boolean;
  previous: number | null;
  previousSuppressed: boolean;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A figure for each thousand inhabitants, to two decimals; null for a withheld one, and where the inhabitants are not known. */
export function perThousandOf(value: number | null, suppressed: boolean, inhabitants: number | null): number | null {
  return value === null || suppressed || !inhabitants ? null : rounded((value * 1000) / inhabitants);
}

/**
 * The figure of a town and a year out of its published reports: that of the year itself, else as the next year's report shows the year before. Where either
 * withholds it, it is withheld. Null where nobody published it.
 */
export function figureOf(rows: readonly PublishedRow[], town: string, year: number): TownFigure | null {
  const own = rows.find((row) => row.town === town && row.year === year);
  const next = rows.find((row) => row.town === town && row.year === year + 1);
  const suppressed = (own?.suppressed ?? false) || (next?.previousSuppressed ?? false);
  const value = suppressed ? null : (own?.value ?? next?.previous ?? null);
  return suppressed || value !== null ? { town, year, value, suppressed } : null;
}

/** The sum of a year over the towns that published it; none where one of them withholds its figure. */
export function sumOf(
  year: number,
  figures: readonly TownFigure[],
  inhabitantsOf: (town: string, year: number) => number | null,
): RegionSum {
  const suppressed = figures.some((figure) => figure.suppressed);
  if (suppressed || figures.length === 0) return { year, value: null, suppressed, perThousand: null, towns: figures.length };
  const value = rounded(figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0));
  const inhabitants = figures.map(({ town }) => inhabitantsOf(town, year));
  const all = inhabitants.includes(null) ? null : inhabitants.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { year, value, suppressed: false, perThousand: perThousandOf(value, false, all), towns: figures.length };
}
