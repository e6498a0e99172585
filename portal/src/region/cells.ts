/** A figure of a town and year as it was published; undefined where the town published nothing for the year. */
export interface Figure {
  value: number | null;
  suppressed: boolean;
  perThousand?: number | null;
}

/** What stands in a cell: a number, or why there is none. None of the reasons is a zero. */
export type Cell =
  | { kind: 'VALUE'; value: number }
  /** Withheld, so that nobody can be worked out. */
  | { kind: 'WITHHELD' }
  /** Nothing was published for the year. */
  | { kind: 'NOT_PUBLISHED' }
  /** Published, but without a figure in this row. */
  | { kind: 'NOT_COUNTED' }
  /** The figure is known; how many live there is not. */
  | { kind: 'NO_POPULATION' };

/** What stands in the cell of a figure, as it is or for each thousand inhabitants. */
export function cellOf(figure: Figure | undefined, perThousand = false): Cell {
  if (!figure) return { kind: 'NOT_PUBLISHED' };
  if (figure.suppressed) return { kind: 'WITHHELD' };
  if (figure.value === null) return { kind: 'NOT_COUNTED' };
  if (!perThousand) return { kind: 'VALUE', value: figure.value };
  return typeof figure.perThousand === 'number' ? { kind: 'VALUE', value: figure.perThousand } : { kind: 'NO_POPULATION' };
}

/** Shades of the map, the lightest first. */
export const shades = 5;

/** The shade of a value among others, from 1 to {@link shades} in steps of equal width up from zero; 0 for zero itself. */
export function shadeOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(shades, Math.max(1, Math.ceil((value / most) * shades)));
}

/** The largest value of some cells; 0 where there is none. */
export const mostOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.flatMap((cell) => (cell.kind === 'VALUE' ? [cell.value] : [])));
