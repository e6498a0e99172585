import { ApolloServer } from '@apollo/server';
import type { SubgraphResult } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import type { GraphContext } from '../../src/execution/context.js';
import { createExecution } from '../../src/execution/execution.js';
import { contextOf } from './ask.js';
import { libraryCaller, librarySdl } from './library.js';

/** The library before its catalogue had authors to ask for. */
const earlier = librarySdl.replace(/\n {2}authors: .*/, '');

async function served(supergraphSdl: string, caller = libraryCaller()) {
  const execution = createExecution({ supergraphSdl, caller });
  const server = new ApolloServer<GraphContext>({ gateway: execution, stopOnTerminationSignals: false });
  await server.start();
  const ask = async (query: string) => {
    const { body } = await server.executeOperation({ query }, { contextValue: contextOf({}) });
    if (body.kind !== 'single') throw new Error('one answer was expected');
    return JSON.parse(JSON.stringify(body.singleResult)) as SubgraphResult;
  };
  return { execution, server, ask };
}

const codeOf = ({ errors }: SubgraphResult) => errors?.[0]?.extensions?.code;

describe('a supergraph replaced while it answers', () => {
  it('is in force for the next request, in validation, planning and introspection', async () => {
    const { execution, server, ask } = await served(earlier);
    expect(codeOf(await ask('{ authors { name } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    execution.reload(librarySdl);
    expect(await ask('{ authors { name rating } }')).toEqual({
      data: {
        authors: [
          { name: 'Ilze', rating: 4.5 },
          { name: 'Pēteris', rating: null },
        ],
      },
    });
    expect(JSON.stringify(await ask('{ __schema { queryType { fields { name } } } }'))).toContain('"authors"');
    execution.reload(earlier);
    expect(codeOf(await ask('{ authors { name } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    await server.stop();
  });

  it('lets requests under way end on the one they began with, and loses none', async () => {
    const waiting: (() => void)[] = [];
    const caller = libraryCaller(async (_, __, answer) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return answer();
    });
    const { execution, server, ask } = await served(librarySdl, caller);
    const underWay = [ask('{ authors { name rating } }'), ask('{ top { text by { name } } }')];
    while (waiting.length < 2) await new Promise(setImmediate);
    execution.reload(earlier);
    const after = ask('{ books { author { name } } }');
    const release = setInterval(() => {
      for (const go of waiting.splice(0)) go();
    }, 1);
    const [authors, top] = await Promise.all(underWay);
    expect(authors?.data?.authors).toHaveLength(2);
    expect(top?.data).toEqual({ top: { text: 'labs', by: { name: 'Ilze' } } });
    expect(authors?.errors ?? top?.errors).toBeUndefined();
    expect((await after).errors).toBeUndefined();
    clearInterval(release);
    await server.stop();
  });

  it.each([
    ['no GraphQL', 'not a supergraph'],
    ['a schema without federation', 'type Query { a: Int }'],
    ['a supergraph that ends in the middle', librarySdl.slice(0, 900)],
  ])('changes nothing where it is %s', async (_, wrong) => {
    const { execution, server, ask } = await served(librarySdl);
    expect(() => execution.reload(wrong)).toThrow();
    expect((await ask('{ authors { name } }')).errors).toBeUndefined();
    await server.stop();
  });

  it('changes nothing where one who lives by the schema cannot live by it', async () => {
    const execution = createExecution({ supergraphSdl: librarySdl, caller: libraryCaller() });
    const seen: string[] = [];
    execution.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => void seen.push(coreSupergraphSdl));
    execution.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
      if (coreSupergraphSdl === earlier) throw new Error('not with me');
    });
    await execution.load({} as never);
    expect(() => execution.reload(earlier)).toThrow('not with me');
    expect(seen).toEqual([librarySdl, earlier, librarySdl]);
  });
});
