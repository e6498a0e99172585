import {
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type CollectedField, type Collecting, collectFields } from './fields.js';
import { leafCheck } from './leaf.js';
import { isRootType } from './roots.js';

/** Shapes data that keep to the schema, for one set of values of the conditions; throws `irregular` at the first thing that does not. */
export type CompiledShaper = (
  data: Readonly<Record<string, unknown>>,
  introspection: Readonly<Record<string, unknown>>,
) => Record<string, unknown>;

/** What a compiled shaper throws: the data are for the exact shaper. It says nothing of what was found. */
export const irregular = Symbol('irregular');

/** A GraphQL name: nothing else is ever written into generated code. */
const safeName = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Names that every object has without having been given them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

type ObjectShaper = (source: unknown, introspection: unknown) => Record<string, unknown>;

/**
 * Compiles the shaping of an operation's answer to one JavaScript function for each kind of object, so that the engine sees one shape at each place.
 * Only names of the GraphQL grammar, written as JSON strings, and numbers of its own get into the code.
 * @throws RangeError where a name is none of the grammar's, which no parsed document can hold
 */
export function compileShaper(collecting: Collecting, operation: OperationDefinitionNode): CompiledShaper {
  const root = collecting.schema.getRootType(operation.operation) as GraphQLObjectType;
  return new Compiler(collecting).object(root, [operation.selectionSet]) as CompiledShaper;
}

class Compiler {
  private readonly schema: GraphQLSchema;

  constructor(private readonly collecting: Collecting) {
    this.schema = collecting.schema;
  }

  /** The function that shapes objects of one type. */
  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectShaper {
    const unit = new Unit();
    const main = this.emitObject(unit, type, sets);
    return unit.build(main) as ObjectShaper;
  }

  private emitObject(unit: Unit, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    const name = unit.name('o');
    const fields = collectFields(this.collecting, type, sets);
    const lines = [`if(typeof s!=="object"||isArray(s))throw irregular;`];
    if (!isRootType(this.schema, type)) lines.push(`{const t=s.__typename;if(t!==undefined&&t!==${quote(type.name)})throw irregular;}`);
    const entries = fields.map((field, index) => {
      lines.push(this.emitField(unit, type, field, `v${index}`));
      // Computed, `__proto__` is a name like any other.
      return field.key === '__proto__' ? `["__proto__"]:v${index}` : `${quote(field.key)}:v${index}`;
    });
    unit.add(`function ${name}(s,i){${lines.join('\n')}\nreturn {${entries.join(',')}};}`);
    return name;
  }

  private emitField(unit: Unit, type: GraphQLObjectType, field: CollectedField, target: string): string {
    const name = field.node.name.value;
    if (name === '__typename') return `const ${target}=${quote(type.name)};`;
    if (name === '__schema' || name === '__type') return `const ${target}=i[${quote(field.key)}]??null;`;
    const definition = type.getFields()[name];
    if (!definition) return `const ${target}=null;`;
    const stored = this.collecting.storedName?.(field.node) ?? field.key;
    const key = quote(stored);
    const source = inherited.has(stored) ? `(hasOwn(s,${key})?s[${key}]:undefined)` : `s[${key}]`;
    return `let ${target}=${source};${this.emitValue(unit, definition.type, field.sets, target)}`;
  }

  /** Statements that check the variable `v` and put its shaped value in its place. */
  private emitValue(unit: Unit, type: GraphQLOutputType, sets: readonly SelectionSetNode[], v: string): string {
    if (isNonNullType(type)) return this.emitPresent(unit, type.ofType, sets, v, 'throw irregular;');
    return this.emitPresent(unit, type, sets, v, `${v}=null;`);
  }

  private emitPresent(unit: Unit, type: GraphQLOutputType, sets: readonly SelectionSetNode[], v: string, whenNull: string): string {
    if (isLeafType(type)) {
      const wrong = wrongLeaf(unit, type, v);
      if (!wrong) return `if(${v}===undefined||${v}===null){${whenNull}}`;
      return `if(${wrong}){if(${v}!==undefined&&${v}!==null)throw irregular;${whenNull}}`;
    }
    const call = isListType(type)
      ? this.emitList(unit, type.ofType, sets)
      : isObjectType(type)
        ? this.emitObject(unit, type, sets)
        : isAbstractType(type)
          ? this.emitAbstract(unit, type, sets)
          : null;
    if (!call) throw new RangeError(`no output type: ${String(type)}`);
    return `if(${v}===undefined||${v}===null){${whenNull}}else ${v}=${call}(${v},i);`;
  }

  private emitList(unit: Unit, item: GraphQLOutputType, sets: readonly SelectionSetNode[]): string {
    const name = unit.name('l');
    const body = this.emitValue(unit, item, sets, 'v');
    unit.add(
      `function ${name}(s,i){if(!isArray(s))throw irregular;const n=s.length,r=new Array(n);` +
        `for(let k=0;k<n;k++){let v=s[k];${body}r[k]=v;}return r;}`,
    );
    return name;
  }

  /** Objects of an abstract type are told apart by their name; the shaper of each type is made when the first such object comes. */
  private emitAbstract(unit: Unit, type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): string {
    const shapers = new Map<unknown, ObjectShaper>();
    const find = (name: unknown): ObjectShaper => {
      const actual = typeof name === 'string' ? this.schema.getType(name) : undefined;
      if (!isObjectType(actual) || !this.schema.isSubType(type, actual)) throw irregular;
      const shaper = this.object(actual, sets);
      shapers.set(name, shaper);
      return shaper;
    };
    const [known, made] = [unit.given(shapers), unit.given(find)];
    const name = unit.name('a');
    unit.add(`function ${name}(s,i){const t=s.__typename;return (${known}.get(t)??${made}(t))(s,i);}`);
    return name;
  }
}

/** One piece of generated code: its functions, and what is given to them from outside. */
class Unit {
  private readonly functions: string[] = [];
  private readonly values: unknown[] = [irregular, Array.isArray, Object.hasOwn];
  private count = 0;

  name(kind: string): string {
    this.count += 1;
    return `${kind}${this.count}`;
  }

  add(code: string): void {
    this.functions.push(code);
  }

  /** Hands a value to the code; returns the name it has there. */
  given(value: unknown): string {
    this.values.push(value);
    return `g${this.values.length - 1}`;
  }

  build(main: string): unknown {
    const given = this.values.slice(3).map((_, index) => `g${index + 3}`);
    const parameters = ['irregular', 'isArray', 'hasOwn', ...given];
    return new Function(...parameters, `"use strict";${this.functions.join('\n')}\nreturn ${main};`)(...this.values);
  }
}

/** The test that a value of a leaf type fails; null where any value passes. It is true of null and undefined too. */
function wrongLeaf(unit: Unit, type: GraphQLLeafType, v: string): string | null {
  if (isEnumType(type)) return `!${unit.given(leafCheck(type))}(${v})`;
  const tests: Partial<Record<string, string>> = {
    String: `typeof ${v}!=="string"`,
    Boolean: `typeof ${v}!=="boolean"`,
    Int: `!Number.isInteger(${v})`,
    Float: `!Number.isFinite(${v})`,
    ID: `typeof ${v}!=="string"&&!Number.isInteger(${v})`,
  };
  return tests[type.name] ?? null;
}

function quote(name: string): string {
  if (!safeName.test(name)) throw new RangeError('not a GraphQL name');
  return JSON.stringify(name);
}
