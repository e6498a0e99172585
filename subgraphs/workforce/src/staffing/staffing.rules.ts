import { requiredSpecialists } from '@atbalsts/reference';

/** What is counted of a social service on a day. */
export interface StaffCount {
  fte: number;
  employees: number;
  specialists: number;
  vacantFte: number;
}

/** The staff held against the norm per thousand. */
export interface StaffAgainstNorm extends StaffCount {
  specialistsPerThousand: number | null;
  required: number | null;
  met: boolean | null;
}

/** Inhabitants of the year, or of the latest earlier year that is known; null where none is. */
export function populationFor(populations: readonly { year: number; count: number }[] | null, year: number): number | null {
  const known = (populations ?? []).filter((row) => row.year <= year).sort((a, b) => b.year - a.year);
  return known[0]?.count ?? null;
}

/** One social work specialist for each full 1000 inhabitants. Law on Social Services and Social Assistance, section 10. */
export function againstNorm(count: StaffCount, population: number | null): StaffAgainstNorm {
  if (population === null) return { ...count, specialistsPerThousand: null, required: null, met: null };
  const required = requiredSpecialists(population);
  const specialistsPerThousand = population > 0 ? Math.round((count.specialists * 100_000) / population) / 100 : null;
  return { ...count, specialistsPerThousand, required, met: count.specialists >= required };
}
