import { type DirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/** Response names under which the planner fetches something of its own accord. */
export interface TakenNames {
  /** Fields of keys and requirements, at any depth, and `__typename`. */
  readonly names: ReadonlySet<string>;
  /** Those of them that a requirement asks for with arguments. */
  readonly withArguments: ReadonlySet<string>;
}

/** Reads the keys and requirements of a supergraph. */
export function takenNames(supergraph: DocumentNode): TakenNames {
  const names = new Set(['__typename']);
  const withArguments = new Set<string>();
  const read = (fields: string): void => {
    visit(parse(`{ ${fields} }`, { noLocation: true }), {
      Field({ name, arguments: args }) {
        names.add(name.value);
        if (args?.length) withArguments.add(name.value);
      },
    });
  };
  const asked = ({ name, arguments: args }: DirectiveNode): void => {
    const argument = name.value === 'join__type' ? 'key' : name.value === 'join__field' ? 'requires' : undefined;
    const value = args?.find((one) => one.name.value === argument)?.value;
    if (value?.kind === Kind.STRING) read(value.value);
  };
  visit(supergraph, { Directive: asked });
  return { names, withArguments };
}
