import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { SubgraphRequest, SubgraphResult } from '@atbalsts/graphql';
import { failedResult } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type GraphContext, TimeIsUp } from '../context.js';
import type { UnexpectedError } from '../downstream.js';
import { SubgraphCalls } from '../reads.js';
import { compilePlan } from './compile.js';
import type { Run } from './run.js';
import { typeMatch } from './types.js';

const schema = buildSchema(`
interface Media { id: ID } type Book implements Media { id: ID } type Film implements Media { id: ID }
type Query { a: Int }`);

/** What a subgraph answers to a request. */
type Answers = Record<string, (request: SubgraphRequest, name: string) => SubgraphResult | Promise<SubgraphResult>>;

interface Carried {
  data: unknown;
  errors: { message: string; path?: readonly (string | number)[]; code: unknown; objects?: unknown }[];
  asked: { subgraph: string; query: string; variables: unknown; operationName?: string | null }[];
  unexpected: UnexpectedError[];
}

/** Carries out a plan. What subgraphs give is frozen: whoever writes to it fails. */
async function carryOut(
  node: PlanNode,
  answers: Answers,
  variables: Record<string, unknown> = {},
  signal = new AbortController().signal,
): Promise<Carried> {
  const asked: Carried['asked'] = [];
  const unexpected: UnexpectedError[] = [];
  const caller = {
    async call(name: string, request: SubgraphRequest) {
      const { query, operationName, variables: sent } = request;
      asked.push({ subgraph: name, query, operationName, variables: sent });
      return frozen(await (answers[name]?.(request, name) ?? failedResult(name as never, 'SUBGRAPH_UNAVAILABLE')));
    },
    health: async () => 'up' as const,
    close: async () => {},
  };
  const ground = {
    calls: new SubgraphCalls(caller, () => false),
    match: typeMatch(schema),
    onUnexpected: (error: UnexpectedError) => unexpected.push(error),
  };
  const context = {
    scope: { requestId: 'r', purpose: null, emergency: null },
    principal: { token: 't' },
    signal,
  } as unknown as GraphContext;
  const run: Run = { context, variables, conditions: variables, data: {}, errors: [], reads: null };
  await compilePlan({ kind: 'QueryPlan', node } as QueryPlan, ground)(run);
  const errors = run.errors.map(({ message, path, extensions }) => ({
    message,
    ...(path ? { path } : {}),
    code: extensions.code,
    ...(extensions.objects === undefined ? {} : { objects: extensions.objects }),
  }));
  return { data: JSON.parse(JSON.stringify(run.data)), errors, asked, unexpected };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

const fetch = (serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName,
  operation,
  operationName: undefined,
  operationKind: 'query' as never,
  ...more,
});
const entities = (serviceName: string, type: string, fields: string, more: Partial<FetchNode> = {}, keys = ['id']): FetchNode =>
  fetch(serviceName, `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${fields}}}}`, {
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: type,
        selections: ['__typename', ...keys].map((name) => ({ kind: 'Field' as const, name })),
      },
    ],
    ...more,
  });
const flatten = (path: (string | number)[], node: PlanNode): PlanNode => ({ kind: 'Flatten', path, node });
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const representations = (request: SubgraphRequest) => request.variables?.representations as Record<string, unknown>[];

const book = (id: string | null, more = {}) => ({ __typename: 'Book', id, ...more });

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

describe('entities', () => {
  const books = {
    a: () => ({ data: { books: [book('1'), null, book('2'), book('1'), { __typename: 'Book' }, { id: '9' }, book(null)] } }),
  };

  it('are asked about once each, and given to every object that they are; what lacks its key or its type is left out', async () => {
    const node = sequence(fetch('a', '{books{__typename id}}'), flatten(['books', '@'], entities('b', 'Book', 'title')));
    const { data, asked, errors } = await carryOut(node, {
      ...books,
      b: (request) => ({ data: { _entities: representations(request).map(({ id }) => ({ title: `title ${id}` })) } }),
    });
    expect(asked[1]?.variables).toEqual({ representations: [book('1'), book('2'), book(null)] });
    expect(data).toEqual({
      books: [
        book('1', { title: 'title 1' }),
        null,
        book('2', { title: 'title 2' }),
        book('1', { title: 'title 1' }),
        { __typename: 'Book' },
        { id: '9' },
        book(null, { title: 'title null' }),
      ],
    });
    expect(errors).toEqual([]);
  });

  it('of which there are none are not asked about', async () => {
    const node = sequence(fetch('a', '{books{id}}'), flatten(['books', '@'], entities('b', 'Book', 'title')));
    expect((await carryOut(node, { a: () => ({ data: { books: [] } }) })).asked).toHaveLength(1);
    expect((await carryOut(node, { a: () => ({ data: { books: 'no list' } }) })).asked).toHaveLength(1);
  });

  it('keep what hangs on each apart, where two objects are one entity', async () => {
    const node = sequence(
      fetch('a', '{books{__typename id}}'),
      flatten(['books', '@'], entities('b', 'Book', 'author{__typename id}')),
      flatten(['books', '@', 'author'], entities('c', 'Author', 'name', {}, ['id', 'nr'])),
    );
    const { data } = await carryOut(node, {
      a: () => ({ data: { books: [book('1', { author: { nr: 1 } }), book('1', { author: { nr: 2 } })] } }),
      b: () => ({ data: { _entities: [{ author: { __typename: 'Author', id: 'x' } }] } }),
      c: (request) => ({ data: { _entities: representations(request).map(({ nr }) => ({ name: `name ${nr}` })) } }),
    });
    expect((data as { books: { author: unknown }[] }).books.map(({ author }) => author)).toEqual([
      { __typename: 'Author', id: 'x', nr: 1, name: 'name 1' },
      { __typename: 'Author', id: 'x', nr: 2, name: 'name 2' },
    ]);
  });

  it('of an interface are sent under the name that the subgraph knows, and keep their own', async () => {
    const node = sequence(
      fetch('a', '{media{__typename id}}'),
      flatten(
        ['media', '@'],
        entities('b', 'Media', '__typename stars', {
          inputRewrites: [{ kind: 'ValueSetter', path: ['... on Media', '__typename'], setValueTo: 'Media' }],
        }),
      ),
    );
    const { data, asked } = await carryOut(node, {
      a: () => ({ data: { media: [book('1'), { __typename: 'Film', id: '1' }, { __typename: 'Ghost', id: '1' }] } }),
      b: () => ({ data: { _entities: [{ __typename: 'Media', stars: 5 }] } }),
    });
    expect(asked[1]?.variables).toEqual({ representations: [{ __typename: 'Media', id: '1' }] });
    expect(data).toEqual({
      media: [book('1', { stars: 5 }), { __typename: 'Film', id: '1', stars: 5 }, { __typename: 'Ghost', id: '1' }],
    });
  });

  it('give the name of a type where only the interface was known', async () => {
    const node = sequence(fetch('b', '{top{__typename id}}'), flatten(['top'], entities('a', 'Media', '__typename title')));
    const { data } = await carryOut(node, {
      b: () => ({ data: { top: { __typename: 'Media', id: '1' } } }),
      a: () => ({ data: { _entities: [{ __typename: 'Book', title: 'x' }] } }),
    });
    expect(data).toEqual({ top: book('1', { title: 'x' }) });
  });

  it('are sent with nested requirements, of the types that they have', async () => {
    const field = (name: string, ...selections: never[]) => ({
      kind: 'Field' as const,
      name,
      ...(selections.length ? { selections } : {}),
    });
    const requires = [
      {
        kind: 'InlineFragment' as const,
        typeCondition: 'Book',
        selections: [
          field('__typename'),
          field('parts', ...([{ kind: 'InlineFragment', typeCondition: 'Film', selections: [field('id')] }, field('w')] as never[])),
        ],
      },
    ];
    const node = sequence(fetch('a', '{books{id}}'), flatten(['books', '@'], entities('b', 'Book', 'size', { requires })));
    const { asked } = await carryOut(node, {
      a: () => ({
        data: {
          books: [
            {
              __typename: 'Book',
              parts: [{ __typename: 'Film', id: 1, w: 2 }, { __typename: 'Book', id: 3, w: 4 }, null, { __typename: 'Book' }],
            },
            { __typename: 'Book', parts: null },
            { __typename: 'Book' },
          ],
        },
      }),
      b: () => ({ data: { _entities: [{}, {}] } }),
    });
    expect(asked[1]?.variables).toEqual({
      representations: [
        { __typename: 'Book', parts: [{ id: 1, w: 2 }, { w: 4 }, null, null] },
        { __typename: 'Book', parts: null },
      ],
    });
  });

  it('that stand side by side and are asked the same are asked about together', async () => {
    const named = (nr: number) =>
      entities('b', 'Book', 'title', {
        operationName: `Q__b__${nr}`,
        operation: `query Q__b__${nr}($representations:[_Any!]!){_entities(representations:$representations){...on Book{title}}}`,
      });
    const node = sequence(
      fetch('a', '{one{id} many{id}}'),
      parallel(flatten(['one'], named(1)), flatten(['many', '@'], named(2)), flatten(['one'], entities('b', 'Book', 'pages'))),
    );
    const { data, asked, errors } = await carryOut(node, {
      a: () => ({ data: { one: book('2'), many: [book('1'), book('2')] } }),
      b: (request) =>
        request.query.includes('title')
          ? {
              data: { _entities: [{ title: 'two' }, null] },
              errors: [{ message: 'no', path: ['_entities', 1], extensions: { code: 'NOT_FOUND' } }],
            }
          : { data: { _entities: [{ pages: 7 }] } },
    });
    expect(
      asked.map(({ query, variables }) => [
        query.match(/title|pages/)?.[0],
        (variables as { representations?: unknown[] }).representations?.length,
      ]),
    ).toEqual([
      [undefined, undefined],
      ['title', 2],
      ['pages', 1],
    ]);
    expect(data).toEqual({ one: book('2', { title: 'two', pages: 7 }), many: [book('1'), book('2', { title: 'two' })] });
    expect(errors).toEqual([{ message: 'no', path: ['many', 0], code: 'NOT_FOUND' }]);
  });

  it('that are asked the same in two branches are asked about once', async () => {
    const ask = () => flatten(['one'], entities('b', 'Book', 'title'));
    const node = sequence(fetch('a', '{one{id}}'), parallel(sequence(ask(), fetch('c', '{c}')), sequence(ask(), fetch('d', '{d}'))));
    const { asked, data } = await carryOut(node, {
      a: () => ({ data: { one: book('1') } }),
      b: () => ({ data: { _entities: [{ title: 'x' }] } }),
      c: () => ({ data: { c: 1 } }),
      d: () => ({ data: { d: 1 } }),
    });
    expect(asked.map(({ subgraph }) => subgraph).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(data).toEqual({ one: book('1', { title: 'x' }), c: 1, d: 1 });
    const change = fetch('c', 'mutation{c}', { operationKind: 'mutation' as never });
    const changing = sequence(fetch('a', '{one{id}}'), ask(), change, ask());
    const again = await carryOut(changing, {
      a: () => ({ data: { one: book('1') } }),
      b: () => ({ data: { _entities: [{ title: 'x' }] } }),
      c: () => ({ data: { c: 1 } }),
    });
    expect(again.asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are found below a path of certain types only', async () => {
    const node = sequence(fetch('a', '{media{id}}'), flatten(['media', '@|[Book]'], entities('b', 'Media', 'title')));
    const { asked } = await carryOut(node, {
      a: () => ({ data: { media: [{ __typename: 'Film', id: '1' }, book('2')] } }),
      b: () => ({ data: { _entities: [{}] } }),
    });
    expect(asked[1]?.variables).toEqual({ representations: [book('2')] });
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
