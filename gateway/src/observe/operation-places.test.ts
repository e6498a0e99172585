import { beforeEach, describe, expect, it } from '@jest/globals';
import { OperationPlaces } from './operation-places.js';

describe('the places of operations in the metrics', () => {
  let now: number;
  let givenUp: string[];
  let places: OperationPlaces;
  beforeEach(() => {
    now = 0;
    givenUp = [];
    places = new OperationPlaces(
      (operation) => givenUp.push(operation),
      { places: 6, placesOfClient: 3, unusedMs: 1_000 },
      () => now,
    );
  });
  const named = (client: string, ...operations: string[]) => operations.map((operation) => places.nameOf(operation, client));

  it('go to each client up to its share, and to all clients together up to a bound', () => {
    expect(named('anna', 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c', 'other']);
    expect(named('juris', 'd', 'e')).toEqual(['d', 'e']);
    expect(named('zane', 'f', 'g')).toEqual(['f', 'other']);
  });

  it('are used by everybody, whoever brought the operation', () => {
    named('anna', 'a', 'b', 'c');
    expect(named('juris', 'a', 'b', 'c', 'd', 'e', 'f', 'g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'other']);
  });

  it('cannot be used up by one client, however many texts it sends and for however long', () => {
    for (let i = 0; i < 1_000; i++) {
      now += 10;
      named('flood', `x${i}`);
      expect(named('anna', 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
    }
    expect(givenUp).not.toContain('a');
  });

  it('are kept while nobody needs them, however long they have not been used', () => {
    named('anna', 'a');
    now = 1_000_000;
    named('juris', 'b');
    expect(givenUp).toEqual([]);
  });

  it('of others are not given up for who has used up its own share, while there is room', () => {
    named('juris', 'd');
    named('anna', 'a', 'b', 'c');
    now = 2_000;
    expect(named('anna', 'e')).toEqual(['e']);
    expect(givenUp).toEqual(['a', 'b', 'c']);
  });

  it('are given up for another operation when nobody has used them for long, and told once', () => {
    named('anna', 'a', 'b', 'c');
    now = 600;
    named('juris', 'b');
    now = 1_200;
    expect(named('anna', 'd', 'e', 'f')).toEqual(['d', 'e', 'other']);
    expect(givenUp).toEqual(['a', 'c']);
  });

  it('come back to an operation that had lost its own', () => {
    named('anna', 'a', 'b', 'c');
    now = 1_000;
    expect(named('anna', 'd', 'a')).toEqual(['d', 'a']);
    expect(givenUp).toEqual(['a', 'b', 'c']);
  });
});
