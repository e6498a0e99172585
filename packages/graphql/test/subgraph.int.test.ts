import { Allow } from '@atbalsts/auth';
import { type DomainDatabase, openDatabase, savepoint } from '@atbalsts/database';
import { createSubgraph, subgraphLimits } from '@atbalsts/graphql';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Arg, Ctx, Directive, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { type TestDatabase, testDatabase } from '../../testing/src/database.js';
import { KnownPrincipals, staff } from '../../testing/src/principals.js';
import type { Context } from '../src/context.js';

@ObjectType({ description: 'A note.' })
@Directive('@key(fields: "id")')
@Allow('viewer.read')
class Note {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Resolver(() => Note)
class NoteResolver {
  @Query(() => String, { description: 'The text, as the database gives it back.' })
  @Allow('viewer.read')
  async echo(@Ctx() { em }: Context, @Arg('text', () => String) text: string): Promise<string> {
    return ((await em.execute('select ?::text as text', [text])) as { text: string }[])[0]?.text ?? '';
  }

  @Query(() => String, { nullable: true, description: 'Never answers.' })
  @Allow('viewer.read')
  async never(@Ctx() { em }: Context): Promise<string | null> {
    await em.execute('select pg_sleep(600)');
    return null;
  }

  @Mutation(() => String, { nullable: true, description: 'Never ends, and undoes itself.' })
  @Allow('viewer.read')
  async neverEnd(@Ctx() { em }: Context): Promise<string | null> {
    await savepoint(em, (inner) => inner.execute('select pg_sleep(600)'));
    return null;
  }

  @Mutation(() => Boolean, { nullable: true, description: 'Ends.' })
  @Allow('viewer.read')
  async end(@Ctx() { em }: Context): Promise<boolean> {
    return savepoint(em, async () => true);
  }
}

describe('a subgraph by itself', () => {
  let test: TestDatabase;
  let database: DomainDatabase;
  const principals = new KnownPrincipals();
  const token = principals.add(staff('social-worker'));
  const surprises = jest.fn();
  let ask: (query: string, variables?: Record<string, unknown>) => Promise<{ data?: unknown; errors?: unknown }>;

  beforeAll(async () => {
    test = await testDatabase('registry', { template: 'blank' });
    database = await openDatabase({ domain: 'registry', url: test.appUrl, entities: [], poolSize: 2, statementTimeoutMs: 100 });
    const subgraph = createSubgraph({
      name: 'registry',
      database,
      verifier: principals,
      resolvers: [NoteResolver],
      types: [Note],
      references: { Note: ({ id }) => ({ id }) },
      onSurprise: surprises,
    });
    ask = async (query, variables) =>
      JSON.parse(JSON.stringify(await subgraph.execute({ query, variables, token, requestId: 'request-1' })));
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });

  it('refuses U+0000 before it asks the database, in a variable and in a literal', async () => {
    const query = 'query($t: String!) { echo(text: $t) }';
    expect(await ask(query, { t: 'Ā\u0001' })).toEqual({ data: { echo: 'Ā\u0001' } });
    expect((await ask(query, { t: 'a\0' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: '$t', requestId: 'request-1', messageLv: expect.stringContaining('U+0000') } },
    ]);
    for (let time = 0; time < 2; time++) {
      expect((await ask(String.raw`{ echo(text: "a\u0000") }`)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument: 'text', messageLv: expect.stringContaining('U+0000') } },
      ]);
    }
    expect(surprises).not.toHaveBeenCalled();
  });

  it('refuses too many tokens and too many representations by itself', async () => {
    expect((await ask(`{ ${'__typename '.repeat(subgraphLimits.tokens)} }`)).errors).toMatchObject([
      { extensions: { code: 'COST_LIMIT' } },
    ]);
    const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { id } } }';
    const of = (count: number) => ({ of: Array.from({ length: count }, (_, n) => ({ __typename: 'Note', id: String(n) })) });
    expect((await ask(query, of(2))).data).toEqual({ _entities: [{ id: '0' }, { id: '1' }] });
    expect((await ask(query, of(subgraphLimits.representations + 1))).errors).toMatchObject([
      { extensions: { code: 'COST_LIMIT', messageLv: expect.stringContaining('10000') } },
    ]);
  });

  it('says TIMEOUT for a statement that ran too long, also where its failed transaction ends the whole answer', async () => {
    const timeout = { extensions: { code: 'TIMEOUT', messageLv: expect.stringContaining('pārāk ilgi'), requestId: 'request-1' } };
    expect(await ask('{ never }')).toMatchObject({ data: null, errors: [timeout] });
    expect(await ask('{ never echo(text: "a") }')).toMatchObject({ data: null, errors: [timeout] });
    expect(await ask('mutation { neverEnd end }')).toMatchObject({ data: { neverEnd: null, end: true }, errors: [timeout] });
  });
});
