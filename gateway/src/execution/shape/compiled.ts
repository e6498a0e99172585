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
} from 'graphql';
import { type All, type CollectedField, collectFields, type Fragments, type Part } from './fields.js';
import { leafCheck } from './leaf.js';
import { isRootType } from './roots.js';

/** Values of the variables that `@skip` and `@include` ask. */
export type Conditions = Readonly<Record<string, unknown>>;

/** Shapes data that keep to the schema; throws `irregular` at the first thing that does not. */
export type CompiledShaper = (
  data: Readonly<Record<string, unknown>>,
  conditions: Conditions,
  introspection: Readonly<Record<string, unknown>>,
) => Record<string, unknown>;

/** What a compiled shaper throws: the data are for the exact shaper. It says nothing of what was found. */
export const irregular = Symbol('irregular');

/** A GraphQL name: nothing else is ever written into generated code. */
const safeName = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Names that every object has without having been given them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

type ObjectShaper = (source: unknown, conditions: Conditions, introspection: unknown) => Record<string, unknown>;

/**
 * Compiles the shaping of an operation's answer to one JavaScript function for each kind of object, so that the engine sees one shape at each place.
 * Only names of the GraphQL grammar, written as JSON strings, and numbers of its own get into the code.
 * @throws RangeError where a name is none of the grammar's, which no parsed document can hold
 */
export function compileShaper(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): CompiledShaper {
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  return new Compiler(schema, fragments).object(root, [{ set: operation.selectionSet, when: [] }]) as CompiledShaper;
}

class Compiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
  ) {}

  /** The function that shapes objects of one type. */
  object(type: GraphQLObjectType, parts: readonly Part[]): ObjectShaper {
    const unit = new Unit();
    const main = this.emitObject(unit, type, parts);
    return unit.build(main) as ObjectShaper;
  }

  private emitObject(unit: Unit, type: GraphQLObjectType, parts: readonly Part[]): string {
    const name = unit.name('o');
    const fields = collectFields(this.schema, this.fragments, type, parts);
    const lines = [`if(typeof s!=="object"||isArray(s))throw irregular;`];
    if (!isRootType(this.schema, type)) lines.push(`{const t=s.__typename;if(t!==undefined&&t!==${quote(type.name)})throw irregular;}`);
    const plain = fields.every(({ when }) => when === null);
    const entries: string[] = [];
    if (!plain) lines.push('const r={};');
    fields.forEach((field, index) => {
      const value = `v${index}`;
      const code = this.emitField(unit, type, field, value);
      if (plain) {
        lines.push(code);
        // Computed, `__proto__` is a name like any other.
        entries.push(field.key === '__proto__' ? `["__proto__"]:${value}` : `${quote(field.key)}:${value}`);
        return;
      }
      // Defined, not assigned, where an assignment would mean something else.
      const store = field.key === '__proto__' ? `define(r,${value});` : `r[${quote(field.key)}]=${value};`;
      lines.push(field.when ? `if(${condition(field.when)}){${code}${store}}` : `{${code}${store}}`);
    });
    lines.push(plain ? `return {${entries.join(',')}};` : 'return r;');
    unit.add(`function ${name}(s,c,i){${lines.join('\n')}}`);
    return name;
  }

  private emitField(unit: Unit, type: GraphQLObjectType, field: CollectedField, target: string): string {
    const name = field.node.name.value;
    if (name === '__typename') return `const ${target}=${quote(type.name)};`;
    if (name === '__schema' || name === '__type') return `const ${target}=i[${quote(field.key)}]??null;`;
    const definition = type.getFields()[name];
    if (!definition) return `const ${target}=null;`;
    const key = quote(field.key);
    const source = inherited.has(field.key) ? `(hasOwn(s,${key})?s[${key}]:undefined)` : `s[${key}]`;
    return `let ${target}=${source};${this.emitValue(unit, definition.type, field.parts, target)}`;
  }

  /** Statements that check the variable `v` and put its shaped value in its place. */
  private emitValue(unit: Unit, type: GraphQLOutputType, parts: readonly Part[], v: string): string {
    if (isNonNullType(type)) return this.emitPresent(unit, type.ofType, parts, v, 'throw irregular;');
    return this.emitPresent(unit, type, parts, v, `${v}=null;`);
  }

  private emitPresent(unit: Unit, type: GraphQLOutputType, parts: readonly Part[], v: string, whenNull: string): string {
    if (isLeafType(type)) {
      const wrong = wrongLeaf(unit, type, v);
      if (!wrong) return `if(${v}===undefined||${v}===null){${whenNull}}`;
      return `if(${wrong}){if(${v}!==undefined&&${v}!==null)throw irregular;${whenNull}}`;
    }
    const call = isListType(type)
      ? this.emitList(unit, type.ofType, parts)
      : isObjectType(type)
        ? this.emitObject(unit, type, parts)
        : isAbstractType(type)
          ? this.emitAbstract(unit, type, parts)
          : null;
    if (!call) throw new RangeError(`no output type: ${String(type)}`);
    return `if(${v}===undefined||${v}===null){${whenNull}}else ${v}=${call}(${v},c,i);`;
  }

  private emitList(unit: Unit, item: GraphQLOutputType, parts: readonly Part[]): string {
    const name = unit.name('l');
    const body = this.emitValue(unit, item, parts, 'v');
    unit.add(
      `function ${name}(s,c,i){if(!isArray(s))throw irregular;const n=s.length,r=new Array(n);` +
        `for(let k=0;k<n;k++){let v=s[k];${body}r[k]=v;}return r;}`,
    );
    return name;
  }

  /** Objects of an abstract type are told apart by their name; the shaper of each type is made when the first such object comes. */
  private emitAbstract(unit: Unit, type: GraphQLAbstractType, parts: readonly Part[]): string {
    const shapers = new Map<unknown, ObjectShaper>();
    const find = (name: unknown): ObjectShaper => {
      const actual = typeof name === 'string' ? this.schema.getType(name) : undefined;
      if (!isObjectType(actual) || !this.schema.isSubType(type, actual)) throw irregular;
      const shaper = this.object(actual, parts);
      shapers.set(name, shaper);
      return shaper;
    };
    const [known, made] = [unit.given(shapers), unit.given(find)];
    const name = unit.name('a');
    unit.add(`function ${name}(s,c,i){const t=s.__typename;return (${known}.get(t)??${made}(t))(s,c,i);}`);
    return name;
  }
}

/** One piece of generated code: its functions, and what is given to them from outside. */
class Unit {
  private readonly functions: string[] = [];
  private readonly values: unknown[] = [irregular, Array.isArray, Object.hasOwn, defineProto];
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
    const given = this.values.slice(4).map((_, index) => `g${index + 4}`);
    const parameters = ['irregular', 'isArray', 'hasOwn', 'define', ...given];
    return new Function(...parameters, `"use strict";${this.functions.join('\n')}\nreturn ${main};`)(...this.values);
  }
}

const defineProto = (target: object, value: unknown): void => {
  Object.defineProperty(target, '__proto__', { value, enumerable: true, writable: true, configurable: true });
};

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

/** The code of a condition: any of several, each of which is all of its literals. */
function condition(any: readonly All[]): string {
  return any.map((all) => `(${all.map(({ variable, is }) => `c[${quote(variable)}]${is ? '===' : '!=='}true`).join('&&')})`).join('||');
}

function quote(name: string): string {
  if (!safeName.test(name)) throw new RangeError('not a GraphQL name');
  return JSON.stringify(name);
}
