import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value that is not null may stand where the schema has a leaf type: what `@apollo/gateway` lets through, and no more. */
export function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  return builtIn[type.name] ?? anything;
}

/** A scalar of ours or of a subgraph: its owner has serialised it. */
const anything = (): boolean => true;

const builtIn: Partial<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value),
  Float: (value) => Number.isFinite(value),
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
};
