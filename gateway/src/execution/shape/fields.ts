import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Named fragments of a document. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Values of the variables that `@skip` and `@include` ask. */
export type Conditions = Readonly<Record<string, unknown>>;

/** One field of the answer: everything the document says under one response name. */
export interface CollectedField {
  /** Response name. */
  readonly key: string;
  readonly node: FieldNode;
  /** What is asked of its value, from every place that asks for it. */
  readonly sets: SelectionSetNode[];
}

/** What an operation is collected from. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly conditions: Conditions;
  /** The name of a field in the data that are shaped, where it is not its response name. */
  readonly storedName?: (node: FieldNode) => string;
}

/** What selection sets ask of an object of one type, merged by response name in the order in which the answer must have them. */
export function collectFields(collecting: Collecting, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): CollectedField[] {
  const { schema, fragments, conditions } = collecting;
  const fields = new Map<string, CollectedField>();
  const spread = new Set<string>();
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        let field = fields.get(key);
        if (!field) {
          field = { key, node: selection, sets: [] };
          fields.set(key, field);
        }
        if (selection.selectionSet) field.sets.push(selection.selectionSet);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && applies(schema, fragment.typeCondition?.name.value, type)) walk(fragment.selectionSet);
    }
  };
  for (const set of sets) walk(set);
  return [...fields.values()];
}

/** Names of the variables that a document's `@skip` and `@include` ask, each once. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Whether `@skip` and `@include` leave a selection in. */
export function isIncluded(directives: readonly DirectiveNode[] | undefined, conditions: Conditions): boolean {
  if (!directives?.length) return true;
  return directives.every((directive) => {
    const value = conditionOf(directive);
    if (!value) return true;
    const holds = value.kind === Kind.VARIABLE ? conditions[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
    return holds === (directive.name.value === 'include');
  });
}

function conditionOf({ name, arguments: args }: DirectiveNode) {
  return name.value === 'skip' || name.value === 'include' ? args?.find((arg) => arg.name.value === 'if')?.value : undefined;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const asked = schema.getType(condition);
  return isAbstractType(asked) && schema.isSubType(asked, type);
}
