import {
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { audienceSchema } from '../audiences/supergraph.js';
import { assumedListSize } from './limits.js';

/** How one field is costed. */
export interface FieldCost {
  /** Of one object or value: `@cost` on the field, else on its type, else 1 for an object and 0 for a value. */
  weight: number;
  /** Of each argument that is given, by its name: `@cost` on the argument. */
  argumentWeights: ReadonlyMap<string, number>;
  isList: boolean;
  /** Arguments that say how many entries there will be; the page arguments, or those of `@listSize`. */
  slicing: readonly GraphQLArgument[];
  /** Entries where no slicing argument says how many. */
  assumedSize: number;
  /** The parent's page says how many of these there are: `nodes` and `edges` of a connection, or the `sizedFields` of `@listSize`. */
  sizedByParent: boolean;
  /** What comes back, for the fields below; null for a value. */
  type: GraphQLNamedType | null;
}

/** The costs of one audience's graph: its API schema, and what its supergraph says by `@cost` and `@listSize`. */
export interface CostModel {
  schema: GraphQLSchema;
  /** Null for a field that the schema does not have, and for values without a weight. */
  costOf(parent: GraphQLNamedType, field: string): FieldCost | null;
}

interface ListSize {
  assumedSize?: number;
  slicingArguments?: string[];
  sizedFields?: string[];
}

const pageArguments = ['first', 'last'];
const pageFields = ['nodes', 'edges'];
const introspectionFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

/**
 * Reads the costs of a graph from its supergraph. Composition carries `@cost` and `@listSize` (cost/v0.1) into it where a subgraph uses them; without them
 * the rules of the house hold: an object is 1, a value 0, a page has as many entries as its argument says, any other list `assumedListSize`.
 * Throws for `@cost` on an input field, which is not counted.
 * @param schema what the audience sees of it; whoever has it already saves making it again
 */
export function readCostModel(supergraphSdl: string, schema: GraphQLSchema = audienceSchema(supergraphSdl)): CostModel {
  const document = parse(supergraphSdl, { noLocation: true });
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const note = (place: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    for (const directive of directives ?? []) {
      const name = directive.name.value.replace(/^.*__/, '');
      const values = Object.fromEntries((directive.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]));
      if (name === 'cost') weights.set(place, Math.max(0, Number(values.weight)));
      if (name === 'listSize') listSizes.set(place, values as ListSize);
    }
  };
  for (const type of document.definitions) {
    if (!('name' in type) || !type.name || !('directives' in type)) continue;
    note(type.name.value, type.directives as readonly ConstDirectiveNode[] | undefined);
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of type.fields ?? []) {
        note(`${type.name.value}.${field.name.value}`, field.directives);
        if (weights.has(`${type.name.value}.${field.name.value}`))
          throw new Error(`@cost on ${type.name.value}.${field.name.value} is not counted: put it on the argument`);
      }
    }
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const place = `${type.name.value}.${field.name.value}`;
      note(place, field.directives);
      for (const arg of field.arguments ?? []) note(`${place}(${arg.name.value})`, arg.directives);
    }
  }
  const sized = sizedFieldsByType(schema, listSizes);
  const known = new Map<string, FieldCost | null>();
  return {
    schema,
    costOf(parent, name) {
      const place = `${parent.name}.${name}`;
      const found = known.get(place);
      if (found !== undefined) return found;
      const field = fieldOf(schema, parent, name);
      const cost = field ? fieldCost(place, field, weights, listSizes.get(place), sized.get(parent.name)?.has(name) ?? false) : null;
      // Names that the schema does not have are not remembered: a client could invent any number of them.
      if (cost) known.set(place, cost);
      return cost;
    },
  };
}

function fieldCost(
  place: string,
  field: GraphQLField<unknown, unknown>,
  weights: ReadonlyMap<string, number>,
  listSize: ListSize | undefined,
  sizedByParent: boolean,
): FieldCost {
  const type = getNamedType(field.type);
  const argumentWeights = field.args.map((arg) => [arg.name, weights.get(`${place}(${arg.name})`) ?? 0] as const);
  return {
    weight: weights.get(place) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0),
    argumentWeights: new Map(argumentWeights.filter(([, weight]) => weight > 0)),
    isList: isListType(getNullableType(field.type)),
    slicing: field.args.filter((arg) => (listSize?.slicingArguments ?? pageArguments).includes(arg.name)),
    assumedSize: listSize?.assumedSize ?? assumedListSize,
    sizedByParent,
    type: isCompositeType(type) ? type : null,
  };
}

/** Which fields of a type stand for the entries of a page, so that the field that gives the type says how many they are. */
function sizedFieldsByType(schema: GraphQLSchema, listSizes: ReadonlyMap<string, ListSize>): Map<string, Set<string>> {
  const sized = new Map<string, Set<string>>();
  for (const parent of Object.values(schema.getTypeMap())) {
    if (!('getFields' in parent)) continue;
    for (const field of Object.values(parent.getFields())) {
      const page = getNamedType(field.type);
      if (!('args' in field) || !isObjectType(page) || isListType(getNullableType(field.type))) continue;
      const named = listSizes.get(`${parent.name}.${field.name}`)?.sizedFields;
      const names = named ?? (field.args.some((arg: GraphQLArgument) => pageArguments.includes(arg.name)) ? pageFields : []);
      const present = names.filter((name) => page.getFields()[name]);
      if (present.length) sized.set(page.name, new Set([...(sized.get(page.name) ?? []), ...present]));
    }
  }
  return sized;
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | null {
  if (parent === schema.getQueryType() && introspectionFields[name]) return introspectionFields[name];
  if (!('getFields' in parent)) return null;
  const field = parent.getFields()[name];
  return field && 'args' in field ? field : null;
}
