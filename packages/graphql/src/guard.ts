import { type Action, ForbiddenError } from '@atbalsts/auth';
import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Context } from './context.js';

/** What `@Allow` leaves in the extensions of a type or a field. */
export interface AllowExtension {
  action: Action;
  otherwise?: 'null';
}

/** The action that guards a field: its own, else its type's; undefined where neither names one. */
export function allowOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): AllowExtension | undefined {
  return (field.extensions?.allow ?? type.extensions?.allow) as AllowExtension | undefined;
}

/** Fields of the schema that no action guards, as `Type.field`. Deny by default: a subgraph with any does not start. */
export function unguardedFields(schema: GraphQLSchema): string[] {
  const bare: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!allowOf(type, field as GraphQLField<unknown, unknown>)) bare.push(`${type.name}.${field.name}`);
    }
  }
  return bare;
}

/**
 * Puts the check of the named action in front of every field's resolver. Who lacks the action gets FORBIDDEN,
 * or null where the field says `otherwise: 'null'` (identity).
 * @param keyed the entities, which emergency access follows only where they say themselves whose they are
 */
export function guardSchema(schema: GraphQLSchema, keyed: ReadonlySet<string> = new Set()): void {
  const bare = unguardedFields(schema);
  if (bare.length) throw new Error(`No action guards ${bare.join(', ')}: add @Allow to the field or its type`);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) guardField(type, field as GraphQLField<unknown, Context>, keyed);
  }
}

function guardField(type: GraphQLObjectType, field: GraphQLField<unknown, Context>, keyed: ReadonlySet<string>): void {
  const allow = allowOf(type, field as GraphQLField<unknown, unknown>) as AllowExtension;
  const resolve = field.resolve ?? defaultFieldResolver;
  const follows = !keyed.has(getNamedType(field.type).name);
  field.resolve = (source, args, context, info) => {
    if (!context.may(allow.action)) {
      if (context.emergency?.opens(allow.action, type.name, field.name, source, args))
        return context.emergency.show(resolve(source, args, context, info), follows);
      if (allow.otherwise === 'null') return null;
      throw new ForbiddenError(allow.action);
    }
    const value = resolve(source, args, context, info);
    return context.emergency ? context.emergency.follow(source, value, follows) : value;
  };
}
