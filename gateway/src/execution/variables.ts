import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

type Raw = Readonly<Record<string, unknown>>;

/** Judges the variables of a request: their errors, or the values that conditions ask, defaults included. */
export type VariableCheck = (variables: Raw) => { errors: readonly GraphQLError[] } | { conditions: Raw };

/** Errors told at most; beyond it a request is wrong in one way, repeated. */
const maxErrors = 50;

/**
 * Compiles the check of an operation's variables. graphql-js judges; where every variable is a plain value of a built-in scalar, which is as a rule,
 * the same is seen at once.
 */
export function compileVariableCheck(schema: GraphQLSchema, operation: OperationDefinitionNode): VariableCheck {
  const definitions = operation.variableDefinitions ?? [];
  if (!definitions.length) return () => ({ conditions: {} });
  const plain = definitions.map(plainCheck);
  return (variables) => {
    if (plain.every((check) => check?.(variables))) return { conditions: variables };
    const { errors, coerced } = getVariableValues(schema, definitions, variables, { maxErrors });
    return errors ? { errors } : { conditions: coerced };
  };
}

/** Whether a variable is surely good and needs no default; null where only graphql-js can say. */
function plainCheck({ variable, type, defaultValue }: VariableDefinitionNode): ((variables: Raw) => boolean) | null {
  const name = variable.name.value;
  const required = type.kind === Kind.NON_NULL_TYPE;
  const named = required ? type.type : type;
  const good = named.kind === Kind.NAMED_TYPE ? builtIn[named.name.value] : undefined;
  if (!good) return null;
  return (variables) => {
    const value = variables[name];
    if (value === undefined) return !required && !defaultValue;
    return value === null ? !required : good(value);
  };
}

const builtIn: Partial<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
};
