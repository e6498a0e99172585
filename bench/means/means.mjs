// assessMeans for 10 000 households through the gateway, in as few requests as its limits allow: 40 root fields each. Does the process grow with them?
// Its heap is kept small, so that what grows is what is held, not what the collector has left lying.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DevIssuer, personaToken } from '@atbalsts/auth';
import { Server } from '../client/children.mjs';
import { option } from '../measure.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Root fields of one request of the staff graph (gateway/src/limits/limits.ts). */
const perRequest = 40;
const fields = Array.from(
  { length: perRequest },
  (_, at) => `a${at}: assessMeans(input: $i${at}) { status income gmiBenefit housingAllowance steps { code formula amount citation } }`,
);
const query = `query(${fields.map((_, at) => `$i${at}: MeansInput!`).join(' ')}) { ${fields.join(' ')} }`;

export async function run(args) {
  const households = option(args, 'households', 10_000);
  const passes = option(args, 'passes', 5);
  const heap = option(args, 'heap', 192);
  const data = mkdtempSync(join(tmpdir(), 'atbalsts-bench-'));
  const server = new Server(
    join(root, 'packages/cli/bin/atbalsts.mjs'),
    { ARGS: 'start', PORT: '0', ATBALSTS_DATA: data, ATBALSTS_DEMO: 'off', NODE_OPTIONS: `--max-old-space-size=${heap}` },
    /staff\s+(http:\S+)\/graphql/,
  );
  try {
    const url = `${await server.ready}/graphql`;
    const token = await personaToken(await DevIssuer.open(data), 'assistance-organiser');
    const rows = [];
    for (let pass = 0; pass < passes; pass++) {
      const begin = process.hrtime.bigint();
      for (let done = 0; done < households; done += perRequest) await assess(url, token, done);
      const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
      const { now, peak } = server.memory();
      rows.push({ now, peak, rate: households / seconds });
      console.error(`pass ${pass + 1}/${passes}: ${now.toFixed(0)} MiB`);
    }
    console.log(
      `\n${households} households a pass, ${Math.ceil(households / perRequest)} requests of ${perRequest}; heap of at most ${heap} MiB`,
    );
    console.log('\n| pass | memory against the first pass | peak, MiB |');
    console.log('|---|---|---|');
    for (const [at, { now, peak }] of rows.entries()) console.log(`| ${at + 1} | ${(now / rows[0].now).toFixed(2)} | ${peak.toFixed(0)} |`);
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** One request; every answer is looked at. */
async function assess(url, token, from) {
  const variables = Object.fromEntries(fields.map((_, at) => [`i${at}`, household(from + at)]));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors || Object.values(data).some(({ steps }) => steps.length < 4)) throw new Error(JSON.stringify(errors ?? data).slice(0, 500));
}

/** Households of one to five persons, of every status, on days under every version of the rules. */
function household(n) {
  const members = Array.from({ length: 1 + (n % 5) }, (_, at) => ({
    age: (n * 7 + at * 31) % 90,
    monthlyIncome: `${(n * 13 + at * 101) % 600}.${String((n * 3 + at) % 100).padStart(2, '0')}`,
    pensioner: (n + at) % 4 === 0,
  }));
  return { municipality: '0002000', on: `${2021 + (n % 6)}-0${1 + (n % 9)}-15`, members, housingCosts: `${n % 200}.00` };
}
