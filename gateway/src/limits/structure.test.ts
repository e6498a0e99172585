import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { limits } from './limits.js';
import { countTokens, measureStructure, structureExcess } from './structure.js';

const measure = (text: string) => measureStructure(parse(text));

describe('the structure of a document', () => {
  it.each([
    ['{ a }', { depth: 1, aliases: 0, rootFields: 1, selections: 1 }],
    ['{ a { b { c } d } e }', { depth: 3, aliases: 0, rootFields: 2, selections: 5 }],
    ['{ x: a { y: b z: c } a: a }', { depth: 2, aliases: 3, rootFields: 2, selections: 4 }],
    [
      '{ ...R } fragment R on Query { a b ...S } fragment S on Query { c { d { e } } }',
      { depth: 3, aliases: 0, rootFields: 3, selections: 7 },
    ],
    ['{ ... { a ... on Query { b { c } } } }', { depth: 2, aliases: 0, rootFields: 2, selections: 5 }],
    ['query A { a } query B { a { b } c }', { depth: 2, aliases: 0, rootFields: 2, selections: 3 }],
    ['{ a } fragment Unused on Query { x: b }', { depth: 1, aliases: 1, rootFields: 1, selections: 1 }],
  ])('of %s is measured with fragments written out', (text, expected) => {
    expect(measure(text)).toEqual({ ...expected, introspectionDepth: 0 });
  });

  it('measures what stands under __schema and __type apart', () => {
    expect(measure('{ a { b } __schema { types { name } } __type(name: "A") { name } }')).toMatchObject({
      depth: 2,
      introspectionDepth: 3,
    });
    expect(measure('{ ...I } fragment I on Query { __schema { queryType { name } } }')).toMatchObject({ depth: 0, introspectionDepth: 3 });
  });

  it('of a bomb of fragments that double each other is measured like any other, and is over the limit', () => {
    const bomb = `{ ...F0 } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F60 on Query { a }`;
    expect(measure(bomb)).toMatchObject({ rootFields: 1e12, selections: 1e12, depth: 1 });
    expect(structureExcess(bomb, limits.STAFF)).toMatchObject({ measure: 'rootFields', actual: 1e12 });
  });

  it('of a circle of fragments comes to an end', () => {
    expect(measure('{ ...A } fragment A on Query { a ...B } fragment B on Query { b { c ...A } }')).toMatchObject({
      rootFields: 2,
      depth: 2,
    });
  });
});

describe('the tokens of a text', () => {
  it('are counted as far as the limit and one more', () => {
    const text = `{ ${'a '.repeat(50)}}`;
    expect(countTokens(text, 60)).toBe(52);
    expect(countTokens(text, 52)).toBe(52);
    expect(countTokens(text, 51)).toBe(52);
    expect(countTokens(text, 10)).toBe(11);
  });

  it('need not be counted where the text is shorter than the limit', () => {
    expect(countTokens('{ a }', 5)).toBe(0);
  });

  it('do not count comments, commas and white space, nor what follows a place that cannot be read', () => {
    expect(countTokens(`{ a,,,,,,, # ${'x '.repeat(50)}\n }`, 10)).toBe(3);
    expect(countTokens(`{ a " ${'b '.repeat(50)}`, 10)).toBe(2);
  });

  it('are measured first, so that a text of too many is not parsed', () => {
    expect(structureExcess(`{ ${'a '.repeat(9_000)}`, limits.STAFF)).toEqual({ measure: 'tokens', limit: 8_000, actual: 8_001 });
  });

  it('of a text that cannot be read are left to the parser', () => {
    expect(structureExcess('{ a ', limits.STAFF)).toBeNull();
  });
});
