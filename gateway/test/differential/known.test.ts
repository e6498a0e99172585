import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createExecution } from '../../src/execution/execution.js';
import { createStockExecution } from '../../src/execution/stock.js';
import { Contender } from './contender.js';
import { librarySupergraph } from './library/sdl.js';
import { answerOfWhole, libraryCaller } from './library/subgraphs.js';

/**
 * What generated queries have found out: who answers it as the specification has it. An entry whose answer changes fails here, so that one that has
 * become right is struck off.
 */
const known = [
  {
    what: 'the type of an object whose fields come from an interface object too',
    query: '{ book { __typename rating } }',
    right: ['ours'],
    why: 'The plan asks the interface object for its __typename as well; stock lets "Item" take the place of "Book", and then knows no such object.',
  },
  {
    what: 'a fragment on an object type with a field of an interface object',
    query: '{ borrowed { ... on Film { rating __typename } } }',
    right: ['ours'],
    why: 'As above: once the type is "Item", the fragment no longer applies.',
  },
  {
    what: 'a fragment on an object type inside one on a union, where the type was known before',
    query: '{ branches { manager { ... on Hit { ... on Person { id } } } } }',
    right: ['ours'],
    why: 'The plan needs no __typename here; stock then tests the inner fragment against the union instead of the type of the field.',
  },
  {
    what: 'a field under the name of a key of its object',
    query: '{ books(ids: ["b2"]) { authors { id: born debt } } }',
    right: ['ours'],
    why: 'Stock fetches the key under its own name beside the alias, and both end in one place; ours has the planner fetch the alias under another.',
  },
  {
    what: 'a field under the name of the type',
    query: '{ borrowed { ... on Film { __typename: title rating } } }',
    right: ['ours'],
    why: 'As above: the title takes the place of the type.',
  },
  {
    what: 'other fields under the name of a key in fragments on different types',
    query: '{ borrowed { ... on Film { id: title ...F } ... on Book { id: title } } } fragment F on Film { id: title slots }',
    right: ['ours'],
    why: 'As above.',
  },
  {
    what: 'a fragment on a union inside an interface object',
    query: '{ latest { item { label ... on Hit { __typename } } } }',
    right: [],
    why: 'Planner: "We should have an edge from Item(reviews) for __typename".',
  },
  {
    what: 'objects of which literals leave nothing',
    query: 'query ($not: Boolean = true) { borrowed @skip(if: $not) { ... on Hit @skip(if: true) { __typename } } }',
    right: ['ours'],
    why: 'Stock does not fetch the field, though its objects are to be there, empty; ours has the planner ask for their type.',
  },
  {
    what: 'objects of which a variable leaves nothing',
    query: 'query ($not: Boolean!) { borrowed @skip(if: $not) { ... @include(if: $not) { __typename } } }',
    right: ['ours'],
    why: 'As above.',
  },
] as const;

describe('what generated queries have found', () => {
  const contenders: { ours?: Contender; stock?: Contender } = {};
  beforeAll(async () => {
    contenders.ours = await Contender.start(createExecution, librarySupergraph, libraryCaller());
    contenders.stock = await Contender.start(createStockExecution, librarySupergraph, libraryCaller());
  });
  afterAll(() => Promise.all([contenders.ours?.stop(), contenders.stock?.stop()]));

  it.each(known)('$what', async ({ query, right }) => {
    const request = { query, variables: { not: false }, operationName: undefined };
    const { data } = await answerOfWhole(request);
    const answered: string[] = [];
    for (const [name, contender] of Object.entries(contenders)) {
      const answer = await contender.ask(request);
      if (isDeepStrictEqual(answer.data, JSON.parse(JSON.stringify(data)))) answered.push(name);
    }
    expect(answered).toEqual(right);
  });
});
