import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { emptiedFields } from './emptied-fields.js';
import { typeMatch } from './plan/types.js';

const match = typeMatch(
  buildSchema(`
interface Media { id: ID } type Book implements Media { id: ID } type Film implements Media { id: ID } type Device { id: ID }
type Query { a: Int }`),
);
const down = { message: 'down', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

/** Paths of what an outage empties, with the number of objects where it speaks for several. */
const emptied = (query: string, variables: Record<string, unknown> = {}) =>
  emptiedFields({ query, variables }, down, match).map(({ path, extensions }) =>
    [path?.join('.'), extensions?.objects].filter((part) => part !== undefined).join(' x '),
  );
const entities = (selections: string, types: string[], variables = {}, definitions = '') =>
  emptied(`query($representations:[_Any!]!${definitions}){_entities(representations:$representations){${selections}}}`, {
    ...variables,
    representations: types.map((__typename, id) => ({ __typename, id })),
  });

describe('the fields that an outage empties', () => {
  it('are the root fields by the names of the answer', () => {
    expect(emptied('{ a b: a ... on Query { c { d } } kind: __typename }')).toEqual(['a', 'b', 'c']);
    expect(emptied('query($representations: [Int]) { a(of: $representations) }', { representations: [1] })).toEqual(['a']);
  });

  it('are told of the first object of each type, with how many of it there are', () => {
    const asked = '... on Book { title } ... on Film { minutes }';
    expect(entities(asked, ['Book', 'Film', 'Book', 'Book'])).toEqual(['_entities.0.title x 3', '_entities.1.minutes']);
  });

  it('are none that objects of the type do not have, however deep the fragment stands', () => {
    const asked = '... on Media { rating ... on Book { title ... { pages } } ... on Film { minutes ... on Book { never } } }';
    expect(entities(asked, ['Film', 'Book'])).toEqual([
      '_entities.0.rating',
      '_entities.0.minutes',
      '_entities.1.rating',
      '_entities.1.title',
      '_entities.1.pages',
    ]);
    expect(entities(asked, ['Device'])).toEqual([]);
  });

  it('are found in the fragments that the planner has given a name', () => {
    const query = `query($representations:[_Any!]!){_entities(representations:$representations){...on Book{...F}...on Film{...F}}}
fragment F on Media{...G rating} fragment G on Film{minutes}`;
    const representations = [{ __typename: 'Book' }, { __typename: 'Film' }];
    expect(emptied(query, { representations })).toEqual(['_entities.0.rating', '_entities.1.minutes', '_entities.1.rating']);
  });

  it('are none that a condition leaves out, by the variables of the request and the defaults of the operation', () => {
    const query =
      'query($no: Boolean = false, $yes: Boolean!) { a @include(if: $no) b @skip(if: $yes) c @skip(if: true) d @include(if: $yes) ... @include(if: $no) { e } }';
    expect(emptied(query, { yes: true })).toEqual(['d']);
    expect(emptied(query, { yes: false, no: true })).toEqual(['a', 'b', 'e']);
    const asked = '... on Book @skip(if: $hide) { title } ... on Book { pages @skip(if: $hide) size }';
    expect(entities(asked, ['Book'], { hide: true }, ' $hide: Boolean!')).toEqual(['_entities.0.size']);
    expect(entities(asked, ['Book'], {}, ' $hide: Boolean! = false')).toEqual([
      '_entities.0.title',
      '_entities.0.pages',
      '_entities.0.size',
    ]);
  });

  it('are the object itself where nothing was fetched of it but what it is known by', () => {
    expect(entities('... on Media { __typename id }', ['Book', 'Book'])).toEqual(['_entities.0 x 2']);
    expect(entities('... on Media { __typename id title }', ['Book'])).toEqual(['_entities.0.title']);
  });
});
