import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createExecution } from '../../src/execution/execution.js';
import { createStockExecution } from '../../src/execution/stock.js';
import { Contender } from './contender.js';
import { type Difference, differences, explain } from './differences.js';
import { type Fault, type FaultKind, faultsFor } from './faults/faults.js';
import { operations } from './generate/operations.js';
import { type GeneratedRequest, requestOf } from './generate/print.js';
import { libraryPool } from './library/pool.js';
import { librarySupergraph } from './library/sdl.js';
import { answerOfWhole, libraryCaller, librarySchemas, libraryWhole } from './library/subgraphs.js';

/** Faults of which stock @apollo/gateway makes HTTP 500 or half-empty objects, or which it believes. There the specification decides: as if null stood there. */
const stockIsWrong: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'a text for a list',
  'a list for a value',
  'a text for an object',
  'the name of another type',
  'an entity that is a text',
]);

/** Values of which a requirement is made (`Book.parcel`, `Film.slots`): garbage in them goes out again, so that it is not as if null stood there. */
const feedsRequirement = / (Book\.(size|released)|Size\.\w+|Depth\.\w+|Film\.minutes)$/;

const queries = 300;
/** Every third kind of fault for each query, so that each kind meets a third of the queries. */
const share = 3;

describe('answers with faults', () => {
  let ours: Contender;
  let stock: Contender;
  beforeAll(async () => {
    ours = await Contender.start(createExecution, librarySupergraph, libraryCaller());
    stock = await Contender.start(createStockExecution, librarySupergraph, libraryCaller());
  });
  afterAll(() => Promise.all([ours.stop(), stock.stop()]));

  it('have the data of stock, or of the specification where stock has none, and errors that differ in listed ways only', async () => {
    const sample = fc.sample(fc.tuple(operations(libraryWhole, 'query', { pool: libraryPool }), fc.infiniteStream(fc.nat())), {
      numRuns: queries,
      seed: 21,
    });
    const struck = new Map<FaultKind, number>();
    const found = new Set<Difference>();
    const problems: object[] = [];
    let compared = 0;
    for (const [index, [operation, stream]] of sample.entries()) {
      const request = requestOf(libraryWhole, operation);
      if (!(await isSound(request))) continue;
      compared += 1;
      const dice = (sides: number) => (stream.next().value as number) % sides;
      for (const [turn, fault] of faultsFor([...stock.calls], librarySchemas, dice).entries()) {
        if ((turn + index) % share) continue;
        struck.set(fault.kind, (struck.get(fault.kind) ?? 0) + 1);
        const { found: met, wrong } = await compare(request, fault);
        for (const name of met) found.add(name);
        if (wrong) problems.push(wrong);
      }
    }
    expect(problems).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(queries * 0.85);
    expect([...struck.values()].every((count) => count >= 15)).toBe(true);
    expect([...struck.keys()]).toHaveLength(30);
    // A difference that no longer occurs is struck off the list.
    expect([...found].sort()).toEqual([...differences].sort());
  });

  /** Whether stock answers a request rightly while nothing is wrong: else it is no measure. Leaves its calls. */
  async function isSound(request: GeneratedRequest): Promise<boolean> {
    const { data } = await answerOfWhole(request);
    return isDeepStrictEqual((await stock.ask(request)).data, JSON.parse(JSON.stringify(data)));
  }

  /** What is not as it should be of two answers to a request, and the listed differences met. */
  async function compare(request: GeneratedRequest, fault: Fault): Promise<{ found: Set<Difference>; wrong: object | null }> {
    const answer = await ours.ask(request, fault.disturbance);
    const expected = await stock.ask(request, fault.disturbance);
    const wrong = (what: object) => ({ fault: `${fault.kind} at ${fault.at}`, request, ours: answer, stock: expected, ...what });
    if (stockIsWrong.has(fault.kind)) {
      const asNull = fault.asNull ? await stock.ask(request, fault.asNull) : expected;
      const right = isDeepStrictEqual(answer.data, asNull.data) || feedsRequirement.test(fault.at);
      return { found: new Set(), wrong: right ? null : wrong({ asNull }) };
    }
    if (!isDeepStrictEqual(answer.data, expected.data)) return { found: new Set(), wrong: wrong({}) };
    const { found, unlisted } = explain(expected, answer);
    return { found, wrong: unlisted.length ? wrong({ unlisted }) : null };
  }
});
