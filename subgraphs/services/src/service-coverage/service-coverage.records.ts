import type { Context } from '@atbalsts/graphql';
import { Provision } from './service-coverage.js';
import { provisionOf, shownCount } from './service-coverage.rules.js';

/** What is known of one service in one town. */
export interface KnownCoverage {
  provision: Provision;
  clients: { value: number | null; suppressed: boolean };
}

/** What is known, by municipality and service type: `0002000 home-care`. */
export type KnownCoverages = ReadonlyMap<string, KnownCoverage>;

/** Kinds of facility that are a service of the catalogue; long-term care, family homes and social apartments are none of the 20. */
const facilityServices = {
  SHELTER: 'shelter',
  NIGHT_SHELTER: 'night-shelter',
  SOCIAL_HOUSE: 'social-house',
  GROUP_APARTMENTS: 'group-apartments',
  CRISIS_CENTRE: 'crisis-centre',
  DAY_CARE_CENTRE: 'day-care-centre',
  DAY_CENTRE: 'day-centre',
  SPECIALISED_WORKSHOP: 'specialised-workshops',
};

/** A service of the catalogue as a town's records tell of it: how it was given, and to how many distinct persons. */
export interface CountedCoverage {
  serviceType: string;
  provision: Provision;
  clients: number;
}

/**
 * The staff's own town by its own records of the year, every service of the catalogue in its order: granted services, deliveries, stays in facilities. Each person counts
 * once for a service. Counts as they are: for staff who may read the report, and for its publication.
 */
export async function countedCoverage({ em, municipality }: Context, year: number): Promise<CountedCoverage[]> {
  const rows: { service_type: string; own: number; clients: number }[] = await em.execute(
    `with period as (select make_date(?, 1, 1) as begins, make_date(?, 1, 1) as ends),
     served as (
       select r.service_type, r.person_id, true as own from service_request r, period p
        where r.municipality = ? and r.state in ('GRANTED', 'ENDED') and r.from_date < p.ends and (r.until_date is null or r.until_date > p.begins)
       union all
       select r.service_type, r.person_id, true from delivery d join service_request r on r.id = d.request_id, period p
        where d.municipality = ? and d.on_date >= p.begins and d.on_date < p.ends
       union all
       select r.service_type, r.person_id, false from delivery d join referral r on r.id = d.referral_id, period p
        where d.municipality = ? and d.on_date >= p.begins and d.on_date < p.ends
       union all
       select ?::jsonb ->> f.kind, f.person_id, true from placement_fact f, period p
        where f.municipality = ? and f.from_date < p.ends and (f.ended_on is null or f.ended_on > p.begins))
     select service_type, count(distinct person_id) filter (where own)::int as own, count(distinct person_id)::int as clients
       from served where service_type is not null group by service_type`,
    [year, year + 1, municipality, municipality, municipality, JSON.stringify(facilityServices), municipality],
  );
  const counted = new Map(rows.map((row) => [row.service_type, row]));
  const types: { code: string }[] = await em.execute('select code from service_type where not further order by place');
  return types.map(({ code }): CountedCoverage => {
    const { own = 0, clients = 0 } = counted.get(code) ?? {};
    return { serviceType: code, provision: Provision[provisionOf({ own, all: clients }, rows.length > 0)], clients };
  });
}

/** The staff's own town by its own records of the year, counts of 1 to 4 withheld. */
export async function ownCoverage(context: Context, year: number): Promise<KnownCoverages> {
  const counted = await countedCoverage(context, year);
  return new Map(
    counted.map(({ serviceType, provision, clients }): [string, KnownCoverage] => {
      const isKnown = provision !== Provision.UNKNOWN;
      return [
        `${context.municipality} ${serviceType}`,
        { provision, clients: isKnown ? shownCount(clients) : { value: null, suppressed: false } },
      ];
    }),
  );
}

/** What the towns of a region have published of a year (facts of the strategy domain); row-level security opens no other region's. */
export async function publishedCoverage({ em }: Context, region: string, year: number): Promise<KnownCoverages> {
  const rows: { municipality: string; service_type: string; provision: Provision; clients: number | null }[] = await em.execute(
    'select municipality, service_type, provision, clients from published_coverage_fact where region = ? and year = ?',
    [region, year],
  );
  return new Map(
    rows.map((row) => [
      `${row.municipality} ${row.service_type}`,
      { provision: row.provision, clients: { value: row.clients, suppressed: row.clients === null } },
    ]),
  );
}
