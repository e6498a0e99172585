import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { GraphContext } from './context.js';
import { internalError, type UnexpectedError } from './downstream.js';
import { explainedBy } from './explained.js';
import { compilePlan } from './plan/compile.js';
import type { FetchGround } from './plan/fetch.js';
import type { Run } from './plan/run.js';
import type { PrivateNames } from './planner/private-names.js';
import { Shaping } from './shape/shaping.js';
import { compileVariableCheck } from './variables.js';

/** What a graph answers, before Apollo Server writes it. */
export interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
}

/** An operation made ready once for all requests that send it. */
export type PreparedOperation = (variables: Readonly<Record<string, unknown>>, context: GraphContext) => Promise<GraphAnswer>;

/**
 * Makes an operation ready: its plan and the shaping of its answer are compiled.
 * @param schema what the audience sees
 * @param document as the client sent it
 * @param names how its fields are called in the plan, where that is not as in the document
 * @throws GraphQLError UNSUPPORTED_OPERATION for what the plan has and the graph does not do
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: QueryPlan,
  ground: FetchGround,
  names: PrivateNames | null,
): PreparedOperation {
  const step = compilePlan(plan, ground);
  const shaping = new Shaping(schema, document, operation, names?.storedName);
  const check = compileVariableCheck(schema, operation);

  return async (variables, context) => {
    const checked = check(variables);
    if ('errors' in checked) return { errors: checked.errors };
    const { conditions } = checked;
    const run: Run = { context, variables, conditions, data: {}, errors: [], reads: null };
    const waiting = step(run);
    if (waiting) await waiting;
    const { data, violations } = shaping.shape(run.data, conditions, variables);
    const told = names ? run.errors.map((error) => shown(error, names)) : run.errors;
    if (!violations.length) return told.length ? { data, errors: told } : { data };
    const { requestId } = context.scope;
    const tell = (unexpected: UnexpectedError) => ground.onUnexpected({ ...unexpected, requestId });
    const { message, code, messageLv } = internalError;
    const isExplained = explainedBy(told);
    const unexplained = violations.filter(({ path }) => !isExplained(path));
    // The log learns what is wrong; that it is so ten thousand times over would only fill it.
    for (const text of new Set(unexplained.map((violation) => violation.message)))
      tell({ subgraph: '', code: 'INCOMPLETE', message: text });
    const own = unexplained.map(({ path }) => new GraphQLError(message, { path, extensions: { code, messageLv } }));
    const errors = [...told, ...own];
    return errors.length ? { data, errors } : { data };
  };
}

/** An error at its place in the client's answer. */
const shown = (error: GraphQLError, { shownPath }: PrivateNames): GraphQLError =>
  error.path ? new GraphQLError(error.message, { path: shownPath(error.path), extensions: error.extensions }) : error;
