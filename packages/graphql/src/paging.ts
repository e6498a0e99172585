import { Allow } from '@atbalsts/auth';
import { isId, isIsoDate } from '@atbalsts/database';
import { Max, Min } from 'class-validator';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { InGraph } from './audience.js';
import { largestPage } from './largest-page.js';
import { BadInput } from './scalars.js';

/** The arguments of every list that can grow without bound: how many, and after which cursor. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many to return, at most ${largestPage}.` })
  @Min(0)
  @Max(largestPage)
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on: `pageInfo.endCursor` of the page before.' })
  after?: string | null;
}

/** Where a page ends. Relay Cursor Connections Specification. */
@ObjectType({ description: 'Where a page ends. Relay Cursor Connections Specification.' })
@Directive('@shareable')
@Allow('viewer.read')
export class PageInfo {
  @InGraph('regional', 'partner')
  @Field(() => Boolean, { description: 'True where more follow.' })
  hasNextPage!: boolean;

  @InGraph('regional', 'partner')
  @Field(() => Boolean, { description: 'True where some lie before this page.' })
  hasPreviousPage!: boolean;

  @InGraph('regional', 'partner')
  @Field(() => String, { nullable: true, description: 'Cursor of the first entry; null on an empty page.' })
  startCursor!: string | null;

  @InGraph('regional', 'partner')
  @Field(() => String, { nullable: true, description: 'Cursor of the last entry; null on an empty page.' })
  endCursor!: string | null;
}

/** A page: nodes with their cursors and, when asked, the number of all. */
export interface Connection<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: number | (() => Promise<number>);
}

/**
 * Makes the connection class of a node type: `export const PersonConnection = ConnectionOf(() => Person, 'Person')`.
 * @param audiences graphs beside staff in which the connection's fields appear
 * @param options.shareable for connections of shared value types that several subgraphs declare alike
 */
export function ConnectionOf<T extends object>(
  node: () => ClassType<T>,
  name: string,
  audiences: ('regional' | 'partner')[] = [],
  options: { shareable?: boolean } = {},
): ClassType<Connection<T>> {
  const shareable = (target: object) => {
    if (options.shareable) Directive('@shareable')(target as never);
  };
  @ObjectType(`${name}Edge`, { description: `One entry of a page of ${name}, with its cursor.` })
  @Allow('viewer.read')
  class Edge {
    @InGraph(...audiences)
    @Field(() => node(), { description: 'The entry.' })
    node!: T;

    @InGraph(...audiences)
    @Field(() => String, { description: 'Its cursor.' })
    cursor!: string;
  }
  shareable(Edge);
  @ObjectType(`${name}Connection`, { description: `A page of ${name}.`, simpleResolvers: true })
  @Allow('viewer.read')
  class Page {
    @InGraph(...audiences)
    @Field(() => [node()], { description: 'The entries of this page.' })
    nodes!: T[];

    @InGraph(...audiences)
    @Field(() => [Edge], { description: 'The entries with their cursors.' })
    edges!: Edge[];

    @InGraph(...audiences)
    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @InGraph(...audiences)
    @Field(() => Int, { description: 'How many there are on all pages; counted only when asked for.' })
    totalCount!: number | (() => Promise<number>);
  }
  shareable(Page);
  return Page as unknown as ClassType<Connection<T>>;
}

/** A keyset cursor: the sort values of an entry, opaque to the client. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a sort value of a cursor may be: a whole number of 32 bits, a text, an id, a day, or a day with or without a time in UTC. */
export type CursorPart = 'int' | 'text' | 'uuid' | 'date' | 'moment';

/** The values of a cursor of this shape. */
export type CursorValues<Shape extends readonly CursorPart[]> = {
  -readonly [At in keyof Shape]: Shape[At] extends 'int' ? number : string;
};

const isDay = (text: string): boolean => isIsoDate(text) && text >= '0001-01-01';
const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z)?$/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

/** Whether a value can stand where the database compares it; U+0000 can in no text. */
const fits: Record<CursorPart, (value: unknown) => boolean> = {
  int: (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= 0x7fff_ffff,
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  uuid: (value) => typeof value === 'string' && isId(value),
  date: (value) => typeof value === 'string' && isDay(value),
  moment: (value) => typeof value === 'string' && isMoment(value),
};

const isSortValue = (value: unknown): boolean => value === null || typeof value === 'number' || fits.text(value);

/**
 * Reads a cursor of this shape; what this list cannot have given out is bad input, so that no forged value reaches a statement.
 * With a number in place of the shape only that many values are asked for, whatever they are: the caller must look at them itself.
 */
export function decodeCursor<const Shape extends readonly CursorPart[]>(
  cursor: string | null | undefined,
  shape: Shape,
): CursorValues<Shape> | null;
export function decodeCursor(cursor: string | null | undefined, length: number): (string | number | null)[] | null;
export function decodeCursor(cursor: string | null | undefined, shape: number | readonly CursorPart[]): unknown[] | null {
  if (cursor === null || cursor === undefined) return null;
  const values = readValues(cursor);
  const parts = typeof shape === 'number' ? null : shape;
  const length = parts?.length ?? shape;
  if (values?.length === length && values.every((value, at) => (parts ? fits[parts[at] as CursorPart](value) : isSortValue(value)))) {
    return values;
  }
  throw new BadInput('after is not a cursor this list gave out', 'after nav šī saraksta dots kursors', 'after');
}

function readValues(cursor: string): unknown[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) ? values : null;
  } catch {
    return null;
  }
}

/**
 * Makes a page from up to `first + 1` rows read after the cursor: the extra row only tells that more follow.
 * @param cursorOf the sort values of a row
 */
export function page<T>(
  rows: T[],
  args: { first: number; after?: string | null },
  cursorOf: (row: T) => readonly (string | number | null)[],
  totalCount: number | (() => Promise<number>),
): Connection<T> {
  const nodes = rows.slice(0, args.first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    nodes,
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: args.after !== null && args.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
