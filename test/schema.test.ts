import { checkSchemas, modules, subgraphSdls } from '@atbalsts/cli';
import { audienceSdl, composeSupergraphs } from '@atbalsts/gateway';
import { buildFederatedSchema, unguardedFields } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType, isScalarType, specifiedScalarTypes } from 'graphql';

const builtIn = new Set(specifiedScalarTypes.map((type) => type.name));
/** The types that are ours: not GraphQL's own, nor those of the federation specification. */
const ours = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !/^_|__|^FieldSet$/.test(type.name) && !builtIn.has(type.name));

/** What a schema says nothing about, as paths. */
function undescribed(schema: GraphQLSchema): string[] {
  const bare: string[] = [];
  const look = (path: string, element: { description?: string | null }) => {
    if (!element.description?.trim()) bare.push(path);
  };
  for (const type of ours(schema)) {
    const isRoot = ['Query', 'Mutation'].includes(type.name);
    if (!isRoot) look(type.name, type);
    if (isScalarType(type)) continue;
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      look(`${type.name}.${field.name}`, field);
      for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return bare;
}

describe('the schemas', () => {
  it('that are checked in are what the code says', async () => {
    expect(await checkSchemas()).toEqual([]);
  });

  it.each(modules.map((module) => [module.name, module] as const))(
    'of %s describe every type, field, argument and value',
    (_name, module) => {
      expect(undescribed(buildFederatedSchema(module).schema)).toEqual([]);
    },
  );

  it.each(modules.map((module) => [module.name, module] as const))(
    'of %s guard every field and every reference by an action',
    (_name, module) => {
      const { schema, sdl } = buildFederatedSchema(module);
      const keyed = [...sdl.matchAll(/^type (\w+)[^{]*@key\(fields: "[^"]*"\)/gm)].map((match) => match[1] as string);
      for (const type of keyed.filter((name) => module.references[name])) expect(schema.getType(type)).toBeDefined();
      const owned = [...sdl.matchAll(/^type (\w+)([^{]*)\{/gm)]
        .filter(([, , directives]) => /@key/.test(directives ?? '') && !/resolvable: false/.test(directives ?? ''))
        .map(([, name]) => name as string);
      expect(owned.filter((name) => !module.references[name])).toEqual([]);
    },
  );

  it('refuse a field that no action guards', () => {
    const bare = buildSchema('type Query { secret: String }');
    expect(unguardedFields(bare)).toEqual(['Query.secret']);
  });

  it('of the region and the partner carry what the tags open, and not a field more', () => {
    const { STAFF, REGIONAL, PARTNER } = composeSupergraphs(subgraphSdls());
    const fieldsOf = (sdl: string) =>
      ours(buildSchema(audienceSdl(sdl)))
        .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []))
        .sort();
    const staff = new Set(fieldsOf(STAFF));
    expect(fieldsOf(REGIONAL).filter((field) => !staff.has(field))).toEqual([]);
    expect(fieldsOf(PARTNER).filter((field) => !staff.has(field))).toEqual([]);
    expect(
      fieldsOf(REGIONAL).filter((field) =>
        /^(Person|Household|Case|SocialCase|Placement|Application|Decision|Referral|Consent)\./.test(field),
      ),
    ).toEqual([]);
    expect(
      fieldsOf(PARTNER).filter((field) =>
        /^Query\.(person|persons|household|applications|socialCases|facilities|annualReport)$/.test(field),
      ),
    ).toEqual([]);
  });
});
