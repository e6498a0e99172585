import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * A document as the planner should see it: where conditions may leave nothing of what is asked of an object, its type is asked as well. The object is to
 * be there all the same, empty; but where a condition stands within another, or is a literal, the planner takes it for one that nobody wants, and does not
 * fetch it: `{ person @skip(if: $closed) { ...Details @include(if: $open) } }`.
 */
export function withNothingEmpty(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  return visit(document, {
    [Kind.FIELD]: (node: FieldNode): FieldNode | undefined => {
      const set = node.selectionSet;
      if (!set || isCertain(set, fragments)) return undefined;
      return { ...node, selectionSet: { ...set, selections: [typename, ...set.selections] } };
    },
  });
}

/** Whether a selection set asks for something whatever the conditions. */
function isCertain({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  return selections.some((selection) => {
    if (isConditional(selection)) return false;
    if (selection.kind === Kind.FIELD) return true;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment !== undefined && isCertain(fragment.selectionSet, fragments);
  });
}

const isConditional = ({ directives }: SelectionNode): boolean =>
  directives?.some(({ name }) => name.value === 'skip' || name.value === 'include') ?? false;
