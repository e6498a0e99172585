import { type Context } from '@atbalsts/graphql';
import { Facility } from './facility.entity.js';
import { occupancyOn } from './facility.loader.js';
import type { FacilityKind } from './facility-kind.js';
import { Vacancy } from './occupancy.js';

/** The facilities of the municipality, of one kind where it is named, by kind and name. */
export function findFacilities({ em }: Context, kind?: FacilityKind | null): Promise<Facility[]> {
  return em.find(Facility, kind ? { kind } : {}, { orderBy: { kind: 'asc', name: 'asc', id: 'asc' } });
}

/** Facilities of a kind that have a free place on a day, the most places first. */
export async function findVacancies(context: Context, kind: FacilityKind, on: string): Promise<Vacancy[]> {
  const facilities = await findFacilities(context, kind);
  const vacancies = await Promise.all(
    facilities.map(async (facility) =>
      Object.assign(new Vacancy(), { facility, free: (await context.load(occupancyOn, { facilityId: facility.id, on })).free }),
    ),
  );
  return vacancies.filter(({ free }) => free > 0).sort((a, b) => b.free - a.free);
}
