import { failedResult } from '@atbalsts/graphql/call';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createExecution } from '../../src/execution/execution.js';
import { type Answer, Contender } from './contender.js';
import { operations } from './generate/operations.js';
import { requestOf } from './generate/print.js';
import { libraryPool } from './library/pool.js';
import { librarySupergraph } from './library/sdl.js';
import { libraryCaller, libraryWhole } from './library/subgraphs.js';

type Path = readonly (string | number)[];

describe('while one subgraph is down', () => {
  let ours: Contender;
  beforeAll(async () => {
    ours = await Contender.start(createExecution, librarySupergraph, libraryCaller());
  });
  afterAll(() => ours.stop());

  it('every error stands at a place that the answer has and that is not filled, and every value that is lost has an error', async () => {
    const wrong: object[] = [];
    const seen = { outages: 0, errors: 0, lost: 0 };
    for (const operation of fc.sample(operations(libraryWhole, 'query', { pool: libraryPool }), { numRuns: 150, seed: 7 })) {
      const request = requestOf(libraryWhole, operation);
      const whole = await ours.ask(request);
      if (whole.errors) continue;
      for (const down of new Set(ours.calls.map(({ subgraph }) => subgraph))) {
        const answer = await ours.ask(request, ({ subgraph, result }) =>
          subgraph === down ? failedResult(subgraph as never, 'SUBGRAPH_UNAVAILABLE') : result,
        );
        const paths = (answer.errors ?? []).map(({ path }) => path ?? ['nowhere']);
        const misplaced = paths.filter((path) => !isUnfilled(answer, path));
        const lost = lostIn(whole.data, answer.data);
        const untold = lost.filter((place) => !paths.some((path) => areRelated(namesOf(path), namesOf(place))));
        if (misplaced.length || untold.length) wrong.push({ down, request, answer, misplaced, untold });
        seen.outages += 1;
        seen.errors += paths.length;
        seen.lost += lost.length;
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.outages).toBeGreaterThan(200);
    expect(seen.errors).toBeGreaterThan(300);
    expect(seen.lost).toBeGreaterThan(300);
  });
});

/** Whether a path leads to a null, or to an object of whose fields not all are there since its type is not known. */
function isUnfilled({ data }: Answer, path: Path): boolean {
  let at: unknown = data;
  for (const key of path) {
    if (at === null) return true;
    if (typeof at !== 'object' || !(key in (at as object))) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return typeof at === 'object' && !Array.isArray(at);
}

/** Places at which there was a value and is none. */
function lostIn(before: unknown, after: unknown, place: Path = []): Path[] {
  if (typeof before !== 'object' || before === null) return before !== after && (after === null || after === undefined) ? [place] : [];
  if (typeof after !== 'object' || after === null) return [place];
  return Object.entries(before).flatMap(([key, value]) => lostIn(value, (after as Record<string, unknown>)[key], [...place, key]));
}

/** One error may speak for all objects of a list: numbers do not count. */
const namesOf = (path: Path): string[] => path.map(String).filter((segment) => !/^\d+$/.test(segment));
const areRelated = (a: readonly string[], b: readonly string[]): boolean => a.slice(0, b.length).every((name, index) => name === b[index]);
