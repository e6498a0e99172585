import { benefits, benefitsRecords, benefitsRules } from '@atbalsts/benefits';
import { withSession } from '@atbalsts/database';
import { figuresOf, type ReportTable } from '@atbalsts/graphql';
import { bauska, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import { countStatements, figuresAgainstRecords, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planWorkforce } from '../workforce/index.js';
import { type DemoPerson, World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planBenefits } from './index.js';

const today = '2026-11-22';
const tables = ['benefits-dynamics', 'ukraine-applications'];
/** Rows that no record counts, with the reason in the README of benefits. */
const absent = ['housing-allowance-state-grant', 'orphan-guarantees-state-grant'];

/** A world as the institutions leave it: people in a shelter today, and wishes for a status. */
function furnished(): { world: World; clients: DemoPerson[] } {
  const world = new World(today);
  planWorkforce(world);
  const people = Array.from({ length: 60 }, () => world.person({ residence: false }));
  for (const [n, person] of people.slice(0, 14).entries()) {
    world.wishes.householdStatus.push({
      person,
      status: n % 3 ? 'NEEDY' : 'LOW_INCOME',
      from: `2022-${['01-05', '04-30', '12-20', '07-01'][n % 4]}`,
    });
  }
  world.notes.set('institutions.currentClients', people.slice(10));
  return { world, clients: people.slice(10) };
}

describe('the benefits of the demo', () => {
  const { world, clients } = furnished();
  const director = staff('director');
  const organiser = staff('assistance-organiser');
  let town: TestSubgraph;

  beforeAll(async () => {
    planBenefits(world);
    town = await testSubgraph(benefits);
    await seedDomain('benefits', town.database.ownerUrl, world);
    await town.sql('analyze');
  }, 120_000);
  afterAll(() => town?.drop());

  const reportQuery = `query($r: [_Any!]!) { _entities(representations: $r) { ... on AnnualReport { benefits { id rows { key value previous rule { code text } } } } } }`;
  const report = async (
    year: number,
    municipality = daugavpils,
  ): Promise<Map<string, { value: number | null; previous: number | null }>> => {
    const { data, errors } = await town.ask(director, reportQuery, {
      r: [{ __typename: 'AnnualReport', municipalityCode: municipality, year }],
    });
    expect(errors).toBeUndefined();
    const found: ReportTable[] = data._entities[0].benefits ?? [];
    return new Map(found.flatMap(({ id, rows }) => rows.map((row) => [`${id}.${row.key}`, row])));
  };

  it.each([2022, 2021])('shows of every figure of %i the records behind it, as many or as much as it says', async (year) => {
    const found = await figuresAgainstRecords(town, staff('director'), benefitsRecords, year);
    expect(found.differ).toEqual([]);
    expect(found.rowsWithRecords).toBeGreaterThan(8);
  });

  it.each([2021, 2022])('give every printed figure of %i', async (year) => {
    const derived = await report(year);
    for (const table of tables) {
      for (const { key, heading } of reportTable(table).rows) {
        if (heading || absent.includes(key)) continue;
        expect([table, key, derived.get(`${table}.${key}`)?.value ?? null]).toEqual([
          table,
          key,
          publishedFigure(daugavpils, table, key, year),
        ]);
      }
    }
    for (const key of absent) expect(derived.has(`benefits-dynamics.${key}`)).toBe(false);
  });

  it('are granted as the rules of their day say, where no formula does', async () => {
    const wrong = await town.sql(
      `select a.benefit_type, a.legal_ground, coalesce(d.amount, d.monthly_amount) as amount, d.months, a.claimed_costs, r.kind
         from decision d join application a on a.id = d.application_id
         left join benefit_rule r on r.benefit_type = a.benefit_type and r.legal_ground = a.legal_ground and r.municipality = a.municipality
                                 and r.valid_from <= a.submitted_on
        where d.outcome = 'GRANT' and not (a.benefit_type in ('gmi', 'housing-allowance') and a.legal_ground = 'STANDARD')
          and (r.id is null or (r.months is null) <> (d.months is null) or d.months > r.months
               or (r.kind = 'FIXED' and d.amount <> r.fixed_amount)
               or (r.kind = 'SHARE' and coalesce(d.amount, d.monthly_amount) is distinct from least(r.ceiling, round(a.claimed_costs * r.share_percent / 100.0))))
        limit 5`,
    );
    expect(wrong).toEqual([]);
    const [over] = await town.sql<{ n: number }>(
      `select count(*)::int as n from application a join benefit_rule r on r.benefit_type = a.benefit_type and r.legal_ground = a.legal_ground
          and r.municipality = a.municipality and r.period_months is not null
        where (select sum(d.amount) from decision d join application b on b.id = d.application_id
                where d.outcome = 'GRANT' and b.benefit_type = a.benefit_type and b.household_id = a.household_id
                  and b.submitted_on > a.submitted_on - make_interval(months => r.period_months) and b.submitted_on <= a.submitted_on) > r.ceiling`,
    );
    expect(over?.n).toBe(0);
  });

  it('show the year before beside the year, and nothing of another town', async () => {
    const derived = await report(2022);
    expect(derived.get('benefits-dynamics.gmi-paid')?.previous).toBe(publishedFigure(daugavpils, 'benefits-dynamics', 'gmi-paid', 2021));
    expect(await report(2022, bauska)).toEqual(new Map());
  });

  /** What the report counts when some rows are gone; everything is as before afterwards. */
  const reportWithout = async (deletion: string): Promise<Map<string, number | null>> => {
    const counted = new Map<string, number | null>();
    const undo = new Error('undo');
    const work = withSession(town.database.database, { audience: 'SYSTEM' }, async (em) => {
      await em.execute(deletion);
      for (const [key, value] of await figuresOf(em, benefitsRules, daugavpils, [2022])) counted.set(key.replace('@2022', ''), value);
      throw undo;
    });
    await expect(work).rejects.toBe(undo);
    return counted;
  };
  const moved = (
    before: ReadonlyMap<string, { value: number | null }>,
    after: ReadonlyMap<string, number | null>,
  ): Record<string, number> =>
    Object.fromEntries(
      [...after].flatMap(([key, value]) =>
        value === (before.get(key)?.value ?? null) ? [] : [[key, Math.round(((value ?? 0) - (before.get(key)?.value ?? 0)) * 100) / 100]],
      ),
    );

  it.each([
    ['gmi', 'STANDARD', 'gmi-paid'],
    ['housing-allowance', 'STANDARD', 'housing-allowance'],
    ['health-care', 'STANDARD', 'health-benefit'],
    ['child-meals', 'STANDARD', 'meals-benefits'],
    ['crisis', 'STANDARD', 'crisis-benefit'],
    ['large-family', 'STANDARD', 'large-family-support'],
    ['release-from-prison', 'STANDARD', 'unforeseen-support'],
    ['orphan-foster-family', 'STANDARD', 'orphan-guarantees'],
    ['accessibility', 'STANDARD', 'accessibility-support'],
    ['gmi', 'UKRAINE_SUPPORT', 'ukraine-support'],
    ['crisis', 'UKRAINE_SUPPORT', 'ukraine-support'],
  ])('move the row of %s (%s) by exactly the payments deleted, and no other row of money', async (type, ground, row) => {
    const payments = await town.sql<{ id: string; amount: string }>(
      `select p.id, p.amount from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
        where a.municipality = $1 and a.benefit_type = $2 and a.legal_ground = $3 and p.month >= '2022-01-01' and p.month < '2023-01-01' order by md5(p.id::text || $4) limit 5`,
      [daugavpils, type, ground, row],
    );
    expect(payments.length).toBeGreaterThan(0);
    const gone = await reportWithout(`delete from payment where id in (${payments.map(({ id }) => `'${id}'`).join(', ')})`);
    const changes = moved(await report(2022), gone);
    const cents = payments.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(changes[`benefits-dynamics.${row}`]).toBe(-cents / 100);
    for (const key of Object.keys(changes))
      expect(['benefits-dynamics.benefit-recipients', 'benefits-dynamics.gmi-recipients', `benefits-dynamics.${row}`]).toContain(key);
  });

  it.each(['NEEDY', 'LOW_INCOME'])(
    'move the families and persons of %s by the only decision of a household that is deleted',
    async (status) => {
      const [decision] = await town.sql<{ id: string; persons: number }>(
        `select d.id, (select count(*)::int from decision_person p where p.decision_id = d.id) as persons from decision d
        where d.municipality = $1 and d.household_status = $2 and d.status_from >= '2022-01-01' and d.status_from < '2023-01-01'
          and not exists (select from decision o where o.household_id = d.household_id and o.id <> d.id) order by md5(d.id::text) limit 1`,
        [daugavpils, status],
      );
      const gone = await reportWithout(
        `delete from payment where decision_id = '${decision?.id}'; delete from decision where id = '${decision?.id}'`,
      );
      const row = status === 'NEEDY' ? 'needy' : 'low-income';
      expect(moved(await report(2022), gone)).toMatchObject({
        [`benefits-dynamics.${row}-families`]: -1,
        [`benefits-dynamics.${row}-persons`]: -(decision?.persons ?? 0),
      });
    },
  );

  it('move the applications of Ukrainian civilians by those deleted', async () => {
    const gone = await reportWithout(
      `with gone as (select id from application where legal_ground = 'UKRAINE_SUPPORT' and benefit_type = 'crisis' order by md5(id::text) limit 3),
            paid as (delete from payment where decision_id in (select id from decision where application_id in (select id from gone))),
            decided as (delete from decision where application_id in (select id from gone))
       delete from application where id in (select id from gone)`,
    );
    expect(moved(await report(2022), gone)).toMatchObject({ 'ukraine-applications.crisis': -3, 'ukraine-applications.total': -3 });
  });

  it('count some households as needy and as low-income in 2022, in both', async () => {
    const [both] = await town.sql<{ n: number }>(
      `select count(*)::int as n from (select household_id from decision where status_from >= '2022-01-01' and status_from < '2023-01-01' and municipality = $1
        group by household_id having count(distinct household_status) = 2) twice`,
      [daugavpils],
    );
    expect(both?.n).toBeGreaterThanOrEqual(20);
  });

  it.each(['gmi', 'housing-allowance'])(
    'pay the %s that the means test gives for the stored incomes, in every year',
    async (benefitType) => {
      const query = `query($f: ApplicationFilter) { applications(filter: $f, first: 200) { nodes { legalGround means { status gmiBenefit housingAllowance } decisions { outcome monthlyAmount } } } }`;
      for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
        for (const month of ['03', '09']) {
          const f = {
            benefitType,
            state: 'DECIDED',
            legalGround: 'STANDARD',
            submittedFrom: `${year}-${month}-01`,
            submittedUntil: `${year}-${month}-31`.replace('-09-31', '-09-30'),
          };
          const { data, errors } = await town.ask(director, query, { f });
          expect(errors).toBeUndefined();
          if (year < 2023) expect(data.applications.nodes.length).toBeGreaterThan(50);
          for (const { means, decisions } of data.applications.nodes) {
            const [decision] = decisions;
            if (decision.outcome === 'REFUSE') expect(means.status).toBe('NONE');
            else expect(decision.monthlyAmount).toBe(benefitType === 'gmi' ? means.gmiBenefit : means.housingAllowance);
          }
        }
      }
    },
  );

  it('find in the stored means the status that each decision says', async () => {
    const query = `query($f: ApplicationFilter) { applications(filter: $f, first: 200) { nodes { means { status } household { id } decisions { id } } } }`;
    for (const benefitType of ['gmi', 'housing-allowance', 'health-care']) {
      const { data } = await town.ask(director, query, {
        f: { benefitType, state: 'DECIDED', legalGround: 'STANDARD', submittedFrom: '2022-05-01', submittedUntil: '2022-06-01' },
      });
      const found = await town.sql<{ id: string; status: string | null }>('select id, household_status as status from decision');
      const statusOf = new Map(found.map(({ id, status }) => [id, status]));
      for (const { means, decisions } of data.applications.nodes) expect(statusOf.get(decisions[0].id) ?? null).toBe(means?.status ?? null);
    }
  });

  it('give the wished statuses from the day wished, for 3 or 6 months', async () => {
    for (const { person, status, from } of world.wishes.householdStatus) {
      const found = await town.sql<{ status: string; from: string }>(
        `select d.household_status as status, d.status_from::text as from from decision d join decision_person p on p.decision_id = d.id
          where p.person_id = $1 and d.status_from >= '2022-01-01' and d.status_from < '2023-01-01'`,
        [person.id],
      );
      expect(found).toEqual([{ status, from }]);
    }
  });

  it('keep who lives in a shelter needy and granted today, and leave the others without a status in the calibrated years', async () => {
    const entities = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { applications(first: 5) { totalCount nodes { number state household { id } } } benefits { number outcome monthlyAmount } }
      ... on Household { status statusUntil } } }`;
    const { data, errors } = await town.ask(director, entities, { r: clients.map(({ id }) => ({ __typename: 'Person', id })) });
    expect(errors).toBeUndefined();
    for (const { applications, benefits: granted } of data._entities) {
      expect(applications.totalCount).toBeGreaterThanOrEqual(1);
      expect(granted).toMatchObject([{ outcome: 'GRANT', monthlyAmount: expect.any(String) }]);
    }
    const households = clients.map((person) => ({ __typename: 'Household', id: world.householdOf(person)?.id }));
    const held = await town.ask(director, entities, { r: households });
    for (const { status, statusUntil } of held.data._entities) {
      expect(status).toBe('NEEDY');
      expect(statusUntil > today).toBe(true);
    }
    const wished = new Set(world.wishes.householdStatus.map(({ person }) => person.id));
    const strangers = clients.filter(({ id }) => !wished.has(id)).map(({ id }) => id);
    const found = await town.sql(
      `select 1 from decision_person p join decision d on d.id = p.decision_id where p.person_id = any ($1) and d.status_from < '2023-01-01'`,
      [strangers],
    );
    expect(found).toEqual([]);
  });

  it('leave work for today: new, complete and proposed applications, some due within days, and payments of this month', async () => {
    const count = async (f: object) =>
      (await town.ask(organiser, 'query($f: ApplicationFilter) { applications(filter: $f) { totalCount } }', { f })).data.applications
        .totalCount;
    for (const state of ['SUBMITTED', 'MEANS_DECLARED', 'PROPOSED']) expect(await count({ state })).toBeGreaterThanOrEqual(10);
    expect(await count({ dueBefore: '2026-11-29' })).toBeGreaterThanOrEqual(3);
    expect(await count({ dueBefore: today })).toBe(0);
    const [due] = await town.sql<{ n: number }>(`select count(*)::int as n from payment where state = 'DUE' and month = '2026-11-01'`);
    expect(due?.n).toBeGreaterThanOrEqual(40);
    expect(
      await town.sql(`select count(*)::int as n from payment where state = 'DUE' and month < '2026-11-01' and rejected_code is null`),
    ).toEqual([{ n: 0 }]);
    expect(await town.sql(`select count(*)::int as n from decision where approved_on > $1 or notified_on > $1`, [today])).toEqual([
      { n: 0 },
    ]);
  });

  it('answer a list of 20 with as many statements as a list of 200', async () => {
    const query = `query($n: Int!) { applications(first: $n, filter: { state: DECIDED, submittedUntil: "2022-06-01" }) { totalCount nodes { number state dueOn applicant { id } household { status } benefitType { label } means { status gmiBenefit steps { code } } incomes { monthly person { id } }
      decisions { number reasons application { id } payments { month amount state batch { number count total } } } } } }`;
    const counter = countStatements(town.database.superUrl);
    const statementsOf = async (n: number): Promise<number> => {
      await counter.reset();
      const { data, errors } = await town.ask(director, query, { n });
      expect(errors).toBeUndefined();
      expect(data.applications.nodes).toHaveLength(n);
      return counter.count();
    };
    const few = await statementsOf(20);
    expect(await statementsOf(200)).toBe(few);
    expect(few).toBeLessThanOrEqual(14);
  });

  it('answer persons and batches with as many statements for 50 as for 1', async () => {
    const query = `query($r: [_Any!]!, $b: Int!) { _entities(representations: $r) { ... on Person { applications(first: 5) { totalCount nodes { number } } benefits { number reasons } } } paymentBatches(first: $b) { nodes { number count total } } }`;
    const counter = countStatements(town.database.superUrl);
    const statementsOf = async (n: number): Promise<number> => {
      await counter.reset();
      expect(
        (await town.ask(director, query, { r: clients.slice(0, n).map(({ id }) => ({ __typename: 'Person', id })), b: n })).errors,
      ).toBeUndefined();
      return counter.count();
    };
    expect(await statementsOf(50)).toBe(await statementsOf(1));
  });

  it('keep one application, decision and payment as a mutation would have written them', async () => {
    for (const [what, wrong] of [
      [
        'an approval before a proposal, or by the proposer',
        'select 1 from decision where approved_on < proposed_on or approved_by = proposed_by',
      ],
      [
        'a batch of another month',
        'select 1 from payment p join payment_batch b on b.id = p.batch_id where b.month <> p.month or b.municipality <> p.municipality',
      ],
      [
        'a decision that covers nobody',
        'select 1 from decision d where not exists (select from decision_person p where p.decision_id = d.id)',
      ],
      [
        'a status without the means that gave it',
        'select 1 from decision d join application a on a.id = d.application_id where d.status_from is not null and a.assessed_on is null',
      ],
      [
        'a needy household with another status on the same day',
        `select 1 from decision a join decision b on b.household_id = a.household_id and a.household_status = 'NEEDY' and b.household_status = 'LOW_INCOME' and a.approved_on is not null and b.approved_on is not null
        and daterange(a.status_from, a.status_until) && daterange(b.status_from, b.status_until)`,
      ],
      [
        'the same benefit twice for one month',
        `select 1 from decision a join decision b on b.household_id = a.household_id and b.id > a.id join application x on x.id = a.application_id
        join application y on y.id = b.application_id and y.benefit_type = x.benefit_type where a.approved_on is not null and b.approved_on is not null and a.months > 0 and b.months > 0
        and daterange(a.from_date, least(a.until_date, a.revoked_from)) && daterange(b.from_date, least(b.until_date, b.revoked_from))`,
      ],
      [
        'payments beside the months of a decision',
        'select 1 from payment p join decision d on d.id = p.decision_id where d.months is not null and (p.month < d.from_date or p.month >= d.until_date or p.amount <> d.monthly_amount)',
      ],
    ] as const) {
      expect([what, await town.sql(`${wrong} limit 1`)]).toEqual([what, []]);
    }
    const facts = await town.sql('select kind, count(*)::int as n from outbox group by kind order by kind');
    const [decided] = await town.sql<{ n: number }>(`select count(*)::int as n from decision where approved_on >= '2022-01-01'`);
    const [statuses] = await town.sql<{ n: number }>(
      `select count(*)::int as n from decision_person p join decision d on d.id = p.decision_id where d.status_from is not null and d.approved_on is not null`,
    );
    expect(facts).toEqual([
      { kind: 'decision', n: decided?.n },
      { kind: 'household-status', n: statuses?.n },
    ]);
  });

  it('are the same each time', () => {
    const again = furnished().world;
    planBenefits(again);
    expect(again.rows.get('benefits')?.get('payment')?.slice(-500)).toEqual(world.rows.get('benefits')?.get('payment')?.slice(-500));
    expect(again.people.length).toBe(world.people.length);
  }, 120_000);
});
