import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { explainedBy } from './explained.js';

type Path = (string | number)[];
const error = (path?: Path, extensions = {}) => new GraphQLError('why', { path, extensions });

describe('an empty place of the answer', () => {
  it.each<[what: string, isExplained: boolean, errors: GraphQLError[]]>([
    ['by an error that stands there', true, [error(['people', 1, 'name'])]],
    ['by an error above it', true, [error(['other']), error(['people', 1])]],
    ['by an error at the top', true, [error([])]],
    ['by an error below it', true, [error(['people', 1, 'name', 'first'])]],
    ['by an error that stands nowhere', true, [error(['other']), error()]],
    ['by no error of another entry', false, [error(['people', 0, 'name'])]],
    ['by no error of another field', false, [error(['people', 1, 'age'])]],
    ['by no error where there is none', false, []],
    ['by an error of another entry that speaks for all', true, [error(['people', 0, 'name'], { objects: 2 })]],
    ['by no error that speaks for all entries of another field', false, [error(['people', 0, 'age'], { objects: 2 })]],
  ])('is explained %s', (_what, isExplained, errors) => {
    expect(explainedBy(errors)(['people', 1, 'name'])).toBe(isExplained);
  });
});
