import { AuditEntryRow } from '@atbalsts/audit';
import type { Principal } from '@atbalsts/auth';
import { type DomainName, withClient, withSession } from '@atbalsts/database';
import { createSubgraph, type DomainModule, InProcessCaller, type Subgraph, type SubgraphRequest } from '@atbalsts/graphql';
import type { ExecutionResult } from 'graphql';
import { type TestDatabase, testDatabase } from './database.js';
import { KnownPrincipals } from './principals.js';

/** One subgraph on a database of its own, asked as a principal. */
export interface TestSubgraph {
  subgraph: Subgraph;
  database: TestDatabase;
  /** Puts a question as the principal and gives the whole result. */
  ask(
    principal: Principal,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{
    data: any;
    errors?: readonly { message: string; extensions: Record<string, unknown>; path?: readonly (string | number)[] }[];
  }>;
  /** Runs SQL past row-level security, for arranging and looking. */
  sql<T extends object = Record<string, unknown>>(statement: string, parameters?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

/** Answers for other domains in a test of one: gets the request, gives the data; throw to be unreachable. */
export type OtherDomains = Partial<Record<DomainName, (request: SubgraphRequest) => Promise<ExecutionResult> | ExecutionResult>>;

/** The clock of the tests: 22 November 2026, noon. */
export const testClock = (): Date => new Date('2026-11-22T10:00:00Z');

/**
 * Puts up one subgraph for a test file, with its reference data loaded. Call `drop()` in `afterAll`.
 * @param others what the other domains answer when this one asks them
 */
export async function testSubgraph(module: DomainModule, others: OtherDomains = {}, clock = testClock): Promise<TestSubgraph> {
  const database = await testDatabase(module.name, { entities: [AuditEntryRow, ...module.entities], poolSize: 30 });
  await withSession(database.database, { audience: 'SYSTEM' }, async (em) => {
    await module.loadReference?.(em);
  });
  const principals = new KnownPrincipals();
  const caller = new InProcessCaller(
    new Map(
      Object.entries(others).map(([name, answer]) => [
        name as DomainName,
        { execute: async (request: SubgraphRequest) => answer(request) },
      ]),
    ),
  );
  const subgraph = createSubgraph({
    ...module,
    database: database.database,
    verifier: principals,
    caller,
    clock,
    onSurprise: (error) => console.error(error),
  });
  return {
    subgraph,
    database,
    async ask(principal, query, variables = {}) {
      const result = await subgraph.execute({ query, variables, token: principals.add(principal), requestId: 'test-request' });
      return JSON.parse(JSON.stringify({ data: result.data, errors: result.errors }));
    },
    sql: (statement, parameters = []) =>
      withClient(database.superUrl, async (client) => (await client.query(statement, parameters)).rows as never),
    drop: () => database.drop(),
  };
}
