import { type GraphQLSchema, parse, validate } from 'graphql';
import {
  type Condition,
  type ConditionVariable,
  conditionVariables,
  type FieldSelection,
  type Operation,
  type Selection,
} from './operations.js';
import { textOf, type Variable } from './values.js';

/** A request as a client sends it. */
export interface GeneratedRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** How fields are named in the answer: as generated; by name and arguments; by type as well. The first under which all fields can be merged is taken. */
const namings = ['as generated', 'by arguments', 'by type'] as const;
type Naming = (typeof namings)[number];

/** Writes an operation as a valid request. Throws where it cannot: that would be an error of the generator. */
export function requestOf(schema: GraphQLSchema, operation: Operation): GeneratedRequest {
  let reasons = '';
  for (const naming of namings) {
    const request = new Printer(naming).request(operation);
    const errors = validate(schema, parse(request.query));
    if (!errors.length) return request;
    reasons = `${errors.map(({ message }) => message).join('\n')}\n${request.query}`;
  }
  throw new Error(reasons);
}

class Printer {
  private readonly fragments = new Map<string, string>();
  private readonly variables: Variable[] = [];
  private readonly conditions = new Set<ConditionVariable>();

  constructor(private readonly naming: Naming) {}

  request({ root, name, accompanied, selections }: Operation): GeneratedRequest {
    const body = this.set(selections);
    const definitions: string[] = [];
    const values: Record<string, unknown> = {};
    this.variables.forEach(({ type, fallback, json }, index) => {
      definitions.push(`$v${index}: ${type}${fallback ? ` = ${textOf(fallback, () => '')}` : ''}`);
      if (json !== undefined) values[`v${index}`] = json;
    });
    for (const key of this.conditions) {
      const { type, fallback, json } = conditionVariables[key];
      definitions.push(`$${key}: ${type}${fallback ? ` = ${fallback}` : ''}`);
      if (json !== undefined) values[key] = json;
    }
    const operationName = name ?? (accompanied ? 'Asked' : undefined);
    const head = `${root}${operationName ? ` ${operationName}` : ''}${definitions.length ? `(${definitions.join(', ')})` : ''}`;
    const fragments = [...this.fragments].map(([text, fragment]) => `fragment ${fragment} ${text}`);
    const beside = accompanied ? ['query Beside { __typename }'] : [];
    return { query: [`${head} ${body}`, ...fragments, ...beside].join('\n'), variables: values, operationName };
  }

  private set(selections: readonly Selection[]): string {
    return `{ ${selections.map((one) => this.selection(one)).join(' ')} }`;
  }

  private selection(selection: Selection): string {
    const conditions = selection.conditions.map((one) => this.condition(one)).join('');
    if (selection.kind === 'inline') return `...${selection.on ? ` on ${selection.on}` : ''}${conditions} ${this.set(selection.sub)}`;
    if (selection.kind !== 'field') {
      const text = `on ${selection.on} ${this.set(selection.sub)}`;
      const name = this.fragments.get(text) ?? `F${this.fragments.size + 1}`;
      this.fragments.set(text, name);
      return `...${name}${conditions}`;
    }
    const { name, sub } = selection;
    const args = selection.args.map(([arg, value]) => `${arg}: ${textOf(value, (variable) => this.variable(variable))}`).join(', ');
    const alias = this.alias(selection, args);
    return `${alias ? `${alias}: ` : ''}${name}${args ? `(${args})` : ''}${conditions}${sub ? ` ${this.set(sub)}` : ''}`;
  }

  private alias({ name, alias, on }: FieldSelection, args: string): string | null {
    if (this.naming === 'as generated') return alias;
    const part = args ? `_${digest(args)}` : '';
    return this.naming === 'by arguments' ? (part ? name + part : null) : `${name}_${on}${part}`;
  }

  /** The same value asked for twice is one variable, so that two equal fields can be merged. */
  private variable(variable: Variable): string {
    const text = JSON.stringify(variable);
    const known = this.variables.findIndex(
      (one) => JSON.stringify(one) === text && (one.json === undefined) === (variable.json === undefined),
    );
    if (known >= 0) return `v${known}`;
    this.variables.push(variable);
    return `v${this.variables.length - 1}`;
  }

  private condition({ directive, by }: Condition): string {
    if (by in conditionVariables) this.conditions.add(by as ConditionVariable);
    return ` @${directive}(if: ${by in conditionVariables ? `$${by}` : by})`;
  }
}

/** A short name for a text. */
function digest(text: string): string {
  let hash = 5381;
  for (const character of text) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return hash.toString(36);
}
