import type { Principal } from '@atbalsts/auth';
import { createExecution, createStockExecution } from '@atbalsts/gateway';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildASTSchema, parse } from 'graphql';
import { audienceSdl } from '../gateway/src/audiences/supergraph.js';
import { Contender } from '../gateway/test/differential/contender.js';
import { explain } from '../gateway/test/differential/differences.js';
import { operations } from '../gateway/test/differential/generate/operations.js';
import { requestOf } from '../gateway/test/differential/generate/print.js';
import { type Federation, federation, type Persona } from './support/federation.js';
import { supergraphs } from './support/supergraphs.js';

/** Queries over the staff graph: names that the demo has, pages of one to three, no cursor; ids of the demo are found by its lists. */
const pool = {
  ID: ['00000000-0000-4000-8000-000000000000', '0003000'],
  Int: [1, 2, 3],
  String: ['', 'a'],
  Date: ['2022-06-01', '2026-11-22'],
  DateTime: ['2026-11-22T10:00:00Z'],
  Euro: ['0.00', '109.00'],
  PersonalCode: ['010190-10000'],
};

const queries = 60;
const personas: readonly Persona[] = ['director', 'social-worker', 'head-of-services'];

const { STAFF: sdl } = await supergraphs();

describe('generated queries over the staff graph of the demo', () => {
  let town: Federation;
  const schema = buildASTSchema(parse(audienceSdl(sdl)));
  const ended: Contender[] = [];
  beforeAll(async () => {
    town = await federation();
  });
  afterAll(async () => {
    await Promise.all(ended.map((one) => one.stop()));
    await town?.stop();
  });

  it('are answered alike by our executor and by stock @apollo/gateway', async () => {
    const arbitrary = operations(schema, 'query', { pool, depth: 4, width: 3, neverGiven: ['after', 'before'], alwaysGiven: ['first'] });
    const sample = fc.sample(arbitrary, { numRuns: queries, seed: 4 }).map((operation) => requestOf(schema, operation));
    let withData = 0;
    for (const [index, persona] of personas.entries()) {
      const principal = { subject: persona, audience: 'STAFF', token: await town.tokenOf(persona) } as unknown as Principal;
      const [ours, stock] = await Promise.all(
        [createExecution, createStockExecution].map((create) => Contender.start(create, sdl, town.platform.caller, principal)),
      );
      if (!ours || !stock) throw new Error('Two contenders were to start');
      ended.push(ours, stock);
      for (const request of sample.filter((_, turn) => turn % personas.length === index)) {
        const answer = await ours.ask(request);
        const expected = await stock.ask(request);
        if (Object.values(answer.data ?? {}).some((value) => value !== null)) withData += 1;
        expect({ persona, request, data: answer.data }).toEqual({ persona, request, data: expected.data });
        const { unlisted } = explain(expected, answer);
        expect({ persona, request, unlisted }).toEqual({ persona, request, unlisted: [] });
      }
    }
    expect(withData).toBeGreaterThan(queries / 2);
  });
});
