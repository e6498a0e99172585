import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GraphContext } from '../execution/context.js';
import type { Admission } from './admission.js';
import type { CostModel } from './cost-model.js';
import { KnownCosts } from './known-costs.js';
import type { AudienceLimits } from './limits.js';
import { costLimitError, firstExcess, pageSizeError } from './refusal.js';

/**
 * Stands between validation and execution: refuses an operation whose pages or cost are over the limits, and gives a query its time.
 * What can be said of the text alone was said before parsing; it is asked once more here, where nothing can come between the text and its execution.
 * @param modelOf the costs of the schema a request was validated against
 */
export function costPlugin(
  modelOf: (schema: GraphQLSchema) => CostModel,
  limits: Readonly<AudienceLimits>,
  admission: Admission,
): ApolloServerPlugin<GraphContext> {
  const costs = new KnownCosts();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, source, document, operation, request, contextValue }) {
          const refusal = admission.refusal(source);
          if (refusal) throw refusal;
          if (!operation) return;
          const model = modelOf(schema);
          if (!model.schema.getRootType(operation.operation)) throw noSuchOperations(operation.operation);
          const { page, ...measured } = costs.of(model, document, operation, request.variables ?? {});
          if (page && page.size > limits.page) throw pageSizeError(page.argument, page.size, limits.page);
          const excess = firstExcess(measured, limits);
          if (excess) throw costLimitError(excess);
          if (operation.operation === OperationTypeNode.QUERY) contextValue.limitTime(limits.seconds);
        },
      };
    },
  };
}

/** No rule of validation refuses a mutation or subscription of a graph that has none; the planner would break on it. */
const noSuchOperations = (kind: OperationTypeNode): GraphQLError =>
  new GraphQLError(`This graph has no ${kind}s`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
