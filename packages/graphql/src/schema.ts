import { buildSubgraphSchema } from '@apollo/subgraph';
import { ForbiddenError } from '@atbalsts/auth';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isInputObjectType, isObjectType, parse, specifiedDirectives } from 'graphql';
import { buildSchemaSync, type ClassType, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { Context } from './context.js';
import { type AllowExtension, guardSchema } from './guard.js';
import { letRootsBeNull } from './nullable-roots.js';
import { openReachable } from './open-reachable.js';

/** Resolves a reference that another subgraph gave: the entity, or null where it does not exist or is not the caller's to see. */
export type ReferenceResolver = (reference: Record<string, unknown>, context: Context) => unknown;

/** What a subgraph's schema is made of. */
export interface SchemaParts {
  /** Resolver classes. */
  resolvers: NonEmptyArray<ClassType>;
  /** Entities and types that no operation of this subgraph returns. */
  types?: ClassType[];
  /** `__resolveReference` by type name. */
  references: Record<string, ReferenceResolver>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@cost", "@listSize"])\n\n`;

/** A schema with its SDL, as composition takes it. */
export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** What has been built, by the references of its parts. */
const built = new WeakMap<SchemaParts['references'], { parts: SchemaParts; federated: FederatedSchema }>();

/**
 * The federated schema of decorated classes: every field guarded, every argument and value that an audience needs opened. Built once: the same parts
 * give the same schema, which nobody changes, so that a program that composes and serves does not pay twice (a quarter of a second for each domain).
 */
export function buildFederatedSchema(parts: SchemaParts): FederatedSchema {
  const known = built.get(parts.references);
  if (known && known.parts.resolvers === parts.resolvers && known.parts.types === parts.types) return known.federated;
  const federated = build(parts);
  built.set(parts.references, { parts: { resolvers: parts.resolvers, types: parts.types, references: parts.references }, federated });
  return federated;
}

/** `printSubgraphSchema` of @apollo/subgraph prints empty types from a type-graphql schema, hence printSchemaWithDirectives. */
function build(parts: SchemaParts): FederatedSchema {
  const plain = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: parts.types ?? [],
    directives: [...specifiedDirectives],
    validate: { forbidUnknownValues: false },
    skipCheck: true,
  });
  letRootsBeNull(plain);
  openReachable(plain);
  guardSchema(plain, new Set(Object.keys(parts.references)));
  const sdl = link + printSchemaWithDirectives(plain);
  const resolvers: Record<string, Record<string, unknown>> = createResolversMap(plain) as never;
  for (const [name, resolve] of Object.entries(parts.references)) {
    const type = plain.getType(name);
    const allow = type?.extensions?.allow as AllowExtension | undefined;
    if (!allow) throw new Error(`No action guards __resolveReference of ${name}: add @Allow to the class`);
    resolvers[name] = {
      ...resolvers[name],
      __resolveReference: (reference: Record<string, unknown>, context: Context) => {
        if (context.may(allow.action)) return resolve(reference, context);
        if (!context.emergency) throw new ForbiddenError(allow.action);
        return context.emergency.showReference(allow.action, name, reference, () => resolve(reference, context));
      },
    };
  }
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  copyDefaults(plain, schema);
  return { schema, sdl };
}

/**
 * Defaults of custom scalars as the program knows them: building from SDL coerces them before the scalars are attached,
 * so a default of "0.00" would reach a resolver as that text and not as 0 cents.
 */
function copyDefaults(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const type of Object.values(from.getTypeMap())) {
    const copy = to.getType(type.name);
    if (isInputObjectType(type) && isInputObjectType(copy)) {
      for (const [name, field] of Object.entries(type.getFields())) setDefault(copy.getFields()[name], field.defaultValue);
    }
    if (!isObjectType(type) || !isObjectType(copy)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      for (const arg of field.args)
        setDefault(
          copy.getFields()[name]?.args.find((one) => one.name === arg.name),
          arg.defaultValue,
        );
    }
  }
}

function setDefault(target: { defaultValue?: unknown } | undefined, value: unknown): void {
  if (target) target.defaultValue = value;
}

const banner = '# Generated from the decorated classes. Do not edit: npm run schema.\n\n';

/** The checked-in form of a subgraph's SDL: `schema.graphql` beside its package.json. */
export function printSubgraph(parts: SchemaParts): string {
  return `${banner}${buildFederatedSchema(parts).sdl}\n`;
}
