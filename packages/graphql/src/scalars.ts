import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { latvianDates } from './latvian-dates.js';

/** Bad input as a coded error: what was wrong in English, the same in Latvian in `extensions.messageLv`. HTTP 400 where the whole request is refused. */
export class BadInput extends GraphQLError {
  constructor(message: string, messageLv: string, field?: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', messageLv: latvianDates(messageLv), ...(field ? { field } : {}) } });
    this.name = 'BadInput';
  }
}

const literal = (node: ValueNode, parse: (value: unknown) => unknown): unknown => {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
    return parse(node.kind === Kind.STRING ? node.value : Number(node.value));
  return parse(undefined);
};

function parseDate(value: unknown): string {
  const refuse = () =>
    new BadInput(
      `Date must be a real day written YYYY-MM-DD, got ${shown(value)}`,
      `Datumam jābūt īstai dienai formā GGGG-MM-DD, saņemts ${shown(value)}`,
    );
  if (typeof value !== 'string') throw refuse();
  try {
    GraphQLLocalDate.parseValue(value);
  } catch {
    throw refuse();
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '1800-01-01') throw refuse();
  return value;
}

function parseDateTime(value: unknown): Date {
  try {
    return GraphQLDateTime.parseValue(value);
  } catch {
    throw new BadInput(
      `DateTime must be RFC 3339, e.g. 2022-12-31T10:00:00Z, got ${shown(value)}`,
      `Laikam jābūt RFC 3339 formā, piem., 2022-12-31T10:00:00Z, saņemts ${shown(value)}`,
    );
  }
}

/** Largest sum the graph takes: a hundred billion euro. Keeps cents far inside what a double holds exactly. */
const largestEuro = 100_000_000_000;

function parseEuro(value: unknown): number {
  const match = typeof value === 'string' ? /^(-?)(\d{1,12})\.(\d{2})$/.exec(value) : null;
  if (!match)
    throw new BadInput(
      `Euro must be a decimal string with two digits, e.g. "109.00", got ${shown(value)}`,
      `Summai jābūt decimāldaļai ar diviem cipariem aiz punkta, piem., "109.00", saņemts ${shown(value)}`,
    );
  const cents = Number(match[2]) * 100 + Number(match[3]);
  if (cents > largestEuro * 100)
    throw new BadInput('Euro is larger than any sum this system handles', 'Summa ir lielāka par jebkuru, ar ko šī sistēma strādā');
  return match[1] && cents !== 0 ? -cents : cents;
}

/** Integer cents as the decimal string of the graph: 10900 → "109.00". */
export function formatEuro(cents: number): string {
  if (!Number.isSafeInteger(cents))
    throw new GraphQLError('An amount is not a whole number of cents', { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const personalCodeShape = /^(\d{6}-[0-2]\d{4}|3[2-9]\d{4}-\d{5})$/;

function parsePersonalCode(value: unknown): string {
  // The value itself is personal and stays out of the message.
  if (typeof value !== 'string' || !personalCodeShape.test(value)) {
    throw new BadInput(
      'PersonalCode must be DDMMYY-CNNNQ (before 2017-07-01) or 3NNNNN-NNNNN (since)',
      'Personas kodam jābūt formā DDMMGG-CNNNQ (līdz 2017-07-01) vai 3NNNNN-NNNNN (pēc tam)',
    );
  }
  return value;
}

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value.slice(0, 40)}"` : typeof value);

/** A day of the calendar, `YYYY-MM-DD`; inside the program the same string. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day, written YYYY-MM-DD, in the calendar of Europe/Riga.',
  serialize: (value) => parseDate(value),
  parseValue: parseDate,
  parseLiteral: (node) => literal(node, parseDate) as string,
});

/** A moment, RFC 3339; inside the program a JavaScript Date. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in time, RFC 3339, in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => literal(node, parseDateTime) as Date,
});

/** Money: a decimal string with two digits outside, integer cents inside, never a float. */
export const EuroScalar = new GraphQLScalarType<number, string>({
  name: 'Euro',
  description: 'An amount in euro as a decimal string with two digits, e.g. "109.00".',
  serialize: (value) => formatEuro(Number(value)),
  parseValue: parseEuro,
  parseLiteral: (node) => literal(node, parseEuro) as number,
});

/** A Latvian personal code. The scalar checks the shape only; the check digit and the birth date are merits (problem INVALID). Law on the Register of Natural Persons. */
export const PersonalCodeScalar = new GraphQLScalarType<string, string>({
  name: 'PersonalCode',
  description:
    'A Latvian personal code: DDMMYY-CNNNQ with its check digit, or the form without a birth date issued since 2017-07-01 (starting 32 to 39).',
  serialize: (value) => String(value),
  parseValue: parsePersonalCode,
  parseLiteral: (node) => literal(node, parsePersonalCode) as string,
});

/** The custom scalars of the graph by name; the gateway installs them on each audience's schema, so that bad input is refused before any subgraph is asked. */
export const scalars: Record<string, GraphQLScalarType> = {
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Euro: EuroScalar,
  PersonalCode: PersonalCodeScalar,
};
