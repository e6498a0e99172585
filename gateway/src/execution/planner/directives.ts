import { type ConstDirectiveNode, Kind } from 'graphql';

/** The value of an argument of a directive where it is a text, a name, a truth or a number; undefined otherwise. */
export function argumentOf({ arguments: args }: ConstDirectiveNode, name: string): unknown {
  const value = args?.find((one) => one.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
}

/** A directive with another text, or another name of an enum, as an argument that it has. */
export function withArgument(directive: ConstDirectiveNode, name: string, value: string): ConstDirectiveNode {
  const args = directive.arguments?.map((one) => {
    if (one.name.value !== name || (one.value.kind !== Kind.STRING && one.value.kind !== Kind.ENUM)) return one;
    return { ...one, value: { kind: one.value.kind, value } };
  });
  return { ...directive, arguments: args };
}
