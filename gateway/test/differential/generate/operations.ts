import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { anyValue, type Value, type ValuePool } from './values.js';

/** `@skip` or `@include`, by a literal or by one of a few variables that all selections of an operation share. */
export interface Condition {
  directive: 'skip' | 'include';
  by: 'true' | 'false' | ConditionVariable;
}

/** Variables of conditions: given or by default, of a type that may be null or not. */
export const conditionVariables = {
  yes: { type: 'Boolean!', fallback: null, json: true },
  no: { type: 'Boolean!', fallback: null, json: false },
  yesUnlessTold: { type: 'Boolean', fallback: 'true', json: undefined },
  noUnlessTold: { type: 'Boolean!', fallback: 'false', json: undefined },
  toldOtherwise: { type: 'Boolean', fallback: 'true', json: false },
} as const;
export type ConditionVariable = keyof typeof conditionVariables;

/** A generated selection of a field; `on` is the type that stands around it. */
export interface FieldSelection {
  kind: 'field';
  on: string;
  name: string;
  alias: string | null;
  args: readonly (readonly [string, Value])[];
  conditions: readonly Condition[];
  sub: readonly Selection[] | null;
}

/** A generated fragment, inline or named; without a type where it stands on the type around it. */
export interface FragmentSelection {
  kind: 'inline' | 'named';
  on: string | null;
  conditions: readonly Condition[];
  sub: readonly Selection[];
}
export type Selection = FieldSelection | FragmentSelection;

/** A generated operation; `print.ts` writes it. */
export interface Operation {
  root: 'query' | 'mutation';
  name: string | null;
  /** Whether another operation stands in the document beside it. */
  accompanied: boolean;
  selections: readonly Selection[];
}

/** What the generator takes. */
export interface GeneratorOptions {
  pool?: ValuePool;
  /** Levels of objects below the root, 4 unless told. */
  depth?: number;
  /** Selections in one set at most, 4 unless told. */
  width?: number;
  /** Names that fields are given in the answer; words of the schema and letters unless told. */
  aliases?: readonly string[];
  /** Arguments, by name, that are never given, or always where a field takes them. */
  neverGiven?: readonly string[];
  alwaysGiven?: readonly string[];
}

const aliases = ['a', 'b', 'name', 'title', 'text', 'of'] as const;

const condition: fc.Arbitrary<Condition> = fc.record({
  directive: fc.constantFrom('skip', 'include'),
  by: fc.oneof(fc.constantFrom('true', 'false'), fc.constantFrom(...(Object.keys(conditionVariables) as ConditionVariable[]))),
});
const conditions = fc.oneof(
  { weight: 26, arbitrary: fc.constant<Condition[]>([]) },
  { weight: 3, arbitrary: condition.map((one) => [one]) },
  {
    weight: 1,
    arbitrary: fc.tuple(condition, condition).map(([a, b]): Condition[] => [
      { ...a, directive: 'skip' },
      { ...b, directive: 'include' },
    ]),
  },
);

/** Operations over a schema: aliases, fragments of both kinds in each other, abstract types, conditions, variables, type names everywhere. */
export function operations(schema: GraphQLSchema, root: 'query' | 'mutation', options: GeneratorOptions = {}): fc.Arbitrary<Operation> {
  const type = root === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!type) throw new Error(`The schema has no ${root}`);
  return fc.record({
    root: fc.constant(root),
    name: fc.option(fc.constantFrom('Asked', 'query'), { nil: null, freq: 2 }),
    accompanied: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    selections: new Generator(schema, options).set(type, options.depth ?? 4),
  });
}

class Generator {
  private readonly known = new Map<string, fc.Arbitrary<readonly Selection[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: GeneratorOptions,
  ) {}

  /** A selection set of a type with so many levels left below it. */
  set(type: GraphQLCompositeType, depth: number): fc.Arbitrary<readonly Selection[]> {
    const key = `${type.name} ${depth}`;
    const known = this.known.get(key);
    if (known) return known;
    const made = fc.array(this.selection(type, depth), { minLength: 1, maxLength: this.options.width ?? 4, size: 'max' });
    this.known.set(key, made);
    return made;
  }

  private selection(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Selection> {
    const choices: fc.WeightedArbitrary<Selection>[] = [{ weight: 1, arbitrary: this.typename(type) }];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const objects = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    if (leaves.length) choices.push({ weight: 6, arbitrary: fc.oneof(...leaves.map((field) => this.field(type, field, 0))) });
    if (depth > 0 && objects.length)
      choices.push({ weight: depth > 2 ? 9 : 6, arbitrary: fc.oneof(...objects.map((field) => this.field(type, field, depth))) });
    if (depth > 0) choices.push({ weight: isAbstractType(type) ? 7 : 2, arbitrary: this.fragment(type, depth) });
    return fc.oneof(...choices);
  }

  private typename(type: GraphQLCompositeType): fc.Arbitrary<Selection> {
    return fc
      .record({ alias: fc.option(fc.constantFrom('a', 'kind', 'what'), { nil: null, freq: 2 }), conditions })
      .map((more) => ({ kind: 'field', on: type.name, name: '__typename', args: [], sub: null, ...more }));
  }

  private field(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Selection> {
    const { neverGiven, alwaysGiven } = this.options;
    const takes = field.args.filter(({ name }) => !neverGiven?.includes(name));
    const args = takes.map((arg) => {
      const value = anyValue(arg.type, `${type.name}.${field.name}.${arg.name}`, this.options.pool ?? {}).map(
        (one) => [arg.name, one] as const,
      );
      return isRequiredArgument(arg) || alwaysGiven?.includes(arg.name) ? value : fc.option(value, { nil: null, freq: 2 });
    });
    const of = getNamedType(field.type);
    return fc
      .record({
        alias: fc.option(fc.constantFrom(...(this.options.aliases ?? aliases)), { nil: null, freq: 4 }),
        args: fc.tuple(...args).map((all) => all.filter((arg) => arg !== null)),
        conditions,
        sub: isCompositeType(of) ? this.set(of, depth - 1) : fc.constant(null),
      })
      .map((more) => ({ kind: 'field', on: type.name, name: field.name, ...more }));
  }

  private fragment(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Selection> {
    const within = this.overlapping(type).map((on) => this.set(on, depth - 1).map((sub) => ({ on: on.name as string | null, sub })));
    const same = this.set(type, depth - 1).map((sub) => ({ on: null as string | null, sub }));
    return fc
      .record({ kind: fc.constantFrom('inline', 'named'), conditions, what: fc.oneof(same, ...within) })
      .map(({ kind, conditions, what }) => ({ kind: what.on === null ? 'inline' : kind, conditions, ...what }) as Selection);
  }

  /** Types on which a fragment may stand inside a type: they share an object with it. */
  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = new Set(this.possible(type));
    return Object.values(this.schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        (isObjectType(other) || isInterfaceType(other) || isUnionType(other)) &&
        !other.name.startsWith('__') &&
        this.possible(other).some((one) => possible.has(one)),
    );
  }

  private possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }
}
