import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { absorb, type Data, own, writtenPlaces } from './merge.js';

const noTypes = () => false;
const nowhere = writtenPlaces([]);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

/** Absorbs sources one after the other, as the fetches of a plan do; none of them may be written to. */
function mergedOf(sources: readonly Data[], paths: readonly string[][] = []): Data {
  const target: Data = {};
  const written = writtenPlaces(paths);
  for (const source of sources) absorb(target, frozen(source), written, noTypes);
  return target;
}

describe('merging', () => {
  it.each<[string, Data[], Data]>([
    ['takes what is new', [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
    ['takes what came later', [{ a: 1 }, { a: 2 }], { a: 2 }],
    ['goes into objects', [{ a: { b: 1, c: { d: 1 } } }, { a: { c: { e: 2 } } }], { a: { b: 1, c: { d: 1, e: 2 } } }],
    ['goes into lists of equal length', [{ a: [{ b: 1 }, null, 1] }, { a: [{ c: 2 }, { c: 3 }, 2] }], { a: [{ b: 1, c: 2 }, { c: 3 }, 2] }],
    ['takes the later of lists of different length', [{ a: [1, 2] }, { a: [3] }], { a: [3] }],
    ['takes the later of a list and an object', [{ a: [1] }, { a: { b: 1 } }], { a: { b: 1 } }],
    ['lets a null stand', [{ a: { b: 1 } }, { a: null }], { a: null }],
    ['lets undefined be', [{ a: 1 }, { a: undefined }], { a: 1 }],
  ])('%s', (_, sources, expected) => {
    expect(mergedOf(structuredClone(sources))).toEqual(expected);
    expect(mergedOf(structuredClone(sources), [['a', 'c'], ['a']])).toEqual(expected);
  });

  it('does not let a subgraph change what an object is', () => {
    const target: Data = {};
    absorb(target, JSON.parse('{"__proto__":{"admin":true},"a":{"__proto__":{"admin":true}}}'), nowhere, noTypes);
    absorb(target, JSON.parse('{"a":{"__proto__":{"admin":true},"b":1}}'), nowhere, noTypes);
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect((target as { admin?: true }).admin).toBeUndefined();
    expect((target.a as { admin?: true }).admin).toBeUndefined();
    expect(({} as { admin?: true }).admin).toBeUndefined();
  });

  it('never writes to what it was given, wherever it is written to later', () => {
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, 1, 'x'), fc.array(tie('any'), { maxLength: 3 }), tie('object')),
      object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
    })).object;
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.array(path, { maxLength: 3 }), (sources, paths) => {
        const shared = frozen(sources as Data[]);
        const target = mergedOf(shared, paths);
        // Every object at a path belongs to the target alone: it can be written to, and nobody else sees it.
        const before = JSON.stringify(shared);
        for (const one of paths) for (const object of objectsBelow(target, one)) object.mark = 1;
        expect(JSON.stringify(shared)).toBe(before);
        expect(mergedOf(shared)).toEqual(mergedOf(shared, paths));
      }),
      { numRuns: 500 },
    );
  });

  it('copies no more than what will be written to', () => {
    const source = { a: { b: { c: 1 } }, d: { e: 1 } };
    const copy = own(source, writtenPlaces([['a']])) as typeof source;
    expect(copy).toEqual(source);
    expect(copy.a).not.toBe(source.a);
    expect(copy.a.b).toBe(source.a.b);
    expect(copy.d).toBe(source.d);
  });
});

function objectsBelow(value: unknown, path: readonly string[]): Data[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsBelow(item, path));
  if (typeof value !== 'object' || value === null) return [];
  const [name, ...rest] = path;
  return name === undefined ? [value as Data] : objectsBelow((value as Data)[name], rest);
}
