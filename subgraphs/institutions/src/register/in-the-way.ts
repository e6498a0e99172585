import type { Context } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { dayKinds } from '../facility/facility-kind.js';

/** The first day on which more are in a facility than a capacity would allow, and who. */
export interface TooMany {
  day: string;
  held: number;
  placementIds: string[];
}

/**
 * The first day of [from, until) on which a facility holds more than `capacity`: on `from`, on each later day on which a stay begins, and in each night with a
 * guest. An open stay holds on without end. Null where the capacity is enough on all of them. The facility must be held.
 */
export async function firstTooMany(
  { em, municipality }: Context,
  facility: Facility,
  { from, until, capacity }: { from: string; until: string | null; capacity: number },
): Promise<TooMany | null> {
  const byDay = dayKinds.includes(facility.kind);
  const [row] = await em.execute<TooMany[]>(
    `select d.day::text as day, n.held::int as held, n.ids as "placementIds" from (
       select ?::date as day
       union select p.from_date from placement p where p.facility_id = ? and p.municipality = ? and p.from_date > ?::date
       union select s.night from night_stay s where s.facility_id = ? and s.municipality = ? and s.night > ?::date) d,
     lateral (
       select count(*) + (
                select count(*) from night_stay s where s.facility_id = ? and s.night = d.day and not exists (
                  select from placement a where a.facility_id = s.facility_id and a.person_id = s.person_id and daterange(a.from_date, a.ended_on) @> d.day)) as held,
              coalesce(array_agg(p.id order by p.from_date desc, p.id desc), '{}') as ids
         from placement p where p.facility_id = ? and (p.accommodation or ?) and daterange(p.from_date, p.ended_on) @> d.day) n
     where n.held > ? and (?::date is null or d.day < ?::date) order by d.day limit 1`,
    [from, facility.id, municipality, from, facility.id, municipality, from, facility.id, facility.id, byDay, capacity, until, until],
  );
  return row ?? null;
}

/** Stays and reservations that hold something in a facility on a day or later: all of it, or the bed that is named. */
export async function holdingFrom(
  { em, municipality }: Context,
  facility: Facility,
  on: string,
  placeId: string | null = null,
): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select id from placement where facility_id = ? and municipality = ? and (?::uuid is null or place_id = ?::uuid)
      and coalesce(ended_on, 'infinity') > ?::date and coalesce(ended_on, 'infinity') > from_date order by from_date, id`,
    [facility.id, municipality, placeId, placeId, on],
  );
  return rows.map(({ id }) => id);
}

/** The first night on or after a day with more people than beds, where one of them has no agreement; null where there is none. */
export async function firstCrowdedNight({ em, municipality }: Context, facility: Facility, on: string): Promise<string | null> {
  const [row] = await em.execute<{ night: string }[]>(
    `select distinct s.night::text as night from night_stay s where s.facility_id = ? and s.municipality = ? and s.night >= ?::date
      and (select count(*) from facility_place b where b.facility_id = s.facility_id and daterange(b.from_date, b.until_date) @> s.night)
        < (select count(*) from placement p where p.facility_id = s.facility_id and p.accommodation and daterange(p.from_date, p.ended_on) @> s.night)
        + (select count(*) from night_stay g where g.facility_id = s.facility_id and g.night = s.night and not exists (
             select from placement a where a.facility_id = g.facility_id and a.person_id = g.person_id and daterange(a.from_date, a.ended_on) @> g.night))
      order by 1 limit 1`,
    [facility.id, municipality, on],
  );
  return row?.night ?? null;
}
