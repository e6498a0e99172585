import { daugavpils, publishedFigure } from '@atbalsts/reference';

/** The two years of which every figure is published. */
export type Year = 2021 | 2022;

/** The figure that is published for a row of a table; 0 where none is printed for the year. */
export const publishedOrNone = (table: string, row: string, year: Year): number => publishedFigure(daugavpils, table, row, year) ?? 0;
