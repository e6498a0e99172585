import { describe, expect, it } from '@jest/globals';
import { book, carryOut, entities, fetch, flatten, parallel, representations, sequence } from './carry-out.js';

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

  it.each(['text', 7, ['text'], false])('that are no objects are told on each object that waits for them: %j', async (garbage) => {
    const node = sequence(fetch('a', '{books{__typename id}}'), flatten(['books', '@'], entities('b', 'Book', 'title')));
    const { data, errors, unexpected } = await carryOut(node, {
      a: () => ({ data: { books: [book('1'), book('2'), book('1'), book('3')] } }),
      b: () => ({ data: { _entities: [garbage, { title: 'two' }, null] } }) as never,
    });
    expect(data).toEqual({ books: [book('1'), book('2', { title: 'two' }), book('1'), book('3')] });
    expect(errors).toMatchObject([
      { path: ['books', 0], code: 'INTERNAL_SERVER_ERROR' },
      { path: ['books', 2], code: 'INTERNAL_SERVER_ERROR' },
    ]);
    expect(unexpected).toMatchObject([{ subgraph: 'b', code: 'MALFORMED_ANSWER' }]);
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

  it('are asked about with less where a condition left out what one part of the question needs', async () => {
    const set = (typeCondition: string, ...names: string[]) => ({
      kind: 'InlineFragment' as const,
      typeCondition,
      selections: names.map((name) => ({ kind: 'Field' as const, name })),
    });
    const isbn = set('Book', '__typename', 'isbn');
    const whole = set('Book', '__typename', 'id');
    const requires = [{ ...whole, selections: [...whole.selections, isbn] }, set('Book', '__typename', 'nr')];
    const node = sequence(fetch('a', '{books{id}}'), flatten(['books', '@'], entities('b', 'Book', 'size', { requires })));
    const { asked } = await carryOut(node, {
      a: () => ({
        data: { books: [book('1'), { __typename: 'Book', nr: 2 }, book('3', { isbn: 'x', nr: 3 }), { __typename: 'Book', isbn: 'y' }] },
      }),
      b: () => ({ data: { _entities: [{}, {}, {}] } }),
    });
    expect(asked[1]?.variables).toEqual({
      representations: [book('1'), { __typename: 'Book', nr: 2 }, book('3', { isbn: 'x', nr: 3 })],
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

  it('that are asked the same in two branches are asked about once in whatever order they stand, and each object is given its own', async () => {
    const ask = (list: string) => flatten([list, '@'], entities('b', 'Book', 'title'));
    const branch = (list: string, other: string) => sequence(ask(list), fetch(other, `{${other}}`));
    const node = sequence(fetch('a', '{there back}'), parallel(branch('there', 'c'), branch('back', 'd')));
    const { asked, data } = await carryOut(node, {
      a: () => ({ data: { there: [book('2'), book('10'), book('1')], back: [book('1'), book('2'), book('1'), book('10')] } }),
      b: (request) => ({ data: { _entities: representations(request).map(({ id }) => ({ title: `title ${id}` })) } }),
      c: () => ({ data: { c: 1 } }),
      d: () => ({ data: { d: 1 } }),
    });
    expect(asked.filter(({ subgraph }) => subgraph === 'b')).toHaveLength(1);
    const titled = (id: string) => book(id, { title: `title ${id}` });
    expect(data).toMatchObject({ there: ['2', '10', '1'].map(titled), back: ['1', '2', '1', '10'].map(titled) });
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
