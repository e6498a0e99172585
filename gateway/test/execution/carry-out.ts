import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { SubgraphRequest, SubgraphResult } from '@atbalsts/graphql';
import { failedResult } from '@atbalsts/graphql';
import { buildSchema } from 'graphql';
import type { GraphContext } from '../../src/execution/context.js';
import type { UnexpectedError } from '../../src/execution/downstream.js';
import { compilePlan } from '../../src/execution/plan/compile.js';
import type { Run } from '../../src/execution/plan/run.js';
import { typeMatch } from '../../src/execution/plan/types.js';
import { SubgraphCalls } from '../../src/execution/reads.js';

const schema = buildSchema(`
interface Media { id: ID } type Book implements Media { id: ID } type Film implements Media { id: ID }
type Query { a: Int }`);

/** What a subgraph answers to a request. */
export type Answers = Record<string, (request: SubgraphRequest, name: string) => SubgraphResult | Promise<SubgraphResult>>;

/** What a plan came to. */
export interface Carried {
  data: unknown;
  errors: { message: string; path?: readonly (string | number)[]; code: unknown; objects?: unknown }[];
  asked: { subgraph: string; query: string; variables: unknown; operationName?: string | null }[];
  unexpected: UnexpectedError[];
}

/** Carries out a plan. What subgraphs give is frozen: whoever writes to it fails. */
export async function carryOut(
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

/** A fetch node. */
export const fetch = (serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName,
  operation,
  operationName: undefined,
  operationKind: 'query' as never,
  ...more,
});
/** A fetch node of entities of one type, told apart by `__typename` and keys. */
export const entities = (serviceName: string, type: string, fields: string, more: Partial<FetchNode> = {}, keys = ['id']): FetchNode =>
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
/** A flatten node. */
export const flatten = (path: (string | number)[], node: PlanNode): PlanNode => ({ kind: 'Flatten', path, node });
/** A sequence node. */
export const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
/** A parallel node. */
export const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
/** What a request asks about. */
export const representations = (request: SubgraphRequest) => request.variables?.representations as Record<string, unknown>[];

/** A book, as a subgraph gives it. */
export const book = (id: string | null, more = {}) => ({ __typename: 'Book', id, ...more });
