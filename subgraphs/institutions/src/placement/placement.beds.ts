import { constraintOf, isExclusionViolation, savepoint } from '@atbalsts/database';
import type { Context } from '@atbalsts/graphql';

/** A bed that may be given. */
export interface Bed {
  id: string;
  name: string;
}

/** Beds of a facility that are in service from a day on and that nobody holds or has reserved from then on, by name; only the one named, if any. */
export function findFreeBeds(
  { em, municipality }: Context,
  facilityId: string,
  from: string,
  until: string | null,
  name: string | null,
): Promise<Bed[]> {
  return em.execute(
    `select b.id, b.name from facility_place b
      where b.facility_id = ? and b.municipality = ? and (?::text is null or b.name = ?)
        and daterange(b.from_date, b.until_date) @> ?::date and (b.until_date is null or b.until_date >= coalesce(?::date, 'infinity'))
        and not exists (select from placement p where p.place_id = b.id and daterange(p.from_date, p.ended_on) && daterange(?::date, null))
      order by b.name`,
    [facilityId, municipality, name, name, from, until, from],
  );
}

/** True where the facility has a place of this name on the day, free or not. */
export async function hasPlace({ em, municipality }: Context, facilityId: string, name: string, on: string): Promise<boolean> {
  const found = await em.execute(
    'select from facility_place where facility_id = ? and municipality = ? and name = ? and daterange(from_date, until_date) @> ?::date',
    [facilityId, municipality, name, on],
  );
  return found.length > 0;
}

/**
 * True where the facility's capacity lets this person in from a day on: on that day, and on each later day on which a reserved stay begins,
 * the capacity changes, or somebody else sleeps there without a placement. Such a guest counts that night, and takes a bed that no placement holds.
 */
export async function hasCapacity(
  { em, municipality }: Context,
  facilityId: string,
  personId: string,
  from: string,
  accommodation: boolean,
): Promise<boolean> {
  const [row] = await em.execute<{ full: boolean }[]>(
    `select exists (
       select from (
         select ?::date as day
         union select from_date from placement where facility_id = ? and from_date > ?::date
         union select night from night_stay where facility_id = ? and night > ?::date
         union select from_date from facility_capacity where facility_id = ? and from_date > ?::date
         union select until_date from facility_capacity where facility_id = ? and until_date > ?::date) d,
       lateral (
         select (select count(*) from placement p
                  where p.facility_id = f.id and p.accommodation = ? and daterange(p.from_date, p.ended_on) @> d.day) as placed,
                (select count(*) from night_stay n where n.facility_id = f.id and n.night = d.day and n.person_id <> ? and not exists (
                   select from placement a where a.facility_id = f.id and a.person_id = n.person_id and daterange(a.from_date, a.ended_on) @> d.day)) as guests,
                (select count(*) from facility_place b where b.facility_id = f.id and daterange(b.from_date, b.until_date) @> d.day) as beds,
                coalesce((select capacity from facility_capacity c where c.facility_id = f.id and daterange(c.from_date, c.until_date) @> d.day), 0) as capacity
           from facility f where f.id = ? and f.municipality = ?) n
       where n.placed + n.guests >= n.capacity or (n.guests > 0 and n.placed + n.guests >= n.beds)) as full`,
    [from, facilityId, from, facilityId, from, facilityId, from, facilityId, from, accommodation, personId, facilityId, municipality],
  );
  return !row?.full;
}

/**
 * Tries to write one bed after the other until the database takes one; null where it refused all. `write` runs in a savepoint of its own: what is refused
 * leaves nothing behind. Another exclusion than the bed's is thrown on.
 */
export async function takeFirst<T>(context: Context, beds: readonly Bed[], write: (bed: Bed) => Promise<T>): Promise<T | null> {
  for (const bed of beds) {
    try {
      return await savepoint(context.em, () => write(bed));
    } catch (error) {
      if (!isExclusionViolation(error) || constraintOf(error) !== 'placement_bed_holds_one') throw error;
    }
  }
  return null;
}
