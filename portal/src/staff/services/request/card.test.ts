import { describe, expect, it } from '@jest/globals';
import { isComplete, resultOf } from './card.js';

const card = {
  areas: [{ criteria: [{ code: 'a', weight: 1 }] }, { criteria: [{ code: 'b', weight: 2, decisiveFrom: 4 }] }],
  levels: [
    { level: '1', fromScore: 0, label: 'viens' },
    { level: '2', fromScore: 5, label: 'divi' },
    { level: '3', fromScore: 12, label: 'trīs' },
  ],
};

describe('a needs card being filled in', () => {
  it('is complete when every line has points, also none', () => {
    expect(isComplete(card, { a: 0 })).toBe(false);
    expect(isComplete(card, { a: 0, b: null })).toBe(false);
    expect(isComplete(card, { a: 0, b: 0 })).toBe(true);
  });

  it('adds points times weights, and reaches the highest level whose limit the sum reaches', () => {
    expect(resultOf(card, { a: 1, b: 1 })).toMatchObject({ score: 3, level: { level: '1' } });
    expect(resultOf(card, { a: 3, b: 1 })).toMatchObject({ score: 5, level: { level: '2' } });
  });

  it('has the highest level by one decisive line alone', () => {
    expect(resultOf(card, { a: 0, b: 4 })).toMatchObject({ score: 8, level: { level: '3' } });
  });
});
