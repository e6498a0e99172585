import type { Label, ReportTableDefinition } from '@atbalsts/reference';
import { betweenTables } from './between-tables.rules.js';
import { type Finding, type PublishedTables, same } from './finding.js';
import { notDerivable } from './not-derivable.js';
import { approximateTolerance, declaredPartitions, jumpRule } from './partitions.js';
import { againstQuotients } from './shares.rules.js';

/** What the rules look at. */
export interface Reconciled extends PublishedTables {
  /** The derived figure of the year: null where there are no records, undefined where no rule derives it. */
  derived(table: string, row: string): number | null | undefined;
  /** Whether the domain of a table has answered. */
  answered(table: string): boolean;
}

const sumOf = (values: readonly number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;

/** Every finding of a year, table by table in the printed order. */
export function reconcile(given: Reconciled): Finding[] {
  const printed = given.tables.filter((table) => table.rows.some((row) => given.published(table.id, row.key, given.year) !== null));
  return printed.flatMap((table) => [
    ...againstRecords(given, table),
    ...againstParts(given, table),
    ...againstQuotients(given, table),
    ...betweenTables(given, table),
    ...againstYearBefore(given, table),
  ]);
}

function againstRecords(given: Reconciled, table: ReportTableDefinition): Finding[] {
  const whole = (words: Label): Finding[] => [{ kind: 'NOT_DERIVABLE', table: table.id, row: null, published: null, derived: null, words }];
  if (table.domain === null)
    return whole({
      lv: 'Pašvaldības pašas tabula: neviena sistēmas daļa to neskaita.',
      en: 'A table of the town’s own: no domain counts it.',
    });
  if (!given.answered(table.id))
    return whole({ lv: `Sistēmas daļa “${table.domain}” neatbild.`, en: `The domain ${table.domain} does not answer.` });
  if (table.rows.every((row) => given.derived(table.id, row.key) === undefined)) {
    return whole(
      notDerivable[table.id] ?? { lv: 'Šo tabulu no ierakstiem vēl neaprēķina.', en: 'This table is not derived from records yet.' },
    );
  }
  return table.rows.flatMap((row): Finding[] => {
    const published = given.published(table.id, row.key, given.year);
    const derived = given.derived(table.id, row.key);
    if (published === null) return [];
    const found = { table: table.id, row: row.key, published };
    if (derived === undefined) {
      return [
        {
          ...found,
          kind: 'NOT_DERIVABLE',
          derived: null,
          words: notDerivable[`${table.id}.${row.key}`] ?? {
            lv: 'Šo rindu no ierakstiem vēl neaprēķina.',
            en: 'This row is not derived from records yet.',
          },
        },
      ];
    }
    if (derived === null) {
      if (published === 0) return [];
      return [{ ...found, kind: 'DERIVED_DIFFERS', derived, words: { lv: 'Ierakstu nav.', en: 'There are no records.' } }];
    }
    if (same(published, derived) || (row.approximate && Math.abs(published - derived) <= approximateTolerance * Math.abs(derived)))
      return [];
    return [
      {
        ...found,
        kind: 'DERIVED_DIFFERS',
        derived,
        words: { lv: `Publicēts ${published}, ieraksti dod ${derived}.`, en: `Published ${published}, the records give ${derived}.` },
      },
    ];
  });
}

/** Sets of parts to be tried: the declared ones, and all rows below a row. */
function candidates(table: ReportTableDefinition): { total: string; parts: readonly string[]; declared: boolean }[] {
  const declared = declaredPartitions
    .filter((partition) => partition.table === table.id)
    .map(({ total, parts }) => ({ total, parts, declared: true }));
  const below = table.rows.map(({ key }) => ({
    total: key,
    parts: table.rows.filter((row) => row.parent === key).map((row) => row.key),
    declared: false,
  }));
  const known = new Set(declared.map(({ total, parts }) => `${total} ${[...parts].sort().join(' ')}`));
  return [...declared, ...below.filter(({ total, parts }) => parts.length > 1 && !known.has(`${total} ${[...parts].sort().join(' ')}`))];
}

function againstParts(given: Reconciled, table: ReportTableDefinition): Finding[] {
  const figures = (parts: readonly string[], year: number) => parts.flatMap((part) => given.published(table.id, part, year) ?? []);
  return candidates(table).flatMap(({ total, parts, declared }): Finding[] => {
    const published = given.published(table.id, total, given.year);
    const values = figures(parts, given.year);
    if (published === null || values.length === 0) return [];
    const sum = sumOf(values);
    if (same(sum, published)) return [];
    const witness = given.years.find((year) => {
      const whole = given.published(table.id, total, year);
      const then = figures(parts, year);
      return year !== given.year && whole !== null && whole > 0 && then.length > 1 && same(sumOf(then), whole);
    });
    if (!declared && witness === undefined) return [];
    const why = declared
      ? { lv: 'tās kopā veido veselo', en: 'they are declared to be the whole' }
      : { lv: `${witness}. gadā tās sakrīt`, en: `in ${witness} they sum to it` };
    return [
      {
        kind: 'PARTS_DO_NOT_SUM',
        table: table.id,
        row: total,
        published,
        derived: sum,
        words: {
          lv: `Daļu summa ir ${sum}, kopā publicēts ${published}; ${why.lv}.`,
          en: `The parts sum to ${sum}, the published total is ${published}; ${why.en}.`,
        },
      },
    ];
  });
}

function againstYearBefore(given: Reconciled, table: ReportTableDefinition): Finding[] {
  return table.rows.flatMap((row): Finding[] => {
    const now = given.published(table.id, row.key, given.year);
    const before = given.published(table.id, row.key, given.year - 1);
    if (now === null || before === null || !jumps(before, now)) return [];
    const words = {
      lv: `Publicēts ${now}, gadu iepriekš ${before}: vismaz ${jumpRule.factor} reizes un ${jumpRule.difference} vienību starpība.`,
      en: `Published ${now}, the year before ${before}: at least ${jumpRule.factor} times and ${jumpRule.difference} apart.`,
    };
    return [{ kind: 'YEAR_ON_YEAR_JUMP', table: table.id, row: row.key, published: now, derived: before, words }];
  });
}

/** Whether two figures lie as far apart as the rule for jumps says. */
export function jumps(before: number, now: number): boolean {
  const [less, more] = [Math.min(before, now), Math.max(before, now)];
  return more - less >= jumpRule.difference && more >= jumpRule.factor * less;
}
