import { withClient } from '@atbalsts/database';
import { institutions, institutionsRecords } from '@atbalsts/institutions';
import { bauska, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { figuresAgainstRecords, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../random.js';
import { planRegistry } from '../registry/index.js';
import { type DemoPerson, World } from '../world.js';
import { seedDomain } from '../writer.js';
import { type GrantedRequest, planInstitutions } from './index.js';

const today = '2026-11-22';
const tables = [
  'shelter',
  'night-shelter',
  'social-house',
  'social-apartments-saura-26',
  'family-support-centre-clients',
  'family-support-centre-outcomes',
  'group-apartments-saura-26',
  'group-apartments-18-novembra-354v',
  'day-care-centre',
  'specialised-workshops',
  'day-centre-saskarsme',
];
const reportQuery =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { institutions { id rows { key value previous rule { code text(language: EN) } } } } } }';

interface ReportRow {
  key: string;
  value: number | null;
  previous: number | null;
  rule: { code: string; text: string };
}

/** Puts the facts of registry, and of benefits as the wishes ask for them, into the fact table, as the pump will. */
async function deliverFacts(town: TestSubgraph, world: World): Promise<void> {
  const heard = (world.rows.get('registry')?.get('outbox') ?? []).map(({ kind, key, municipality, body }) => ({
    kind,
    key,
    municipality,
    body,
    source: 'registry',
  }));
  const statuses = world.wishes.householdStatus.map(({ person, status, from }, n) => {
    const decisionId = world.id('test-decision', n);
    const body = {
      householdId: world.householdOf(person)?.id,
      personId: person.id,
      decisionId,
      status,
      from,
      until: `2022-${String(Number(from.slice(5, 7)) + 3).padStart(2, '0')}-01`,
    };
    return { kind: 'household-status', key: `${decisionId}:${person.id}`, municipality: person.municipality, body, source: 'benefits' };
  });
  await withClient(town.database.superUrl, async (client) => {
    await client.query(
      `insert into fact (kind, key, source, municipality, body, position, at)
       select kind, key, source, municipality, body, n, now() from (select *, row_number() over () as n
         from jsonb_to_recordset($1::jsonb) as f(kind text, key text, source text, municipality text, body jsonb)) f`,
      [JSON.stringify([...heard, ...statuses])],
    );
  });
}

describe('the institutions of the demo', () => {
  let town: TestSubgraph;
  const world = new World(today);
  const report = async (year: number, municipality = daugavpils): Promise<Map<string, ReportRow>> => {
    const { data, errors } = await town.ask(staff('director', { municipality }), reportQuery, {
      of: [{ __typename: 'AnnualReport', municipalityCode: municipality, year }],
    });
    expect(errors).toBeUndefined();
    return new Map(
      data._entities[0].institutions.flatMap(({ id, rows }: { id: string; rows: ReportRow[] }) =>
        rows.map((row): [string, ReportRow] => [`${id}/${row.key}`, row]),
      ),
    );
  };

  beforeAll(async () => {
    planInstitutions(world);
    planRegistry(world);
    town = await testSubgraph(institutions);
    await seedDomain('institutions', town.database.ownerUrl, world);
    await deliverFacts(town, world);
  });
  afterAll(() => town?.drop());

  it('gives by the report’s own rules every published figure of 2022 and 2021', async () => {
    const rows = await report(2022);
    const published = tables.flatMap((id) =>
      reportTable(id)
        .rows.filter((row) => !row.heading)
        .map((row) => [`${id}/${row.key}`, ...[2022, 2021].map((year) => publishedFigure(daugavpils, id, row.key, year))] as const),
    );
    const derived = published.map(([key, now, before]) => [
      key,
      now === null ? null : rows.get(key)?.value,
      before === null ? null : rows.get(key)?.previous,
    ]);
    expect(derived).toEqual(published);
    expect(published).toHaveLength(141);
    const rows2021 = await report(2021);
    for (const [key, , before] of published) if (before !== null) expect([key, rows2021.get(key)?.value]).toEqual([key, before]);
  });

  it.each([2022, 2021])('shows of every figure of %i the records behind it, as many or as much as it says', async (year) => {
    const found = await figuresAgainstRecords(town, staff('director'), institutionsRecords, year);
    expect(found.differ).toEqual([]);
    expect(found.rowsWithRecords).toBeGreaterThan(80);
  });

  it('leaves out no row, and says of each in words what is counted', async () => {
    const rows = await report(2022);
    for (const id of tables)
      for (const row of reportTable(id).rows)
        expect(rows.get(`${id}/${row.key}`)?.rule).toMatchObject({ code: `${id}.${row.key}`, text: expect.stringMatching(/.{10}/) });
  });

  it('keeps to what the graph can write: people in one bed, beds for one, registered facilities', async () => {
    expect(
      await town.sql(`select f.name from placement p join facility f on f.id = p.facility_id where not exists (
        select from provider_registration r where r.facility_id = f.id and daterange(r.valid_from, r.valid_to) @> p.from_date)`),
    ).toEqual([]);
    expect(await town.sql('select from placement where from_date > $1 or ended_on > $1', [today])).toEqual([]);
    const [crowded] = await town.sql<{ name: string }>(
      `select f.name, d.day from facility f, lateral (select distinct from_date as day from placement where facility_id = f.id) d
        where (select count(*) from placement p where p.facility_id = f.id and (p.accommodation or f.kind in ('DAY_CARE_CENTRE', 'DAY_CENTRE', 'SPECIALISED_WORKSHOP'))
                and daterange(p.from_date, p.ended_on) @> d.day)
            > (select capacity from facility_capacity c where c.facility_id = f.id and daterange(c.from_date, c.until_date) @> d.day)`,
    );
    expect(crowded).toBeUndefined();
  });

  it('confirms emergencies by another person, some late, and leaves few to confirm, none of them old', async () => {
    const [emergencies] = await town.sql<{ all: number; late: number; open: number; old: number }>(
      `select count(*)::int as all, count(*) filter (where confirmed_on > admitted_on + 1)::int as late, count(*) filter (where confirmed_on is null)::int as open,
         count(*) filter (where confirmed_on is null and admitted_on < $1::date - 3)::int as old from placement where emergency is not null`,
      [today],
    );
    expect(emergencies).toMatchObject({ old: 0 });
    expect(emergencies?.all).toBeGreaterThan(100);
    expect(emergencies?.late).toBeGreaterThan(0);
    expect(emergencies?.open).toBeLessThan(10);
  });

  it('records nothing before a stay or after it, and extends contracts only while they last', async () => {
    expect(
      await town.sql(
        `select a.kind, a.on_date, p.from_date, p.ended_on from placement_activity a join placement p on p.id = a.placement_id
        where a.on_date < p.from_date or a.on_date > coalesce(p.ended_on, $1)`,
        [today],
      ),
    ).toEqual([]);
    expect(
      await town.sql(
        `select e.agreed_on, p.from_date, p.ended_on from placement_extension e join placement p on p.id = e.placement_id
        where e.agreed_on < p.from_date or e.agreed_on > coalesce(p.ended_on, $1)`,
        [today],
      ),
    ).toEqual([]);
    expect(
      await town.sql(`select n.night from night_stay n join placement p on p.person_id = n.person_id and p.facility_id <> n.facility_id and p.accommodation
        and daterange(p.from_date, p.ended_on) @> n.night`),
    ).toEqual([]);
  });

  it('has work for today: a shelter with people and free beds, who waits, clients for the other plans', async () => {
    const { data } = await town.ask(
      staff('facility-manager'),
      '{ facilities { kind address occupancy { capacity occupied free } registration { validTo } waitingList { position since } placements(first: 3) { totalCount nodes { from extensions { until } } } } }',
    );
    const facilities: {
      kind: string;
      address: string;
      occupancy: { capacity: number; occupied: number; free: number };
      waitingList: unknown[];
    }[] = data.facilities;
    const of = (kind: string) => facilities.filter((one) => one.kind === kind);
    expect(of('SHELTER')[0]?.occupancy).toMatchObject({ capacity: 128 });
    expect(of('SHELTER')[0]?.occupancy.free).toBeGreaterThanOrEqual(8);
    for (const kind of [
      'SHELTER',
      'NIGHT_SHELTER',
      'SOCIAL_HOUSE',
      'SOCIAL_APARTMENTS',
      'CRISIS_CENTRE',
      'GROUP_APARTMENTS',
      'DAY_CARE_CENTRE',
      'SPECIALISED_WORKSHOP',
      'DAY_CENTRE',
      'FAMILY_HOME',
    ]) {
      expect([kind, of(kind).every(({ occupancy }) => occupancy.occupied > 0 && occupancy.free > 0)]).toEqual([kind, true]);
    }
    expect(of('GROUP_APARTMENTS').flatMap(({ waitingList }) => waitingList)).toHaveLength(5);
    const clients = world.notes.get('institutions.currentClients') as DemoPerson[];
    expect(clients.length).toBeGreaterThan(150);
    expect(of('SHELTER')[0]?.occupancy.occupied).toBeGreaterThanOrEqual(60);
    const requests = world.notes.get('institutions.grantedRequests') as GrantedRequest[];
    expect(requests.length).toBeGreaterThan(500);
  });

  it('has absences, breaches, incidents, an offer that is open and a registration that lapses soon', async () => {
    const { data, errors } = await town.ask(
      staff('head-of-services'),
      `{ facilitiesLapsing { name registration { validTo } } facilities { name absencesOverdue { reason } incidents { totalCount nodes { concludedOn persons { id } } }
        waitingList { urgency offers { answer } } occupancy { absent free } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.facilitiesLapsing).toEqual([{ name: 'Specializētā darbnīca', registration: { validTo: '2027-01-15' } }]);
    const of = (name: string) => data.facilities.find((one: { name: string }) => one.name === name);
    expect(of('Patversme')).toMatchObject({
      absencesOverdue: [{ reason: 'UNEXPLAINED' }],
      incidents: { totalCount: 2, nodes: [{ concludedOn: null, persons: [{}] }, { persons: [{}] }] },
      occupancy: { absent: 2 },
    });
    const { waitingList, occupancy } = of('Sociālā māja');
    expect(waitingList.map(({ urgency }: { urgency: string }) => urgency)).toEqual([
      'HIGH',
      'HIGH',
      'NORMAL',
      'NORMAL',
      'NORMAL',
      'NORMAL',
    ]);
    expect(waitingList.flatMap(({ offers }: { offers: object[] }) => offers)).toEqual([{ answer: null }]);
    expect(occupancy.free).toBeGreaterThan(0);
    expect(await town.sql(`select count(*)::int as n from house_rule_breach`)).toEqual([{ n: 3 }]);
  });

  it('has a smaller town beside it, whose report names no facility of Daugavpils', async () => {
    const rows = await report(2022, bauska);
    expect(rows.get('shelter/total')?.value).toBeGreaterThan(5);
    expect(rows.get('group-apartments-saura-26/total')?.value).toBeNull();
    expect(rows.get('night-shelter/total')?.value).toBeNull();
    expect(rows.get('day-centre-saskarsme/total')?.value).toBeNull();
  });

  it('is the same each time, invents nothing after its day, and fits with any seed', () => {
    const again = new World(today);
    planInstitutions(again);
    expect(again.rows.get('institutions')).toEqual(world.rows.get('institutions'));
    for (const seed of ['one', 'two', 'three', 'four']) planInstitutions(new World(today, seed));
    const early = new World('2024-06-01');
    planInstitutions(early);
    const dates = [...(early.rows.get('institutions') ?? new Map()).values()]
      .flat()
      .flatMap((row) => [row.ended_on, row.on_date, row.agreed_on, row.night, row.since_date]);
    expect(dates.filter((date) => typeof date === 'string' && date > '2024-06-01')).toEqual([]);
  });

  describe('after deletions', () => {
    const within = `s.days && daterange('2022-01-01', '2023-01-01')`;
    const only = `not exists (select from stay o where o.person_id = s.person_id and o.facility_id = s.facility_id and o.id <> s.id)`;
    const stayIn = (kind: string, more = 'true') =>
      `select s.id from stay s where s.kind = '${kind}' and s.municipality = '${daugavpils}' and ${within} and ${only} and ${more}`;
    const during = (table: string, date: string, kind: string, more = 'true') =>
      `select r.id from ${table} r join stay s on s.id = r.placement_id where s.kind = '${kind}' and s.municipality = '${daugavpils}' and ${date} between '2022-01-01' and '2022-12-31' and ${more}`;
    const factOf = (kind: string, facility: string, more: string) =>
      `select f.key as id from fact f join stay s on s.person_id = f.person_id where f.kind = '${kind}' and s.kind = '${facility}' and s.municipality = '${daugavpils}' and ${within} and ${more}`;
    const sauraGroup = `s.address like 'Šaura%'`;

    /** What is deleted (one of the records that the query gives, another each round), and which rows must fall by one. */
    const deletions: [record: string, found: string, rows: string[]][] = [
      ['placement', stayIn('SHELTER'), ['shelter/total']],
      ['placement_extension', during('placement_extension', 'r.agreed_on', 'SHELTER'), ['shelter/contracts-extended']],
      [
        'placement_activity',
        during('placement_activity', 'r.on_date', 'SHELTER', `r.kind = 'MEDICATION_TREATMENT'`),
        ['shelter/solofur-treatment'],
      ],
      ['fact', factOf('circumstance', 'SHELTER', `f.body ->> 'kind' = 'PENSIONER' and ${only}`), ['shelter/pension-age']],
      [
        'placement',
        stayIn('NIGHT_SHELTER', `s.from_date > '2022-01-01'`),
        ['night-shelter/total', 'night-shelter/granted', 'night-shelter/new-clients'],
      ],
      [
        'night_stay',
        `select n.id from night_stay n where n.night between '2022-01-01' and '2022-12-31' and (select count(*) from night_stay o where o.person_id = n.person_id) = 1`,
        ['night-shelter/short-stay-recipients'],
      ],
      [
        'placement',
        stayIn('SOCIAL_HOUSE', `exists (select from person_fact q where q.person_id = s.person_id and q.birth_year > 2006)`),
        ['social-house/total', 'social-house/children', 'social-house/minor-children'],
      ],
      [
        'fact',
        factOf('circumstance', 'SOCIAL_HOUSE', `f.body ->> 'kind' = 'UNEMPLOYED' and f.body ->> 'until' is null`),
        ['social-house/unemployed'],
      ],
      ['placement', stayIn('SOCIAL_APARTMENTS', `s.days @> date '2022-12-31'`), ['social-apartments-saura-26/residents']],
      [
        'facility_place',
        `select b.id from facility_place b join facility f on f.id = b.facility_id where f.kind = 'SOCIAL_APARTMENTS' and b.room in ('18', '19') and b.bed = '1'`,
        ['social-apartments-saura-26/apartments', 'social-apartments-saura-26/vacant-apartments'],
      ],
      ['placement', stayIn('CRISIS_CENTRE', 's.accommodation'), ['family-support-centre-clients/total']],
      [
        'placement_activity',
        during('placement_activity', 'r.on_date', 'CRISIS_CENTRE', `r.kind = 'AFTER_FIRE'`),
        ['family-support-centre-clients/after-fire'],
      ],
      [
        'placement',
        stayIn('GROUP_APARTMENTS', sauraGroup),
        ['group-apartments-saura-26/total', 'group-apartments-saura-26/disability-group-2'],
      ],
      [
        'fact',
        factOf('household-status', 'GROUP_APARTMENTS', `f.body ->> 'status' = 'NEEDY' and s.address like '18.%'`),
        ['group-apartments-18-novembra-354v/needy-status'],
      ],
      [
        'placement_activity',
        during('placement_activity', 'r.on_date', 'GROUP_APARTMENTS', `r.kind = 'MOTIVATION_PROGRAMME' and ${sauraGroup}`),
        ['group-apartments-saura-26/occupation-motivation-programme'],
      ],
      [
        'placement',
        stayIn('CRISIS_CENTRE', `s.ended_on < '2023-01-01' and s.destination = 'RENTED_HOME'`),
        ['family-support-centre-outcomes/rents-in-city'],
      ],
      ['placement', stayIn('CRISIS_CENTRE', `s.days @> date '2022-12-31'`), ['family-support-centre-outcomes/continuing-cases']],
      ['placement', stayIn('DAY_CARE_CENTRE'), ['day-care-centre/day-care']],
      [
        'placement',
        stayIn(
          'SPECIALISED_WORKSHOP',
          `exists (select from person_fact q where q.person_id = s.person_id and q.sex = 'MALE' and 2022 - q.birth_year between 46 and 65)`,
        ),
        [
          'day-care-centre/workshops',
          'specialised-workshops/total',
          'specialised-workshops/men',
          'specialised-workshops/disability-2',
          'specialised-workshops/age-46-65',
        ],
      ],
      [
        'placement',
        stayIn('DAY_CENTRE', `exists (select from circumstance_fact c where c.person_id = s.person_id and c.kind = 'DISABILITY_GROUP_1')`),
        ['day-centre-saskarsme/total', 'day-centre-saskarsme/disability-total', 'day-centre-saskarsme/disability-group-1'],
      ],
      ['fact', factOf('circumstance', 'DAY_CENTRE', `f.body ->> 'kind' = 'PENSIONER' and ${only}`), ['day-centre-saskarsme/pension-age']],
      [
        'placement_activity',
        during('placement_activity', 'r.on_date', 'DAY_CENTRE', `r.kind = 'AFTER_SERIOUS_ILLNESS'`),
        ['day-centre-saskarsme/after-serious-illness'],
      ],
      [
        'placement_activity',
        during('placement_activity', 'r.on_date', 'DAY_CARE_CENTRE', `r.kind = 'PHYSIOTHERAPIST'`),
        ['day-care-centre/physiotherapist'],
      ],
    ];

    it.each([1, 2])('rows fall with the records they count, round %i', async (round) => {
      let before = await report(2022);
      for (const [record, found, moved] of deletions) {
        const candidates = await town.sql<{ id: string }>(`${found} order by 1`);
        const { id } = new Random(`${round} ${found}`).pick(candidates);
        await remove(record, id);
        const after = await report(2022);
        const fallen = (row: string) => [row, (before.get(row)?.value ?? 0) - (after.get(row)?.value ?? 0)];
        expect(moved.map(fallen)).toEqual(moved.map((row) => [row, 1]));
        before = after;
      }
    });

    /** Deletes a record with what hangs on it: extensions and activities of a placement, the other bed of an apartment. */
    async function remove(record: string, id: string): Promise<void> {
      if (record === 'placement') {
        const rest =
          'e as (delete from placement_extension where placement_id = $1), a as (delete from placement_activity where placement_id = $1)';
        await town.sql(`with ${rest} delete from placement where id = $1`, [id]);
      } else if (record === 'facility_place') {
        await town.sql(
          'delete from facility_place b using facility_place g where g.id = $1 and b.facility_id = g.facility_id and b.room = g.room',
          [id],
        );
      } else await town.sql(`delete from ${record} where ${record === 'fact' ? 'key' : 'id::text'} = $1`, [id]);
    }
  });
});
