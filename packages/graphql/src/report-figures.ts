import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { CountingRuleDefinition } from './report.js';

/** Code of a rule, `table.row`. */
export const ruleCode = (rule: Pick<CountingRuleDefinition, 'table' | 'row'>): string => `${rule.table}.${rule.row}`;

/** How a kept figure is found again: a rule whose SQL has changed is another. */
const kept = (rule: CountingRuleDefinition): string =>
  `${ruleCode(rule)} ${createHash('sha256').update(rule.sql).digest('base64url').slice(0, 16)}`;

interface Kept {
  figures: { rule: string; year: number; value: number | null }[] | null;
  writable: boolean;
}

/** How long one request may count before it keeps what it has and says so, in milliseconds: well inside the time that a subgraph has to answer. */
export const countingTimeMs = 7_000;

/** Figures of the first statement that counts, so few that it ends in time anywhere; the next counts twice as many while a statement takes less than {@link quickMs}. */
const firstBatch = 1;
const quickMs = 250;

/** A report too large to be counted in one request: what is counted so far is kept, so that whoever asks again has less to wait for. */
export class CountingGoesOn extends GraphQLError {
  constructor(counted: number, all: number) {
    super(`Counted ${counted} of ${all} figures and kept them: ask again, and the counting goes on from there`, {
      extensions: {
        code: 'TIMEOUT',
        messageLv: `Saskaitīti un saglabāti ${counted} no ${all} rādītājiem: prasiet vēlreiz, un skaitīšana turpināsies`,
      },
    });
  }
}

/**
 * Figures of a municipality in some years, each kept from when it was last counted if nothing that it counts has changed since, else counted now and kept: one statement
 * where all hold, some more where some do not (what the rules read is looked up once for each database). Right at commit: a change and its mark in report_change are of one transaction, and a figure holds only if the
 * snapshot in which it was counted saw every mark of its tables that this statement sees. The key of a figure is `table.row@year`.
 *
 * Counting is done in batches, and stops when it has taken {@link countingTimeMs}: throws {@link CountingGoesOn}, for the session to commit what is kept.
 *
 * @param now reads a clock in milliseconds.
 */
export async function figuresOf(
  em: EntityManager,
  rules: readonly CountingRuleDefinition[],
  municipality: string,
  years: readonly number[],
  now: () => number = () => performance.now(),
): Promise<Map<string, number | null>> {
  if (!/^\d{7}$/.test(municipality) || !years.every((year) => Number.isInteger(year) && year > 1900 && year < 3000)) return new Map();
  const byKey = new Map(rules.map((rule) => [kept(rule), rule]));
  const found = new Map<string, number | null>();
  if (!rules.length || !years.length) return found;
  const { figures, writable } = await stillHolding(em, [...byKey.keys()], municipality, years);
  for (const { rule, year, value } of figures ?? []) found.set(`${ruleCode(byKey.get(rule) as CountingRuleDefinition)}@${year}`, value);
  const missing = years.flatMap((year) => rules.filter((rule) => !found.has(`${ruleCode(rule)}@${year}`)).map((rule) => ({ rule, year })));
  const from = now();
  for (let at = 0, size = firstBatch; at < missing.length; ) {
    const started = now();
    if (writable && started - from > countingTimeMs) throw new CountingGoesOn(found.size, rules.length * years.length);
    const batch = missing.slice(at, at + size);
    for (const [key, value] of await count(em, batch, municipality, writable)) found.set(key, value);
    at += batch.length;
    if (now() - started < quickMs) size *= 2;
  }
  return found;
}

/** Kept figures that hold, in the one cluster whose transactions they know. */
async function stillHolding(em: EntityManager, keys: readonly string[], municipality: string, years: readonly number[]): Promise<Kept> {
  const [row]: Kept[] = await em.execute(
    `select current_setting('transaction_read_only') = 'off' as writable,
            (select json_agg(json_build_object('rule', f.rule, 'year', f.year, 'value', f.value))
               from report_figure f
              where f.municipality = ? and f.year in (${years.join(', ')}) and f.rule in (select jsonb_array_elements_text(?::jsonb))
                and f.cluster = (select system_identifier from pg_control_system())
                and not exists (select from report_change c, unnest(f.sources) s(name)
                                 where c.municipality in (f.municipality, '*') and c.source = s.name and c.xid >= pg_snapshot_xmin(f.counted_in)
                                   and c.year in (0, f.year) and not pg_visible_in_snapshot(c.xid, f.counted_in))) as figures`,
    [municipality, JSON.stringify(keys)],
  );
  return row as Kept;
}

/**
 * Counts rules in one statement and, where the transaction may write, keeps what it counted with the snapshot of that statement. Of two readers who count the same at
 * once one keeps it, and the other does not wait.
 */
async function count(
  em: EntityManager,
  missing: readonly { rule: CountingRuleDefinition; year: number }[],
  municipality: string,
  writable: boolean,
): Promise<Map<string, number | null>> {
  const counts = missing
    .map(({ rule, year }, at) => `select ${at} as at, (${sqlOf(rule, municipality, year)})::double precision as value`)
    .join('\nunion all\n');
  const rows: { at: number; value: number | null }[] = await em.execute(
    writable
      ? `with counted as materialized (${counts}),
              turn as materialized (select pg_try_advisory_xact_lock(hashtextextended('report_figure ' || ?, 0)) as ours),
              kept as (
                insert into report_figure (municipality, year, rule, sources, value, counted_in, cluster)
                select ?, m.year, m.rule, m.sources, c.value, pg_current_snapshot(), (select system_identifier from pg_control_system())
                  from counted c
                  join jsonb_to_recordset(?::jsonb) as m(at int, year int, rule text, sources text[]) on m.at = c.at
                  cross join turn where turn.ours
                    on conflict (municipality, year, rule) do update
                   set sources = excluded.sources, value = excluded.value, counted_in = excluded.counted_in, cluster = excluded.cluster),
              swept as (
                delete from report_change where municipality = ? and (select ours from turn)
                   and xid < (select min(pg_snapshot_xmin(counted_in)) from report_figure where municipality = ?))
         select at, value from counted`
      : counts,
    writable ? [municipality, municipality, JSON.stringify(await described(em, missing)), municipality, municipality] : [],
  );
  return new Map(rows.map(({ at, value }) => [`${ruleCode((missing[at] as (typeof missing)[number]).rule)}@${missing[at]?.year}`, value]));
}

async function described(em: EntityManager, missing: readonly { rule: CountingRuleDefinition; year: number }[]): Promise<object[]> {
  const sources = await sourcesIn(em);
  return missing.flatMap(({ rule, year }, at) => {
    const { tables, marked } = sources(rule.sql);
    return marked ? [{ at, year, rule: kept(rule), sources: tables }] : [];
  });
}

const sqlOf = (rule: CountingRuleDefinition, municipality: string, year: number): string => ofYear(rule.sql, municipality, year);

/** The SQL of a rule with its placeholders filled. Both values are checked before: they become part of the statement. */
export const ofYear = (sql: string, municipality: string, year: number): string =>
  sql
    .replaceAll(':municipality', `'${municipality}'`)
    .replaceAll(':from', `date '${year}-01-01'`)
    .replaceAll(':until', `date '${year + 1}-01-01'`)
    .replaceAll(':year', String(year));

/** What a name in a database stands for: a table, the text of a view or the text of a function. */
interface Named {
  name: string;
  text: string | null;
  /** Whether changes of the table are marked. */
  marked: boolean;
}

/** What a rule reads: tables, facts by their kind, and whether changes of all of them are marked; where not, its figure is counted each time. */
export interface Sources {
  tables: string[];
  marked: boolean;
}

/** What each database knows by name; it changes with migrations alone, which a running process does not see. */
const catalogues = new WeakMap<object, Promise<Named[]>>();

/** How to find what a rule's SQL reads, through views and functions. */
export async function sourcesIn(em: EntityManager): Promise<(sql: string) => Sources> {
  const database = em.getDriver().getConnection();
  let names = catalogues.get(database);
  if (!names) {
    names = em.execute(
      `select relname as name, case when relkind = 'v' then pg_get_viewdef(oid) end as text,
              exists (select from pg_trigger where tgrelid = c.oid and tgname = 'report_update') as marked
         from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
       union all
       select proname, prosrc, false from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'`,
    );
    names.catch(() => catalogues.delete(database));
    catalogues.set(database, names);
  }
  const known = new Map((await names).map((one) => [one.name, one]));
  return (sql) => {
    const found = readBy(sql, known, new Set());
    return { tables: [...found.keys()].sort(), marked: [...found.values()].every(Boolean) };
  };
}

const word = /[a-z_][a-z0-9_]*/g;

/** Tables named in a text, and in the texts of the views and functions named in it, and whether their changes are marked. */
function readBy(sql: string, known: ReadonlyMap<string, Named>, seen: Set<string>): Map<string, boolean> {
  const found = new Map<string, boolean>();
  // What stands in quotes is a value, whatever it is called.
  for (const [name] of sql
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase()
    .matchAll(word)) {
    const named = known.get(name);
    if (!named || seen.has(name)) continue;
    seen.add(name);
    const kind = named.text?.match(/\bfrom fact\b[\s\S]*\bkind = '([a-z-]+)'/i)?.[1];
    if (kind) found.set(`fact:${kind}`, true);
    else if (named.text !== null) for (const [source, marked] of readBy(named.text, known, seen)) found.set(source, marked);
    // Facts are marked by kind: a rule reads the view of a kind, not the table of all.
    else found.set(name, named.marked && name !== 'fact');
  }
  return found;
}
