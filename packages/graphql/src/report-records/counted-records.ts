import type { CountingRuleDefinition } from '../report.js';

/** What of a counted row makes the record that is shown, as SQL expressions; what is not named follows from the names of the columns. */
export interface RecordSource {
  /** What kind of object it is; by default the name of the table, with dashes. */
  kind?: string;
  id?: string;
  person?: string;
  household?: string;
  day?: string;
  number?: string;
}

/** How the records of a domain are shown, by the table, view or subselect that a rule counts from; gets the name that this has in the statement. */
export type RecordSources = Readonly<Record<string, (as: string) => RecordSource>>;

/** A rule whose SQL is not of the shape that its records can be read from. */
export class UnreadableRule extends Error {
  override name = 'UnreadableRule';
}

/** Columns that say on which day a row happened, the first that is there. */
const dayColumns = ['on_date', 'night', 'paid_on', 'received_on', 'booked_on', 'decided_on', 'submitted_on', 'opened_on', 'from_date'];

interface Aggregate {
  /** What is counted once each; null where every row counts. */
  distinct: string | null;
  /** What is summed; null where rows are counted. */
  summed: string | null;
  /** By what the sum is divided. */
  divisor: number;
}

/** A rule's own SQL, whose aggregate is exchanged for the list of what it aggregates. */
export interface CountedRecords {
  /** Scalar select of a JSON array of records; placeholders as in the rule. */
  sql: string;
  /** Whether a record of a key counts once, however often it is found. */
  once: boolean;
}

/**
 * The records that a rule counts: its own SQL with its aggregate (the last `count` or `sum` of its select list) exchanged for `jsonb_agg` of what is aggregated. So
 * nothing else can decide who is counted, and a rule that changes changes its records. The record is shown as the first table of its `from` that the
 * domain describes, otherwise as the first at all; of `count(distinct x.person_id)` the person is the one that counts.
 * @throws UnreadableRule where the SQL has another shape
 */
export function countedRecords(
  rule: Pick<CountingRuleDefinition, 'table' | 'row' | 'sql' | 'records'>,
  sources: RecordSources,
): CountedRecords {
  const unreadable = (what: string) => new UnreadableRule(`${rule.table}.${rule.row}: ${what}`);
  const sql = rule.records ?? rule.sql;
  const list = selectListOf(sql);
  if (!list) throw unreadable('no count and no sum');
  const aggregate = readAggregate(list.text);
  if (!aggregate) throw unreadable(`what is aggregated cannot be read in "${list.text}"`);
  const named = namesIn(sql.slice(list.until));
  const counted = named.find(({ of }) => of in sources) ?? named[0];
  if (!counted) throw unreadable('nothing to count from');
  const record = recordOf(counted.as, sources[counted.of]?.(counted.as) ?? {}, counted.of, aggregate);
  const exchanged = aggregate.exchange(`jsonb_agg(${record})`);
  return { sql: `${sql.slice(0, list.from)}${exchanged} ${sql.slice(list.until)}`, once: aggregate.distinct !== null };
}

/** Where the select list that aggregates begins (with its aggregate's part) and ends (before its `from`). */
function selectListOf(sql: string): { from: number; until: number; text: string } | null {
  const open: number[][] = [[]];
  let list: { from: number; depth: number } | null = null;
  for (const found of sql.matchAll(/[()]|\b(?:select|from)\b|\b(?:count|sum)\s*(?=\()/gi)) {
    const [token, at] = [found[0].toLowerCase(), found.index];
    if (token === '(') open.push([]);
    else if (token === ')') open.pop();
    else if (token === 'select') open.at(-1)?.push(at + token.length);
    else if (token === 'from') {
      if (list && open.length === list.depth) return { from: list.from, until: at, text: sql.slice(list.from, at) };
    } else if (!list) {
      const depth = open.findLastIndex((selects) => selects.length > 0);
      if (depth < 0) return null;
      list = { from: open[depth]?.at(-1) as number, depth: depth + 1 };
    }
  }
  return null;
}

/** The last aggregate of a select list, with what makes money of cents or nothing of zero around it. */
function readAggregate(list: string): (Aggregate & { exchange(by: string): string }) | null {
  const calls = [...list.matchAll(/\b(count|sum)\s*\(/gi)];
  const call = calls.at(-1);
  if (!call) return null;
  const begins = call.index + call[0].length;
  let depth = 1;
  let ends = begins;
  for (; ends < list.length && depth; ends++) depth += list[ends] === '(' ? 1 : list[ends] === ')' ? -1 : 0;
  const inner = list.slice(begins, ends - 1).trim();
  const isSum = call[1]?.toLowerCase() === 'sum';
  let [before, after] = [list.slice(0, call.index), list.slice(ends)];
  const wrapped = /(?:coalesce|nullif)\s*\(\s*$/i;
  if (wrapped.test(before) && /^\s*,\s*0\s*\)/.test(after)) {
    before = before.replace(wrapped, '');
    after = after.replace(/^\s*,\s*0\s*\)/, '');
  }
  const division = after.match(/^\s*\/\s*([\d.]+)/);
  if (division) after = after.slice(division[0].length);
  const distinct = inner.match(/^distinct\s+([\s\S]+)$/i)?.[1] ?? null;
  if (!isSum && !distinct && inner !== '*') return null;
  return {
    distinct: isSum ? null : distinct,
    summed: isSum ? inner : null,
    divisor: Number(division?.[1] ?? 1),
    exchange: (by) => `${before}${by}${after}`,
  };
}

/** What stands in a `from`, and under which name, in order; a subselect is named as it is called. */
function namesIn(from: string): { of: string; as: string }[] {
  let depth = 0;
  let flat = '';
  for (const sign of from) {
    if (sign === ')') depth--;
    if (depth < 0) break;
    if (depth === 0) flat += sign === '(' || sign === ')' ? ' () ' : sign;
    if (sign === '(') depth++;
  }
  const ends = flat.search(/\b(?:where|group by|having|order by)\b/i);
  const tables = ends < 0 ? flat : flat.slice(0, ends);
  const names =
    /(?:\bfrom|\bjoin|,)\s*(?:lateral\s+)?(\w+|\(\)\s*\)?(?:\s*\(\))?)\s*(?:as\s+)?(?!on\b|join\b|left\b|cross\b|using\b)(\w+)?/gi;
  return [...tables.matchAll(names)].flatMap(([, of = '', as]) =>
    of.startsWith('(') ? (as ? [{ of: as, as }] : []) : [{ of, as: as ?? of }],
  );
}

/** The record as a JSON object. Of a table that the domain does not describe, columns are found by their usual names. */
function recordOf(as: string, source: RecordSource, of: string, { distinct, summed, divisor }: Aggregate): string {
  const row = `to_jsonb(${as})`;
  const column = (name: string) => `${row} ->> '${name}'`;
  const person = distinct?.match(/\bperson_id$/) ? distinct : (source.person ?? column('person_id'));
  const household = distinct?.match(/\bhousehold_id$/) ? distinct : (source.household ?? column('household_id'));
  const parts = {
    key: distinct ? `(${distinct})::text` : `coalesce(${column('id')}, md5(${row}::text))`,
    kind: `'${source.kind ?? of.replaceAll('_', '-')}'`,
    id: source.id ?? column('id'),
    person,
    household,
    day: source.day ?? `coalesce(${dayColumns.map(column).join(', ')})`,
    number: source.number ?? column('number'),
    amount: summed ? `(${summed}) / ${divisor.toFixed(1)}` : 'null::numeric',
  };
  return `jsonb_build_object(${Object.entries(parts)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ')})`;
}
