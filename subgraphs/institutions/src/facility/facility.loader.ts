import { isId } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Facility } from './facility.entity.js';
import { dayKinds } from './facility-kind.js';
import { Movement, Occupancy } from './occupancy.js';
import { occupancyOf } from './occupancy.rules.js';
import { FacilityPlace } from './place.entity.js';
import { ProviderRegistration } from './registration.entity.js';

/** Facilities by id; null for one that is not the principal's to see. */
export const facilityById: BatchLoad<string, Facility | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Facility, { id: { $in: ids.filter(isId) } }), (f) => f.id);

/** Places by id. */
export const placeById: BatchLoad<string, FacilityPlace | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(FacilityPlace, { id: { $in: [...ids] } }), (p) => p.id);

/** The registration that holds today by facility, else the one that held last; null where there never was one. */
export const registrationOf: BatchLoad<string, ProviderRegistration | null> = async ({ em, today }, ids) =>
  inOrder(
    ids,
    await em.find(ProviderRegistration, { facilityId: { $in: [...ids] }, validFrom: { $lte: today } }, { orderBy: { validFrom: 'asc' } }),
    (r) => r.facilityId,
  );

/** A facility on a day. */
export interface FacilityDay {
  facilityId: string;
  on: string;
}

interface OccupancyRow {
  facilityId: string;
  on: string;
  capacity: number;
  placed: number;
  reserved: number;
  absent: number;
  nights: number;
  freeBeds: number | null;
}

/** How full facilities are on days, all in one statement. */
export const occupancyOn: BatchLoad<FacilityDay, Occupancy> = async ({ em, municipality, today }, days) => {
  const rows: OccupancyRow[] = await em.execute(
    `select f.id as "facilityId", d.on_date::text as "on",
       coalesce((select c.capacity from facility_capacity c where c.facility_id = f.id and daterange(c.from_date, c.until_date) @> d.on_date), 0) as capacity,
       count(p.id) filter (where p.from_date <= ?::date)::int as placed,
       count(p.id) filter (where p.from_date > ?::date)::int as reserved,
       count(p.id) filter (where exists (
         select from placement_absence a where a.placement_id = p.id and daterange(a.from_date, a.ended_on) @> d.on_date))::int as absent,
       (select count(*)::int from night_stay n where n.facility_id = f.id and n.night = d.on_date and not exists (
          select from placement a where a.facility_id = f.id and a.person_id = n.person_id and daterange(a.from_date, a.ended_on) @> d.on_date)) as nights,
       case when f.kind <> all(?::text[]) then (select count(*)::int from facility_place b
          where b.facility_id = f.id and daterange(b.from_date, b.until_date) @> d.on_date and not exists (
            select from placement h where h.place_id = b.id and daterange(h.from_date, h.ended_on) @> d.on_date)) end as "freeBeds"
     from jsonb_to_recordset(?::jsonb) as d("facilityId" uuid, on_date date)
     join facility f on f.id = d."facilityId" and f.municipality = ?
     left join placement p on p.facility_id = f.id and (p.accommodation or f.kind = any(?::text[])) and daterange(p.from_date, p.ended_on) @> d.on_date
     group by f.id, d.on_date`,
    [
      today,
      today,
      textArray(dayKinds),
      JSON.stringify(days.map(({ facilityId, on }) => ({ facilityId, on_date: on }))),
      municipality,
      textArray(dayKinds),
    ],
  );
  const byDay = new Map(rows.map((row) => [`${row.facilityId} ${row.on}`, row]));
  return days.map(({ facilityId, on }) => {
    const row = byDay.get(`${facilityId} ${on}`) ?? { capacity: 0, placed: 0, reserved: 0, absent: 0, nights: 0, freeBeds: null };
    return Object.assign(new Occupancy(), { on, capacity: row.capacity, absent: row.absent, reserved: row.reserved, ...occupancyOf(row) });
  });
};

/** A facility in a half-open period. */
export interface FacilityPeriod {
  facilityId: string;
  from: string;
  to: string;
}

/** How many left facilities in periods, by destination, all in one statement; most first. Who only changed beds has not left. */
export const movementsIn: BatchLoad<FacilityPeriod, Movement[]> = async ({ em, municipality }, periods) => {
  const rows: (FacilityPeriod & Movement)[] = await em.execute(
    `select d."facilityId", d.from_date::text as "from", d.to_date::text as "to", p.destination, count(*)::int as count
     from jsonb_to_recordset(?::jsonb) as d("facilityId" uuid, from_date date, to_date date)
     join placement p on p.facility_id = d."facilityId" and p.municipality = ? and p.ended_on >= d.from_date and p.ended_on < d.to_date
       and not exists (select from placement n where n.continues_id = p.id and n.facility_id = p.facility_id)
     group by 1, 2, 3, 4 order by count desc, p.destination`,
    [JSON.stringify(periods.map(({ facilityId, from, to }) => ({ facilityId, from_date: from, to_date: to }))), municipality],
  );
  return periods.map(({ facilityId, from, to }) =>
    rows
      .filter((row) => row.facilityId === facilityId && row.from === from && row.to === to)
      .map(({ destination, count }) => Object.assign(new Movement(), { destination, count })),
  );
};

const textArray = (values: readonly string[]): string => `{${values.join(',')}}`;
