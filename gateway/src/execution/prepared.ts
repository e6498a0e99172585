import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { GraphContext } from './context.js';
import { internalError, type UnexpectedError } from './downstream.js';
import { isExplained } from './explained.js';
import { compilePlan } from './plan/compile.js';
import type { FetchGround } from './plan/fetch.js';
import type { Run } from './plan/run.js';
import { unsupported } from './refusals.js';
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
 * @throws GraphQLError UNSUPPORTED_OPERATION for what the graph does not do
 */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: QueryPlan,
  ground: FetchGround,
): PreparedOperation {
  visit(document, { [Kind.FIELD]: refuseProto });
  const step = compilePlan(plan, ground);
  const shaping = new Shaping(schema, document, operation);
  const check = compileVariableCheck(schema, operation);

  return async (variables, context) => {
    const checked = check(variables);
    if ('errors' in checked) return { errors: checked.errors };
    const { conditions } = checked;
    const run: Run = { context, variables, conditions, data: {}, errors: [], reads: null };
    const waiting = step(run);
    if (waiting) await waiting;
    const { data, violations } = shaping.shape(run.data, conditions, variables);
    if (!violations.length) return run.errors.length ? { data, errors: run.errors } : { data };
    const { requestId } = context.scope;
    const tell = (unexpected: UnexpectedError) => ground.onUnexpected({ ...unexpected, requestId });
    const { message, code, messageLv } = internalError;
    const told = violations.filter(({ path }) => !isExplained(path, run.errors));
    for (const violation of told) tell({ subgraph: '', code: 'INCOMPLETE', message: violation.message });
    const own = told.map(({ path }) => new GraphQLError(message, { path, extensions: { code, messageLv } }));
    const errors = [...run.errors, ...own];
    return errors.length ? { data, errors } : { data };
  };
}

/** No field may be answered under a name that is the prototype of every object. */
function refuseProto({ alias }: FieldNode): void {
  if (alias?.value === '__proto__') throw unsupported('the response name __proto__');
}
