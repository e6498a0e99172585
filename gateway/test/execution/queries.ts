import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A random source of small numbers: one query is one list of them. */
type Dice = (sides: number) => number;

/**
 * Random valid queries of a schema: aliases, arguments, nested objects, fragments inline and named, `__typename`, `@skip` and `@include` of the variables
 * `$yes` and `$no`. One response name always stands for one field with the same arguments, so that no two fields conflict.
 */
export function queriesOf(schema: GraphQLSchema, depth = 5): fc.Arbitrary<string> {
  return fc.array(fc.nat(255), { minLength: 20, maxLength: 120 }).map((numbers) => {
    let at = 0;
    const dice: Dice = (sides) => (numbers[at++] ?? 0) % sides;
    return new Writer(schema, dice).query(depth);
  });
}

class Writer {
  private readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {}

  query(depth: number): string {
    const root = this.schema.getQueryType() as GraphQLCompositeType;
    const body = this.selections(root, depth);
    return `query Q($yes: Boolean!, $no: Boolean = false) ${body}\n${this.fragments.join('\n')}\nfragment Uses on ${root.name} { __typename @include(if: $yes) @skip(if: $no) }`.replace(
      '{',
      '{ ...Uses',
    );
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + this.dice(4);
    for (let index = 0; index < count; index++) parts.push(this.selection(type, depth));
    if (this.dice(4) === 0 || isUnionType(type)) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.dice(8);
    if (isUnionType(type) || (isAbstractType(type) && kind > 4)) {
      const possible = this.schema.getPossibleTypes(type);
      const one = possible[this.dice(possible.length)] as GraphQLCompositeType;
      return `... on ${one.name}${this.condition()} ${this.selections(one, depth)}`;
    }
    if (kind === 0 && depth > 0) return `...${this.condition()} ${this.selections(type, depth - 1)}`;
    if (kind === 1 && depth > 0) {
      const name = `F${this.fragments.length}`;
      this.fragments.push('');
      this.fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${this.selections(type, depth - 1)}`;
      return `...${name}${this.condition()}`;
    }
    const fields =
      'getFields' in type ? Object.values(type.getFields()).filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type))) : [];
    const field = fields[this.dice(Math.max(fields.length, 1))];
    return field ? this.field(field, type, depth) : '__typename';
  }

  private field(field: GraphQLField<unknown, unknown>, type: GraphQLCompositeType, depth: number): string {
    const argument = field.args[0];
    // An alias says everything: owner, field, argument. So equal aliases are equal fields, and merge.
    const value = argument && (this.dice(3) === 0 || argument.type.toString().endsWith('!')) ? this.dice(3) : null;
    const literal = value === null ? '' : `(${argument?.name}: ${getNamedType(argument?.type)?.name === 'Int' ? value : `"b${value}"`})`;
    const owner = isObjectType(type) ? type.name : 'any';
    const alias = value !== null || this.dice(4) === 0 ? `${owner}_${field.name}_${value ?? ''}: ` : '';
    const below = getNamedType(field.type);
    const inner = isCompositeType(below) ? ` ${this.selections(below, depth - 1)}` : '';
    return `${alias}${field.name}${literal}${this.condition()}${inner}`;
  }

  private condition(): string {
    return [' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: $yes)', ' @include(if: true)'][this.dice(16)] ?? '';
  }
}
