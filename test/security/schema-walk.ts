import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

const samples: Record<string, unknown> = {
  ID: '01900000-0000-7000-8000-00000000dead',
  String: 'zzqqxx',
  Int: 2022,
  Float: 1,
  Boolean: false,
  Date: '2022-06-01',
  DateTime: '2022-06-01T00:00:00Z',
  Euro: '1.00',
  PersonalCode: '399999-99998',
};

/** A harmless value of an input type: for required parts only. */
export function sampleOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sampleOf(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, field.name === 'age' ? 40 : sampleOf(field.type)]),
    );
  }
  return samples[getNamedType(type).name];
}

const argumentSample = (arg: GraphQLArgument | GraphQLInputField): unknown => {
  if (arg.name === 'municipality') return '0002000';
  if (arg.name === 'first') return 5;
  return sampleOf(arg.type);
};

/** What is selected below a field: one level, what needs no argument. */
function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  if ('getFields' in type && 'nodes' in type.getFields()) return '{ totalCount nodes { __typename } }';
  return '{ __typename }';
}

/** A root field asked with some of its arguments. */
export interface RootQuestion {
  field: string;
  query: string;
  variables: Record<string, unknown>;
}

/** A question for a root field: its required arguments harmless, and more where given. */
export function questionOf(field: GraphQLField<unknown, unknown>, more: Record<string, unknown> = {}): RootQuestion {
  const used = field.args.filter((arg) => isRequiredArgument(arg) || arg.name in more);
  const variables = Object.fromEntries(used.map((arg) => [arg.name, arg.name in more ? more[arg.name] : argumentSample(arg)]));
  const declared = used.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return {
    field: field.name,
    variables,
    query: `query${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${selection(field)} }`,
  };
}

/** Root fields of a schema, by name. */
export const rootFields = (schema: GraphQLSchema): GraphQLField<unknown, unknown>[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => !field.name.startsWith('_'));

/** Every place of a root field's arguments that takes free text (String or ID), as a path with a way to fill it. */
export function textPlaces(field: GraphQLField<unknown, unknown>): { path: string; fill(text: string): Record<string, unknown> }[] {
  const places: { path: string; fill(text: string): Record<string, unknown> }[] = [];
  const walk = (type: GraphQLInputType, path: string, depth: number, wrap: (value: unknown) => Record<string, unknown>) => {
    const bare = getNullableType(type);
    if (isListType(bare)) return walk(bare.ofType, `${path}[0]`, depth, (value) => wrap([value]));
    if (isInputObjectType(bare)) {
      if (depth > 3) return;
      for (const inner of Object.values(bare.getFields())) {
        walk(inner.type, `${path}.${inner.name}`, depth + 1, (value) => wrap({ ...(sampleOf(bare) as object), [inner.name]: value }));
      }
      return;
    }
    const { name } = getNamedType(type);
    if (name === 'String' || name === 'ID') places.push({ path: `${field.name}(${path})`, fill: (text) => wrap(text) });
  };
  for (const arg of field.args) walk(arg.type, arg.name, 0, (value) => ({ [arg.name]: value }));
  return places;
}
