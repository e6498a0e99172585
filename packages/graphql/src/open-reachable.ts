import {
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { TaggedAudience } from './audience.js';

const audiences: readonly TaggedAudience[] = ['regional', 'partner'];

interface Directed {
  astNode?: { directives?: readonly { name: { value: string }; arguments?: readonly { value: unknown }[] }[] } | null;
}

/** Audiences to which `@InGraph` opens a field, read from its definition. */
export function audiencesOf(field: GraphQLField<unknown, unknown>): TaggedAudience[] {
  const directives = (field as Directed).astNode?.directives ?? [];
  const tags = directives
    .filter((d) => d.name.value === 'tag')
    .map((d) => (d.arguments?.[0]?.value as { value?: string } | undefined)?.value);
  return audiences.filter((audience) => tags.includes(audience));
}

/**
 * Opens, for every field that `@InGraph` opens, its arguments and the input fields and enum values reached through them and through its type.
 * An untagged argument would vanish from a contract silently, and an untagged input would fail its composition.
 */
export function openReachable(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      for (const audience of audiencesOf(field as GraphQLField<unknown, unknown>)) {
        openValues(getNamedType(field.type), audience);
        for (const arg of field.args) {
          tag(arg, audience);
          openInput(getNamedType(arg.type), audience, new Set());
        }
      }
    }
  }
}

function openInput(type: GraphQLNamedType, audience: TaggedAudience, seen: Set<string>): void {
  openValues(type, audience);
  if (!isInputObjectType(type) || seen.has(type.name)) return;
  seen.add(type.name);
  for (const field of Object.values(type.getFields())) {
    tag(field, audience);
    openInput(getNamedType(field.type), audience, seen);
  }
}

function openValues(type: GraphQLNamedType, audience: TaggedAudience): void {
  if (isEnumType(type)) for (const value of type.getValues()) tag(value, audience);
}

function tag(element: GraphQLArgument | GraphQLInputField | GraphQLEnumValue, audience: TaggedAudience): void {
  const extensions = element.extensions as { directives?: { tag?: { name: string }[] } };
  const tags = extensions.directives?.tag ?? [];
  if (tags.some((t) => t.name === audience)) return;
  element.extensions = { ...extensions, directives: { ...extensions.directives, tag: [...tags, { name: audience }] } };
}
