import type { PlanNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { TimeIsUp } from '../../src/execution/context.js';
import { book, carryOut, entities, fetch, flatten, parallel, sequence } from './carry-out.js';

describe('a plan', () => {
  it('without a node asks nobody', async () => {
    expect(await carryOut(undefined as never, {})).toMatchObject({ data: {}, errors: [], asked: [] });
  });

  it('asks side by side what stands in parallel, and one after the other what stands in sequence', async () => {
    let open = 0;
    let most = 0;
    const slow = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return { data: {} };
    };
    const three = [fetch('a', '{a}'), fetch('b', '{b}'), fetch('c', '{c}')];
    await carryOut(parallel(...three), { a: slow, b: slow, c: slow });
    expect(most).toBe(3);
    most = 0;
    const { asked } = await carryOut(sequence(...three), { a: slow, b: slow, c: slow });
    expect(most).toBe(1);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [true, ['yes']],
    [false, ['no']],
    [undefined, ['no']],
  ])('takes the clause of a condition that is %s', async (value, names) => {
    const node: PlanNode = { kind: 'Condition', condition: 'c', ifClause: fetch('yes', '{a}'), elseClause: fetch('no', '{a}') };
    const { asked } = await carryOut(node, { yes: () => ({ data: {} }), no: () => ({ data: {} }) }, { c: value });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(names);
  });

  it.each<[PlanNode | unknown, RegExp]>([
    [{ kind: 'Defer', primary: {}, deferred: [] }, /@defer/],
    [{ kind: 'Subscription', primary: fetch('a', '{a}') }, /subscription/],
    [flatten(['t', '__proto__'], fetch('a', '{a}')), /__proto__/],
    [fetch('a', '{a}', { contextRewrites: [{ kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' }] }), /@fromContext/],
  ])('is refused with a code where it has what the graph does not do: %j', async (node, what) => {
    const error = await carryOut(node as PlanNode, {}).catch((cause) => cause);
    expect(error.extensions).toMatchObject({ code: 'UNSUPPORTED_OPERATION', messageLv: expect.stringMatching(/^Šis grafs neatbalsta/) });
    expect(error.message).toMatch(what);
  });

  it('sends the variables that a fetch uses, as the client gave them, and no others', async () => {
    const node = fetch('a', 'query Q__a__0($x:Int=3$y:Int){a}', { variableUsages: ['x', 'y', 'z'], operationName: 'Q__a__0' });
    const { asked } = await carryOut(node, { a: () => ({ data: {} }) }, { y: null, z: '1', other: 1 });
    expect(asked).toEqual([
      { subgraph: 'a', query: 'query Q__a($x:Int=3$y:Int){a}', operationName: 'Q__a', variables: { y: null, z: '1' } },
    ]);
  });
});

describe('errors of a subgraph that are none', () => {
  const garbage = ['x', [null], [{ message: 'm', path: 5 }]];

  it.each(garbage)('take no other subgraph with them: %j', async (errors) => {
    const bad = { data: {}, errors } as never;
    const node = parallel(
      fetch('a', '{a}'),
      sequence(fetch('b', '{book{__typename id}}'), flatten(['book'], entities('a', 'Book', 'title'))),
    );
    const carried = await carryOut(node, { a: () => bad, b: () => ({ data: { book: book('1') } }) });
    expect(carried.data).toEqual({ book: book('1') });
    expect(carried.errors).toMatchObject([
      { path: ['a'], code: 'SUBGRAPH_UNAVAILABLE' },
      { path: ['book', 'title'], code: 'SUBGRAPH_UNAVAILABLE' },
    ]);
    expect(carried.unexpected.filter(({ code }) => String(code) === 'MALFORMED_ANSWER')).toMatchObject(Array(2).fill({ subgraph: 'a' }));
  });
});

describe('rewrites of an answer', () => {
  it('give a value the name that its alias stands for, by the type of its object', async () => {
    const node = fetch('a', '{search{__typename ...on Book{t:title} ...on Film{t__alias_0:minutes}}}', {
      outputRewrites: [{ kind: 'KeyRenamer', path: ['search', '... on Film', 't__alias_0'], renameKeyTo: 't' }],
    });
    const { data } = await carryOut(node, {
      a: () => ({
        data: { search: [{ __typename: 'Book', t: 'x' }, null, { __typename: 'Film', t__alias_0: 5 }, { __typename: 'Film' }] },
      }),
    });
    expect(data).toEqual({ search: [{ __typename: 'Book', t: 'x' }, null, { __typename: 'Film', t: 5 }, { __typename: 'Film' }] });
  });

  it('set a value, and reach into entities', async () => {
    const node = sequence(
      fetch('a', '{media{id}}', {
        outputRewrites: [{ kind: 'ValueSetter', path: ['media', '... on Media', '__typename'], setValueTo: 'Book' }],
      }),
      flatten(
        ['media', '@'],
        entities('b', 'Book', 'list{x__alias_1:y}', {
          outputRewrites: [{ kind: 'KeyRenamer', path: ['list', 'x__alias_1'], renameKeyTo: 'x' }],
        }),
      ),
    );
    const { data } = await carryOut(node, {
      a: () => ({ data: { media: [{ __typename: 'Media', id: '1' }] } }),
      b: () => ({ data: { _entities: [{ list: [{ x__alias_1: 1 }, { x__alias_1: null }] }] } }),
    });
    expect(data).toEqual({ media: [book('1', { list: [{ x: 1 }, { x: null }] })] });
  });
});

describe('the errors of a plan', () => {
  const node = sequence(
    fetch('a', '{books{__typename id} one{__typename id}}'),
    parallel(flatten(['books', '@'], entities('b', 'Book', 'title pages')), flatten(['one'], entities('b', 'Book', 'title pages'))),
  );
  const a = () => ({ data: { books: [book('1'), book('2'), book('1')], one: book('2') } });

  it('stand on every object of the answer that the entity is', async () => {
    const { errors } = await carryOut(node, {
      a,
      b: () => ({
        data: { _entities: [{}, {}] },
        errors: [{ message: 'no', path: ['_entities', 1, 'title'], extensions: { code: 'FORBIDDEN', sql: 'x' } }],
      }),
    });
    expect(errors).toEqual([
      { message: 'no', path: ['books', 1, 'title'], code: 'FORBIDDEN' },
      { message: 'no', path: ['one', 'title'], code: 'FORBIDDEN' },
    ]);
  });

  it('stand on each field that an outage empties, once for each place of the plan', async () => {
    const { errors, data } = await carryOut(node, { a });
    expect(errors.map(({ path, code, objects }) => [path?.join('.'), code, objects])).toEqual([
      ['books.0.title', 'SUBGRAPH_UNAVAILABLE', 3],
      ['books.0.pages', 'SUBGRAPH_UNAVAILABLE', 3],
      ['one.title', 'SUBGRAPH_UNAVAILABLE', undefined],
      ['one.pages', 'SUBGRAPH_UNAVAILABLE', undefined],
    ]);
    expect(data).toEqual(a().data);
  });

  it('stand on the first object of each type that an outage empties, and on no field of another type', async () => {
    const mixed = sequence(
      fetch('a', '{media{__typename id}}'),
      flatten(
        ['media', '@'],
        fetch('b', 'query($representations:[_Any!]!){_entities(representations:$representations){...on Book{title}...on Film{minutes}}}', {
          requires: ['Book', 'Film'].map((typeCondition) => ({
            kind: 'InlineFragment' as const,
            typeCondition,
            selections: ['__typename', 'id'].map((name) => ({ kind: 'Field' as const, name })),
          })),
        }),
      ),
    );
    const film = (id: string) => ({ __typename: 'Film', id });
    const { errors } = await carryOut(mixed, { a: () => ({ data: { media: [book('1'), film('2'), book('3'), film('2')] } }) });
    expect(errors.map(({ path, objects }) => [path?.join('.'), objects])).toEqual([
      ['media.0.title', 2],
      ['media.1.minutes', 2],
    ]);
  });

  it.each<[string, () => unknown]>([
    ['no entities', () => ({ data: {} })],
    ['too few entities', () => ({ data: { _entities: [{}] } })],
    ['entities that are no list', () => ({ data: { _entities: {} } })],
    ['nothing at all', () => ({ data: null })],
    ['what breaks its promise', () => Promise.reject(new Error('broken'))],
  ])('say so where a subgraph answers with %s', async (_, answer) => {
    const { errors, data } = await carryOut(node, { a, b: answer as never });
    expect(errors).toHaveLength(4);
    for (const { code } of errors) expect(code).toMatch(/INTERNAL_SERVER_ERROR|SUBGRAPH_UNAVAILABLE/);
    expect(data).toEqual(a().data);
  });

  it('say so where root fields are answered with nothing, and tell the log', async () => {
    const { errors, unexpected } = await carryOut(fetch('a', '{x y}'), { a: () => ({ data: null }) });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      [['x'], 'INTERNAL_SERVER_ERROR'],
      [['y'], 'INTERNAL_SERVER_ERROR'],
    ]);
    expect(unexpected).toMatchObject([{ subgraph: 'a', code: 'MALFORMED_ANSWER' }]);
  });

  it('say TIMEOUT where the time of the whole request was up', async () => {
    const patience = new AbortController();
    patience.abort(new TimeIsUp(30));
    const { errors } = await carryOut(fetch('a', '{x}'), {}, {}, patience.signal);
    expect(errors).toMatchObject([{ path: ['x'], code: 'TIMEOUT' }]);
  });

  it('have the path of the object below which a query was asked', async () => {
    const below = sequence(fetch('a', '{books{id}}'), flatten(['books', '@', 'q'], fetch('b', '{x}')));
    const { errors, data } = await carryOut(below, {
      a: () => ({ data: { books: [{ q: {} }, { q: null }, { q: {} }] } }),
      b: () => ({ data: { x: null }, errors: [{ message: 'no', path: ['x'], extensions: { code: 'NOT_FOUND' } }] }),
    });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['books.0.q.x', 'books.2.q.x']);
    expect(data).toEqual({ books: [{ q: { x: null } }, { q: null }, { q: { x: null } }] });
  });
});
