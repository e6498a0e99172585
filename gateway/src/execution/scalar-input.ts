import { scalars } from '@atbalsts/graphql/call';
import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isScalarType,
  Kind,
  type ValidationRule,
  type ValueNode,
} from 'graphql';

/**
 * Lets the graph refuse a wrong Date, DateTime, Euro or PersonalCode in a variable before any subgraph is asked. Only `parseValue` is installed:
 * what reaches the subgraphs is the raw value. Literals are left to `scalarLiterals`, which can name the argument.
 */
export function installScalars(schema: GraphQLSchema): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (type && isScalarType(type)) type.parseValue = scalar.parseValue;
  }
}

/**
 * Validation rule: a literal of one of our scalars must be a value of it. The specification would call a wrong one a validation failure; the house calls
 * a wrong value BAD_USER_INPUT wherever it stands, so that a client meets one code, whether it wrote the value in the query or in a variable.
 */
export const scalarLiterals: ValidationRule = (context) => {
  const check = (node: ValueNode, path: readonly (string | number)[]): false | undefined => {
    // Inside a list literal the input type is already that of its items.
    const type = getNullableType(node.kind === Kind.LIST ? context.getParentInputType() : context.getInputType());
    if (!type || (isListType(type) && node.kind === Kind.LIST)) return undefined;
    const scalar = scalars[getNamedType(type).name];
    if (!scalar || node.kind === Kind.NULL || node.kind === Kind.VARIABLE) return undefined;
    try {
      scalar.parseLiteral(node);
    } catch (error) {
      const place = placeOf(context.getDocument(), path);
      const said = error instanceof GraphQLError ? error : new GraphQLError(`${scalar.name} cannot be read`);
      const originalError = new GraphQLError(`${place.text}: ${said.message}`, {
        extensions: {
          code: 'BAD_USER_INPUT',
          ...(typeof said.extensions.messageLv === 'string' ? { messageLv: `${place.textLv}: ${said.extensions.messageLv}` } : {}),
          argument: place.name,
        },
      });
      context.reportError(new GraphQLError(originalError.message, { nodes: node, originalError }));
    }
    return false;
  };
  const enter = (node: ValueNode, _key: unknown, _parent: unknown, path: readonly (string | number)[]) => check(node, path);
  const kinds = [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.LIST, Kind.OBJECT];
  return Object.fromEntries(kinds.map((kind) => [kind, { enter }])) as ASTVisitor;
};

/** Where a literal stands: the argument (or the variable whose default it is) and the way into it, `input.members[0].monthlyIncome`. */
function placeOf(root: unknown, path: readonly (string | number)[]): { name: string; text: string; textLv: string } {
  let name = '';
  let [word, wordLv] = ['Argument', 'Arguments'];
  let at = root;
  let before: string | number = '';
  for (const key of path) {
    if (typeof key === 'number' && before === 'values') name += `[${key}]`;
    before = key;
    at = (at as Record<string | number, unknown>)[key];
    const node = at as Partial<ASTNode>;
    if (node.kind === Kind.ARGUMENT) name = node.name?.value ?? '';
    else if (node.kind === Kind.OBJECT_FIELD) name += `.${node.name?.value}`;
    else if (node.kind === Kind.VARIABLE_DEFINITION) {
      name = `$${node.variable?.name.value}`;
      [word, wordLv] = ['Variable', 'Mainīgais'];
    }
  }
  return { name, text: `${word} "${name}"`, textLv: `${wordLv} "${name}"` };
}
