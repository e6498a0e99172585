import { failedResult } from '@atbalsts/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FieldNode, Kind, parse, visit } from 'graphql';
import { createExecution } from '../../src/execution/execution.js';
import { Contender, type Disturbance } from './contender.js';
import { operations } from './generate/operations.js';
import { type GeneratedRequest, requestOf } from './generate/print.js';
import { libraryPool } from './library/pool.js';
import { librarySupergraph } from './library/sdl.js';
import { answerOfWhole, libraryCaller, libraryWhole } from './library/subgraphs.js';

/** Names under which the planner fetches keys and requirements of the library for itself. */
const taken = ['id', 'isbn', 'number', 'code', 'branch', 'size', 'height', 'depth', 'value', 'released', 'minutes', '__typename'];

/** Whether a request has fields under a name of another that the planner may want. */
const isInTheWay = ({ query }: GeneratedRequest): boolean => {
  const found: FieldNode[] = [];
  visit(parse(query), { [Kind.FIELD]: (node: FieldNode) => void found.push(node) });
  return found.some(({ alias, name }) => alias && alias.value !== name.value && taken.includes(alias.value));
};

const plannerGivesUp = /^We should have an edge from \w+\(\w+\) for __typename$/;
const asked = (query: string): GeneratedRequest => ({ query, variables: {}, operationName: undefined });

describe('fields under the names of keys and requirements', () => {
  let ours: Contender;
  beforeAll(async () => {
    ours = await Contender.start(createExecution, librarySupergraph, libraryCaller());
  });
  afterAll(() => ours.stop());

  const requests = fc
    .sample(operations(libraryWhole, 'query', { pool: libraryPool, aliases: taken, width: 3 }), { numRuns: 400, seed: 12 })
    .map((operation) => requestOf(libraryWhole, operation))
    .filter((one) => isInTheWay(one));

  it('are answered as by one schema over the same records', async () => {
    let compared = 0;
    for (const one of requests) {
      const { data } = await answerOfWhole(one);
      const answer = await ours.ask(one);
      if (ours.unexpected.some((text) => plannerGivesUp.test(text))) continue;
      compared += 1;
      expect({ one, data: JSON.stringify(answer.data) }).toEqual({ one, data: JSON.stringify(data) });
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('stand under no other name in an error, whichever subgraph is silent', async () => {
    const silent =
      (subgraph: string): Disturbance =>
      (call) =>
        call.subgraph === subgraph ? failedResult(call.subgraph as never, 'SUBGRAPH_UNAVAILABLE') : call.result;
    let told = 0;
    for (const one of requests.slice(0, 60)) {
      for (const subgraph of ['catalogue', 'stock']) {
        const { errors = [] } = await ours.ask(one, silent(subgraph));
        const names = new Set(['__typename', ...one.query.split(/\W+/)]);
        for (const segment of errors.flatMap(({ path }) => path ?? [])) {
          if (typeof segment === 'string') expect({ one, segment, known: names.has(segment) }).toEqual({ one, segment, known: true });
        }
        told += errors.length;
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  it('have errors at the places where the client reads them', async () => {
    const one = asked('{ books(ids: ["b2"]) { authors { id: born number: debt } } }');
    const { errors } = await ours.ask(one, (call) =>
      call.subgraph === 'loans' ? failedResult(call.subgraph as never, 'SUBGRAPH_UNAVAILABLE') : call.result,
    );
    expect(errors?.map(({ path }) => path)).toEqual([['books', 0, 'authors', 0, 'number']]);
  });

  it('keep clear of whatever names the client has', async () => {
    const one = asked('{ books(ids: ["b2"]) { authors { id: born _client_id: name __client_id: id debt } } }');
    const { data } = await answerOfWhole(one);
    expect(JSON.stringify((await ours.ask(one)).data)).toBe(JSON.stringify(data));
  });
});
