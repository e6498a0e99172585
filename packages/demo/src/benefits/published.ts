import { daugavpils, publishedFigure } from '@atbalsts/reference';

/** The figure that Daugavpils printed for a row of benefits-dynamics and a year. Throws where there is none. */
export function published(row: string, year: number): number {
  const figure = publishedFigure(daugavpils, 'benefits-dynamics', row, year);
  if (figure === null) throw new Error(`benefits-dynamics prints no ${row} for ${year}`);
  return figure;
}

/** The printed sum of a row in cents. */
export const publishedCents = (row: string, year: number): number => Math.round(published(row, year) * 100);
