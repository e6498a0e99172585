import { demoId } from '@atbalsts/auth';
import { withClient } from '@atbalsts/database';
import { assessmentForms, bauska, daugavpils, furtherServiceTypes, norms, serviceProjects, serviceTypes } from '@atbalsts/reference';
import { type ClonedDatabase, cloneDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planWorkforce } from '../workforce/index.js';
import { type DemoPerson, World } from '../world.js';
import { seedDomain } from '../writer.js';
import { currentClientsNote } from './clients.js';
import { planServices } from './index.js';

const today = '2026-11-22';
const types = [...serviceTypes, ...furtherServiceTypes].map(({ code }) => code);

function invented(seed?: string): World {
  const world = new World(today, seed);
  planWorkforce(world);
  const sheltered: DemoPerson[] = Array.from({ length: 80 }, () => world.person({ bornFrom: '1955-01-01', bornUntil: '1998-12-31' }));
  world.notes.set(currentClientsNote, sheltered);
  planServices(world);
  return world;
}

describe('the services of the demo', () => {
  let database: ClonedDatabase;
  const world = invented();
  const sql = async (statement: string, parameters: unknown[] = []) =>
    (await withClient(database.superUrl, (client) => client.query(statement, parameters))).rows;

  beforeAll(async () => {
    database = await cloneDatabase('services');
    await withClient(database.superUrl, (client) =>
      client.query(
        `insert into service_type (code, place, name_lv, name_en, kind) select code, row_number() over (), code, code, 'CARE' from unnest($1::text[]) as code`,
        [types],
      ),
    );
    await withClient(database.superUrl, async (client) => {
      for (const { code, number, groups, from, until } of serviceProjects)
        await client.query('insert into service_project values ($1, $2, $1, $1, $3, $4, $5, true)', [code, number, groups, from, until]);
      for (const { kind, version, validFrom, validUntil, assumed, note, ...content } of assessmentForms) {
        const values = [kind, version, validFrom, validUntil, assumed, note.lv, note.en, JSON.stringify(content)];
        await client.query('insert into assessment_form values ($1, $2, $3, $4, $5, $6, $7, $8)', values);
      }
    });
    await seedDomain('services', database.ownerUrl, world);
  });
  afterAll(() => database?.drop());

  it('are the same each time, and others with another seed', () => {
    expect(invented().rows.get('services')).toEqual(world.rows.get('services'));
    expect(invented('other').rows.get('services')).not.toEqual(world.rows.get('services'));
  });

  it('stay moderate', () => {
    const rows = [...(world.rows.get('services')?.values() ?? [])].reduce((sum, table) => sum + table.length, 0);
    expect(rows).toBeLessThan(130_000);
    expect(world.people.length).toBeLessThan(12_000);
  });

  it('give social workers a load around the norm, and show one who has too much', async () => {
    const loads = await sql(`select responsible_id as id, count(*)::int as open from social_case where closed_on is null group by 1`);
    const of = (persona: 'social-worker' | 'social-worker-2' | 'social-worker-bauska') =>
      loads.find((load) => load.id === demoId('employee', persona))?.open;
    expect(of('social-worker')).toBe(21);
    expect(of('social-worker-2')).toBeGreaterThan(norms.caseload.to);
    expect(of('social-worker-bauska')).toBe(20);
    expect(loads.filter((load) => load.open > norms.caseload.to)).toHaveLength(1);
  });

  it('manage a case of everybody in the shelter, some of them those of the persona', async () => {
    const cases = await sql(
      `select responsible_id from social_case where closed_on is null and target_group = 'HOMELESS' and person_id = any($1)`,
      [(world.notes.get(currentClientsNote) as DemoPerson[]).map((person) => person.id)],
    );
    expect(cases).toHaveLength(80);
    expect(cases.filter((one) => one.responsible_id === demoId('employee', 'social-worker')).length).toBeGreaterThan(5);
  });

  it('have requests in every state, several waiting lists, and decisions made by two', async () => {
    const states = await sql('select state, count(*)::int as n from service_request where municipality = $1 group by 1', [daugavpils]);
    expect(states.map((row) => row.state).sort()).toEqual(['ASSESSED', 'ENDED', 'GRANTED', 'PROPOSED', 'REFUSED', 'SUBMITTED', 'WAITING']);
    const [lists] = await sql(
      'select count(distinct r.service_type)::int as n from waiting_list_entry e join service_request r on r.id = e.request_id where e.left_on is null and e.municipality = $1',
      [daugavpils],
    );
    expect(lists.n).toBeGreaterThanOrEqual(4);
    expect(await sql('select 1 from survey_answer limit 1')).toHaveLength(1);
  });

  it('have referrals of every kind to both partners, the newest resting on a live consent, each consent given first', async () => {
    for (const partner of ['ngo-a', 'ngo-b'] as const) {
      const organisation = demoId('organisation', partner);
      const referrals = await sql(
        'select person_id, state, offered_on::text as offered_on from referral where organisation_id = $1 order by offered_on desc, id desc',
        [organisation],
      );
      expect(referrals.length).toBeGreaterThanOrEqual(6);
      expect(new Set(referrals.map((one) => one.state))).toEqual(new Set(['OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED']));
      for (const [at, referral] of referrals.entries()) {
        const consent = world.consents.find((one) => one.person.id === referral.person_id && one.organisationId === organisation);
        expect(consent?.from && consent.from <= referral.offered_on).toBe(true);
        if (at === 0) expect(consent).toMatchObject({ withdrawnAt: null, scopes: expect.arrayContaining(['IDENTITY', 'NEEDS']) });
      }
      expect(world.consents.some((one) => one.organisationId === organisation && one.withdrawnAt !== null && one.withdrawnAt < today)).toBe(
        true,
      );
      expect(world.consents.some((one) => one.organisationId === organisation && one.until <= today)).toBe(true);
    }
  });

  it('record nothing of the future, nothing outside its case, and nothing by who was not there', async () => {
    const days = [
      'social_case.opened_on',
      'social_case.closed_on',
      'home_visit.on_date',
      'participation_agreement.agreed_on',
      'service_request.decided_on',
      'delivery.on_date',
      'survey_answer.answered_on',
      'referral.offered_on',
    ];
    for (const [table, column] of days.map((day) => day.split('.')))
      expect(await sql(`select id from ${table} where ${column} > $1`, [today])).toEqual([]);
    expect(
      await sql(
        `select n.id from case_note n join social_case c on c.id = n.case_id where n.at::date < c.opened_on or n.at::date > coalesce(c.closed_on, $1)`,
        [today],
      ),
    ).toEqual([]);
    expect(
      await sql(
        'select id from social_case where closed_on is not null and exists (select from case_goal g where g.case_id = social_case.id and g.outcome is null)',
      ),
    ).toEqual([]);
    expect(
      await sql(
        'select d.id from delivery d join service_request r on r.id = d.request_id where d.on_date < r.from_date or d.on_date >= coalesce(r.until_date, $1::date + 1)',
        [today],
      ),
    ).toEqual([]);
  });

  it('assess the families of open cases: the case has the level of its latest assessment, and some are late', async () => {
    const latest = await sql(
      `select distinct on (a.case_id) a.level, c.risk, a.next_due_on < $1::date as late from risk_assessment a join social_case c on c.id = a.case_id
        where c.closed_on is null order by a.case_id, a.on_date desc`,
      [today],
    );
    expect(latest.length).toBeGreaterThan(40);
    expect(latest.filter(({ level, risk }) => level !== risk)).toEqual([]);
    const late = latest.filter((one) => one.late).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(latest.length / 2);
    expect(await sql('select 1 from risk_assessment where on_date > $1', [today])).toEqual([]);
  });

  it('keep needs cards whose points add up to the score, plans and agreements one of a request, reviews within the service', async () => {
    const cards = await sql(
      `select n.score, (select sum((m ->> 'points')::int)::int from jsonb_array_elements(n.marks) m) as points from needs_assessment n where n.marks is not null`,
    );
    expect(cards.length).toBeGreaterThan(50);
    expect(cards.filter(({ score, points }) => score !== points)).toEqual([]);
    const outside =
      'select 1 from service_review v join service_request r on r.id = v.request_id where v.on_date < r.from_date or v.on_date > coalesce(r.until_date, $1::date)';
    expect(await sql(outside, [today])).toEqual([]);
    expect((await sql('select 1 from care_task')).length).toBeGreaterThan(50);
    const [due] = await sql(`select count(*)::int as n from service_request where state = 'GRANTED' and review_on < $1`, [today]);
    expect(due.n).toBeGreaterThan(0);
    expect(await sql(`select 1 from service_request where (state = 'ENDED') <> (end_reason is not null)`)).toEqual([]);
  });

  it('offer free places to the first of their queues, one in time and one too late, and tell why an order changed', async () => {
    const offers = await sql(
      `select answer_by < $1::date as late, municipality from place_offer where state = 'OFFERED' order by answer_by`,
      [today],
    );
    expect(offers.map((one) => one.late)).toEqual([true, false, false]);
    expect(await sql('select 1 from waiting_list_change')).toHaveLength(1);
  });

  it('have a small set in Bauska', async () => {
    for (const table of ['social_case', 'service_request', 'referral', 'home_visit', 'participation_agreement', 'waiting_list_entry']) {
      expect((await sql(`select 1 from ${table} where municipality = $1 limit 1`, [bauska])).length).toBe(1);
    }
  });
});
