import fc from 'fast-check';
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** An argument's value as it is written in a query: a literal, a list, an object, or a variable anywhere in between. */
export type Value =
  | { kind: 'literal'; text: string; json: unknown }
  | { kind: 'list'; items: readonly Value[]; bare: boolean }
  | { kind: 'object'; fields: readonly (readonly [string, Value])[] }
  | { kind: 'variable'; variable: Variable };

/** A variable of a generated operation. */
export interface Variable {
  type: string;
  /** Written after the type; null for none. */
  fallback: Value | null;
  /** What is sent; undefined where nothing is. */
  json: unknown;
}

/** Values that a scalar argument may take; by `Type.field.argument`, `Input.field`, or the name of the scalar, the first that is known. */
export type ValuePool = Readonly<Record<string, readonly unknown[]>>;

const scalarPool: ValuePool = {
  Int: [0, 1, 2, 3],
  Float: [0, 0.5, 2],
  Boolean: [true, false],
  String: ['', 'a', 'One "quoted"', 'ā'],
  ID: ['1', 'zz'],
};

/** A value of an input type; with variables in it where `variables` says so. `place` is where it stands, for the pool. */
export function anyValue(type: GraphQLInputType, place: string, pool: ValuePool, variables = true): fc.Arbitrary<Value> {
  const direct = isNonNullType(type)
    ? presentValue(type, place, pool, variables)
    : fc.oneof(
        { weight: 9, arbitrary: presentValue(type, place, pool, variables) },
        { weight: 1, arbitrary: fc.constant<Value>({ kind: 'literal', text: 'null', json: null }) },
      );
  return variables ? fc.oneof({ weight: 3, arbitrary: direct }, { weight: 2, arbitrary: variableOf(type, place, pool) }) : direct;
}

function presentValue(type: GraphQLInputType, place: string, pool: ValuePool, variables: boolean): fc.Arbitrary<Value> {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const items = fc.array(anyValue(bare.ofType as GraphQLInputType, place, pool, variables), { maxLength: 3 });
    // One item may stand for the list of it, unless it is a variable (of another type) or null (which would be the list's).
    return fc.record({ items, bare: fc.boolean() }).map(({ items, bare: wanted }) => {
      const only = items.length === 1 ? items[0] : undefined;
      return { kind: 'list', items, bare: wanted && only?.kind === 'literal' && only.json !== null };
    });
  }
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).map((field) => {
      const value = anyValue(field.type, `${bare.name}.${field.name}`, pool, variables).map((one) => [field.name, one] as const);
      return isRequiredInputField(field) ? value : fc.option(value, { nil: null });
    });
    return fc.tuple(...fields).map((all) => ({ kind: 'object', fields: all.filter((field) => field !== null) }));
  }
  if (isEnumType(bare)) return fc.constantFrom(...bare.getValues()).map(({ name }) => ({ kind: 'literal', text: name, json: name }));
  const name = String(bare);
  const known = pool[place] ?? pool[name] ?? scalarPool[name];
  if (!known) throw new Error(`The generator knows no value of ${name} (${place})`);
  return fc.constantFrom(...known).map((json) => ({ kind: 'literal', text: literalText(json), json }));
}

/** A variable where a value of `type` is wanted: of that type or stricter, with or without a default, given, given as null, or left out. */
function variableOf(type: GraphQLInputType, place: string, pool: ValuePool): fc.Arbitrary<Value> {
  const required = isNonNullType(type);
  const bare = String(getNullableType(type));
  const given = presentValue(type, place, pool, false);
  const variants: fc.Arbitrary<Variable>[] = [
    given.map((value) => ({ type: `${bare}!`, fallback: null, json: jsonOf(value) })),
    // With a default a variable of a type that may be null fits where none may; it is either given or left to its default.
    fc
      .tuple(given, fc.option(given, { nil: null }))
      .map(([fallback, value]) => ({ type: bare, fallback, json: value ? jsonOf(value) : undefined })),
  ];
  if (!required) {
    variants.push(
      given.map((value) => ({ type: bare, fallback: null, json: jsonOf(value) })),
      fc.constantFrom(null, undefined).map((json) => ({ type: bare, fallback: null, json })),
    );
  }
  return fc.oneof(...variants).map((variable) => ({ kind: 'variable', variable }));
}

/** A value without variables, as JSON. */
export function jsonOf(value: Value): unknown {
  if (value.kind === 'literal') return value.json;
  if (value.kind === 'list') return value.bare && value.items[0] ? jsonOf(value.items[0]) : value.items.map(jsonOf);
  if (value.kind === 'object') return Object.fromEntries(value.fields.map(([name, one]) => [name, jsonOf(one)]));
  return value.variable.json;
}

/** A value as GraphQL text; `name` gives a variable its name. */
export function textOf(value: Value, name: (variable: Variable) => string): string {
  if (value.kind === 'literal') return value.text;
  if (value.kind === 'variable') return `$${name(value.variable)}`;
  if (value.kind === 'object') return `{${value.fields.map(([field, one]) => `${field}: ${textOf(one, name)}`).join(', ')}}`;
  const items = value.items.map((one) => textOf(one, name));
  return value.bare ? (items[0] ?? '[]') : `[${items.join(', ')}]`;
}

function literalText(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(literalText).join(', ')}]`;
  if (typeof json === 'object' && json !== null)
    return `{${Object.entries(json)
      .map(([key, value]) => `${key}: ${literalText(value)}`)
      .join(', ')}}`;
  return JSON.stringify(json);
}
