// Preparing a payment batch of 25 000 due payments: the mutation of the graph against the one hand-written statement that does the same.
// Both as the application role, under row-level security, in a transaction of their own; they take turns in one run, on the same rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateOne, modules } from '@atbalsts/cli';
import { EmbeddedPostgres, newId, withClient } from '@atbalsts/database';
import { openSubgraph } from '@atbalsts/graphql';
import { daugavpils, KnownPrincipals, staff } from '@atbalsts/testing';
import pg from 'pg';
import { median, option } from '../measure.mjs';

const month = '2026-11-01';
const mutation = `mutation { preparePaymentBatch(month: "${month}") { added batch { id number version } problems { code } } }`;

export async function run(args) {
  const payments = option(args, 'payments', 25_000);
  const rounds = option(args, 'rounds', 15);
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-bench-'));
  const server = await EmbeddedPostgres.start({ folder });
  try {
    const benefits = modules.find(({ name }) => name === 'benefits');
    const urls = (await server.ensureDomains(['benefits'])).benefits;
    await migrateOne(benefits, urls);
    const superUrl = server.url(new URL(urls.app).pathname.slice(1));
    await fill(superUrl, payments);
    const principals = new KnownPrincipals();
    const token = principals.add(staff('finance'));
    const subgraph = await openSubgraph(benefits, { url: urls.app, verifier: principals, clock: () => new Date('2026-11-22T10:00:00Z') });
    // A connection that is there already, as the pool of the subgraph has one.
    const byHand = new pg.Client({ connectionString: urls.app });
    await byHand.connect();
    const contenders = {
      mutation: async () => {
        const { data, errors } = await subgraph.execute({ query: mutation, variables: {}, token, requestId: 'bench' });
        return errors ? JSON.stringify(errors) : data.preparePaymentBatch.added;
      },
      statement: () => prepareByHand(byHand),
    };
    const times = { mutation: [], statement: [] };
    await withClient(superUrl, async (looker) => {
      for (let round = -2; round < rounds; round++) {
        // Each goes first in every second round.
        for (const name of round % 2 ? ['mutation', 'statement'] : ['statement', 'mutation']) {
          await withClient(superUrl, undo);
          const begin = process.hrtime.bigint();
          const added = await contenders[name]();
          const took = Number(process.hrtime.bigint() - begin) / 1e6;
          const { rows } = await looker.query(
            `select count(*)::int as n, count(distinct batch_id)::int as batches from payment where state = 'BATCHED'`,
          );
          if (added !== payments || rows[0].n !== payments || rows[0].batches !== 1)
            throw new Error(`${name} did not do it: ${added}, ${JSON.stringify(rows)}`);
          if (round >= 0) times[name].push(took);
        }
      }
    });
    await byHand.end();
    await subgraph.close();
    report(payments, rounds, times);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The statement by hand: everything of it, in one round trip for the settings and one for the work. */
async function prepareByHand(client) {
  await client.query(`begin; set local atbalsts.municipality = '${daugavpils}'; set local atbalsts.audience = 'STAFF'`);
  const id = newId();
  const { rows } = await client.query(
    `with moved as (
       update payment set state = 'BATCHED', batch_id = $1 where municipality = $2 and month = $3 and state = 'DUE' returning 1)
     insert into payment_batch (id, municipality, number, month, state, prepared_by, prepared_on, version)
     select $1, $2, 'IZM-2026-' || lpad(nextval('payment_batch_number')::text, 6, '0'), $3, 'PREPARED', $4, '2026-11-22', 1
      where exists (select from moved)
     returning (select count(*)::int from moved) as added`,
    [id, daugavpils, month, newId()],
  );
  await client.query('commit');
  return rows[0].added;
}

/** As many decisions with one due payment each, past the rules. */
async function fill(url, payments) {
  await withClient(url, async (client) => {
    await client.query(
      `with person as (select n, gen_random_uuid() as id, gen_random_uuid() as household from generate_series(1, $1::int) n),
       applied as (
         insert into application (id, municipality, number, applicant_id, household_id, benefit_type, legal_ground, submitted_on, complete_on, due_on, state)
         select gen_random_uuid(), '${daugavpils}', 'SP-2026-' || n, id, household, 'gmi', 'STANDARD', '2026-10-05', '2026-10-05', '2026-11-05', 'DECIDED' from person
         returning id, household_id, number),
       decided as (
         insert into decision (id, municipality, number, application_id, household_id, outcome, monthly_amount, months, from_date, until_date, proposed_by, proposed_on,
           approved_by, approved_on, state)
         select gen_random_uuid(), '${daugavpils}', replace(number, 'SP', 'L'), id, household_id, 'GRANT', 18700, 1, '${month}', '2026-12-01', gen_random_uuid(), '2026-10-10',
           gen_random_uuid(), '2026-10-12', 'APPROVED' from applied
         returning id)
       insert into payment (id, municipality, decision_id, month, amount, state) select gen_random_uuid(), '${daugavpils}', id, '${month}', 18700, 'DUE' from decided`,
      [payments],
    );
    await client.query('analyze');
  });
}

/** Puts everything back, and leaves no dead rows to the next. */
async function undo(client) {
  await client.query(`update payment set state = 'DUE', batch_id = null where state = 'BATCHED'`);
  await client.query('delete from payment_batch');
  await client.query('vacuum analyze payment');
  await client.query('checkpoint');
}

function report(payments, rounds, { mutation, statement }) {
  const ratios = mutation.map((took, at) => took / statement[at]);
  console.log(`\n${payments} due payments, ${rounds} rounds`);
  console.log('\n| | median, ms | against the statement | smallest and largest of a round |');
  console.log('|---|---|---|---|');
  console.log(`| the one statement, by hand | ${median(statement).toFixed(0)} | 1 | |`);
  console.log(
    `| preparePaymentBatch | ${median(mutation).toFixed(0)} | ${(median(mutation) / median(statement)).toFixed(2)} | ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} |`,
  );
}
