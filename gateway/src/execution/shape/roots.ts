import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

/** Whether a type is the graph's query, mutation or subscription: a subgraph may call its own otherwise, so their names are not compared. */
export function isRootType(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}
