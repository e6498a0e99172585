import { type GraphQLField, type GraphQLOutputType, type GraphQLSchema, getNullableType } from 'graphql';

/**
 * Lets every root field be null. A domain that answers never leaves one null that its resolver calls non-null; but a request often has root fields of
 * several domains, and GraphQL has no other place for the null of a non-null root field than the whole `data`: one domain that is down, or one field
 * that is forbidden, would take the answers of all others with it. Decision record 0028.
 */
export function letRootsBeNull(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {}) as GraphQLField<unknown, unknown>[])
      field.type = getNullableType(field.type) as GraphQLOutputType;
  }
}
