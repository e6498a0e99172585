// Towns with ten years of invented records, written by sets: persons as facts, applications, decisions and payments, stays in a shelter.
import { createHash } from 'node:crypto';
import { withClient } from '@atbalsts/database';
import { municipalitiesOn } from '@atbalsts/reference';
import cliProgress from 'cli-progress';

/** The years that are filled. */
export const years = Array.from({ length: 10 }, (_, at) => 2016 + at);

/** The municipalities of 2022: 43 of them. */
export const towns = municipalitiesOn('2022-12-31').map(({ code, region }) => ({ code, region }));

const benefitTypes = ['gmi', 'housing-allowance', 'health-care', 'child-meals', 'crisis', 'large-family'];

/** One town's records of all years in the benefits domain: a household is two persons, a decision has four payments. */
const benefitsSql = `
with household as (
  select g as n, md5('household ' || $1 || g)::uuid as id from generate_series(1, $2::int) g
), due as (
  -- Every household applies so often that the payments come out as asked, spread over the years.
  select h.id as household_id, h.n, d as turn, $3::int + (d + h.n) % $4::int as year, md5('application ' || $1 || h.n || '-' || d)::uuid as id
    from household h, generate_series(1, $5::int) d
), applied as (
  insert into application (id, municipality, number, applicant_id, household_id, benefit_type, legal_ground, submitted_on, complete_on, due_on, state, assessed_on, housing_costs)
  select id, $1, 'SP-' || $1 || '-' || n || '-' || turn, md5('person ' || $1 || n || '-1')::uuid, household_id, ($6::text[])[1 + (n + turn) % 6], 'STANDARD',
         make_date(year, 1 + turn % 8, 1 + n % 27), make_date(year, 1 + turn % 8, 1 + n % 27), make_date(year, 2 + turn % 8, 1 + n % 27), 'DECIDED', make_date(year, 1 + turn % 8, 1 + n % 27), 0
    from due
), decided as (
  insert into decision (id, municipality, number, application_id, household_id, outcome, monthly_amount, months, from_date, until_date, household_status, status_from, status_until,
                        proposed_by, proposed_on, approved_by, approved_on, state)
  select md5('decision ' || id)::uuid, $1, 'L-' || $1 || '-' || n || '-' || turn, id, household_id, 'GRANT', 10000, 4, make_date(year, 1 + turn % 8, 1), make_date(year, 5 + turn % 8, 1),
         case when n % 3 = 0 then 'LOW_INCOME' else 'NEEDY' end, make_date(year, 1 + turn % 8, 1), make_date(year, 5 + turn % 8, 1),
         md5('organiser')::uuid, make_date(year, 1 + turn % 8, 2), md5('head')::uuid, make_date(year, 1 + turn % 8, 3), 'APPROVED'
    from due
), covered as (
  insert into decision_person (decision_id, person_id, municipality)
  select md5('decision ' || id)::uuid, md5('person ' || $1 || n || '-' || p)::uuid, $1 from due, generate_series(1, 2) p
)
insert into payment (id, municipality, decision_id, month, amount, state, batch_id, paid_on)
select md5('payment ' || id || m)::uuid, $1, md5('decision ' || id)::uuid, make_date(year, m + turn % 8, 1), 5000 + n % 9000, 'PAID', md5('batch ' || $1)::uuid, make_date(year, m + turn % 8, 20)
  from due, generate_series(1, 4) m`;

const batchSql = `insert into payment_batch (id, municipality, number, month, state, prepared_by, prepared_on, approved_by, approved_on)
  values (md5('batch ' || $1)::uuid, $1, 'B-' || $1, '2016-01-01', 'RECONCILED', md5('finance')::uuid, '2016-01-01', md5('director')::uuid, '2016-01-02')`;

const shelterSql = `
with house as (
  insert into facility (id, municipality, name, kind, address) values (md5('shelter ' || $1)::uuid, $1, 'Patversme', 'SHELTER', 'Ceriņu iela 1')
), known as (
  insert into fact (kind, key, source, municipality, body, position, at)
  select 'person', id::text, 'registry', $1, jsonb_build_object('personId', id, 'sex', case when n % 2 = 0 then 'FEMALE' else 'MALE' end, 'birthYear', 1940 + n % 70), n, now()
    from (select n, md5('person ' || $1 || n || '-1')::uuid as id from generate_series(1, $2::int) n) person
)
insert into placement (id, municipality, person_id, facility_id, accommodation, from_date, until_date, ended_on, destination, funding, emergency, admitted_by, admitted_on)
select md5('stay ' || $1 || n || y)::uuid, $1, md5('person ' || $1 || n || '-1')::uuid, md5('shelter ' || $1)::uuid, false, make_date(y, 1 + n % 9, 1), make_date(y, 3 + n % 9, 1), make_date(y, 3 + n % 9, 1),
       'OWN_HOME', 'MUNICIPAL', 'Iemītnieks bez mājokļa', 'bench', make_date(y, 1 + n % 9, 1)
  from generate_series(1, $2::int, 20) n, generate_series($3::int, $3::int + $4::int - 1) y`;

/**
 * Fills the databases of benefits and institutions, unless they are filled so already.
 * @param size persons and payments altogether
 */
export async function fill(urls, { persons, payments }) {
  const households = Math.max(1, Math.round(persons / towns.length / 2));
  const turns = Math.max(1, Math.round(payments / towns.length / households / 4));
  const mark = createHash('sha256').update(JSON.stringify({ households, turns, years, towns, benefitsSql, shelterSql })).digest('hex');
  const already = await withClient(urls.benefits.owner, async (client) => {
    await client.query('create table if not exists bench_fill (mark text primary key)');
    return (await client.query('select 1 from bench_fill where mark = $1', [mark])).rowCount > 0;
  });
  if (already) return { households, turns };
  const bar = new cliProgress.SingleBar({
    format: `${persons} persons, ${payments} payments [{bar}] {value}/{total} towns`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    stream: process.stderr,
  });
  bar.start(towns.length, 0);
  for (const { code } of towns) {
    await inTown(urls.benefits.owner, async (client) => {
      await client.query(batchSql, [code]);
      await client.query(benefitsSql, [code, households, years[0], years.length, turns, benefitTypes]);
    });
    await inTown(urls.institutions.owner, (client) => client.query(shelterSql, [code, households, years[0], years.length]));
    bar.increment();
  }
  bar.stop();
  for (const { owner } of [urls.benefits, urls.institutions]) await withClient(owner, (client) => client.query('analyze'));
  await withClient(urls.benefits.owner, (client) => client.query('insert into bench_fill values ($1)', [mark]));
  return { households, turns };
}

function inTown(url, work) {
  return withClient(url, async (client) => {
    await client.query("begin; set local atbalsts.municipality = '*'");
    await work(client);
    await client.query('commit');
  });
}
