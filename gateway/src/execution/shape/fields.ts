import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** One `@skip` or `@include` of a variable: the field is there when the variable is `is`. */
export interface Literal {
  readonly variable: string;
  readonly is: boolean;
}

/** Conditions that must all hold; an empty one always does. */
export type All = readonly Literal[];

/** A selection set, and what must hold for it to count. */
export interface Part {
  readonly set: SelectionSetNode;
  readonly when: All;
}

/** One field of the answer: everything the document says under one response name. */
export interface CollectedField {
  /** Response name. */
  readonly key: string;
  readonly node: FieldNode;
  /** Present when any of these holds; null where it always is. */
  when: All[] | null;
  /** What is asked of its value, from every place that asks for it. */
  readonly parts: Part[];
}

/** Named fragments of a document. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What selection sets ask of an object of one type, merged by response name in the order in which the answer must have them. Conditions on variables
 * are kept, so that one result serves every request with the document.
 */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  parts: readonly Part[],
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  const walk = (set: SelectionSetNode, outer: All): void => {
    for (const selection of set.selections) {
      const when = conditionsOf(selection, outer);
      if (!when) continue;
      if (selection.kind === Kind.FIELD) {
        add(fields, selection, when);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && applies(schema, fragment.typeCondition?.name.value, type)) walk(fragment.selectionSet, when);
    }
  };
  for (const part of parts) walk(part.set, part.when);
  for (const field of fields.values()) {
    // A field that stands in one place only has been decided when its value is looked at: what is asked of the value need not ask again.
    const [only] = field.parts;
    if (only && field.parts.length === 1) field.parts[0] = { set: only.set, when: [] };
  }
  return [...fields.values()];
}

function add(fields: Map<string, CollectedField>, node: FieldNode, when: All): void {
  const key = node.alias?.value ?? node.name.value;
  let field = fields.get(key);
  if (!field) {
    field = { key, node, when: [], parts: [] };
    fields.set(key, field);
  }
  if (!when.length) field.when = null;
  else field.when?.push(when);
  if (node.selectionSet) field.parts.push({ set: node.selectionSet, when });
}

/** The conditions of a selection with those around it; null where it is never there. */
function conditionsOf(selection: SelectionNode, outer: All): All | null {
  if (!selection.directives?.length) return outer;
  let when = outer;
  for (const { name, arguments: args } of selection.directives) {
    const include = name.value === 'include';
    if (!include && name.value !== 'skip') continue;
    const value = args?.find((arg) => arg.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== include) return null;
    if (value?.kind === Kind.VARIABLE) when = [...when, { variable: value.name.value, is: include }];
  }
  return when;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const asked = schema.getType(condition);
  return isAbstractType(asked) && schema.isSubType(asked, type);
}
