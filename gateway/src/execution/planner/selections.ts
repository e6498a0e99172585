import {
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** The object types of a supergraph, by their names. */
export type ObjectTypes = ReadonlyMap<string, ObjectTypeDefinitionNode>;

/** The object types of a supergraph. */
export const objectTypesOf = ({ definitions }: DocumentNode): ObjectTypes =>
  new Map(definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])));

/** Types that have fields, by their names. */
export type FieldTypes = ReadonlyMap<string, ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>;

/** The object types and interfaces of a supergraph. */
export const fieldTypesOf = ({ definitions }: DocumentNode): FieldTypes =>
  new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );

/** A field of a type, as one text. */
export const fieldKey = (type: string, field: string): string => `${type}.${field}`;

/** A selection as the directives of federation write it: `price(currency: "EUR") group { id }`. */
export function selectionOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return (definition as { selectionSet: SelectionSetNode }).selectionSet;
}

/**
 * A selection with its fields changed; what is below a field is changed before it.
 * @param type of the object that is selected from
 * @param types that are looked into; a field of any other stays as it is
 * @param change is told each field of one of them with that type
 */
export function changedFields(
  set: SelectionSetNode,
  type: string,
  types: FieldTypes,
  change: (field: FieldNode, type: string) => FieldNode,
): SelectionSetNode {
  const selections = set.selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return {
        ...selection,
        selectionSet: changedFields(selection.selectionSet, selection.typeCondition?.name.value ?? type, types, change),
      };
    const definition = types.get(type)?.fields?.find(({ name }) => name.value === selection.name.value);
    if (!definition) return selection;
    const below = selection.selectionSet && changedFields(selection.selectionSet, typeNameOf(definition), types, change);
    return change({ ...selection, selectionSet: below }, type);
  });
  return { ...set, selections };
}

/** The fields of a selection, with the types that have them. */
export function fieldsOf(set: SelectionSetNode, type: string, types: FieldTypes): { field: FieldNode; type: string }[] {
  const found: { field: FieldNode; type: string }[] = [];
  changedFields(set, type, types, (field, of) => {
    found.push({ field, type: of });
    return field;
  });
  return found;
}

/** The type of a field, without lists and marks. */
export function typeNameOf(definition: FieldDefinitionNode): string {
  let { type } = definition;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}
