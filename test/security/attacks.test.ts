import { afterAll, beforeAll } from '@jest/globals';
import { inputAttacks } from './attacks/input.js';
import { requestAttacks } from './attacks/requests.js';
import { subgraphAttacks } from './attacks/subgraphs.js';
import { tenancyAttacks } from './attacks/tenancy.js';
import { tokenAttacks } from './attacks/tokens.js';
import { type Bench, openBench } from './bench.js';

/** Named attempts against the running federation: each says what it tries and what it gets. */
let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 240_000);
afterAll(() => bench?.stop());

const the = () => bench;
tokenAttacks(the);
requestAttacks(the);
subgraphAttacks(the);
tenancyAttacks(the);
inputAttacks(the);
