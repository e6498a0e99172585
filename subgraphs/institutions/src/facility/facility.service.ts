import { addDays } from '@atbalsts/database';
import type { Context } from '@atbalsts/graphql';
import { Facility } from './facility.entity.js';
import { occupancyOn } from './facility.loader.js';
import type { FacilityKind } from './facility-kind.js';
import { Vacancy } from './occupancy.js';

/** The facilities of the municipality that are not closed, of one kind where it is named, by kind and name. */
export function findFacilities({ em, today }: Context, kind?: FacilityKind | null): Promise<Facility[]> {
  const open = { $or: [{ closedOn: null }, { closedOn: { $gt: today } }] };
  return em.find(Facility, kind ? { kind, ...open } : open, { orderBy: { kind: 'asc', name: 'asc', id: 'asc' } });
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

/** How many days ahead a lapse is shown where no day is named: time enough to renew (assumed). */
export const lapseShownAhead = 90;

/** Facilities that have no registration on a day, and none later: lapsed already, or to lapse by then; the earliest lapse first. */
export async function findLapsing({ em, municipality, today }: Context, by: string | null): Promise<Facility[]> {
  const rows: { id: string }[] = await em.execute(
    `select f.id from facility f left join provider_registration r on r.facility_id = f.id where f.municipality = ? and f.closed_on is null
      group by f.id, f.name having coalesce(max(r.valid_to) <= ?::date, true) order by max(r.valid_to) nulls first, f.name, f.id`,
    [municipality, by ?? addDays(today, lapseShownAhead)],
  );
  const facilities = new Map((await em.find(Facility, { id: { $in: rows.map(({ id }) => id) } })).map((one) => [one.id, one]));
  return rows.flatMap(({ id }) => facilities.get(id) ?? []);
}
