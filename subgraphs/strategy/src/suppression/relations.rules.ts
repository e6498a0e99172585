import { declaredPartitions } from '../reconciliation/partitions.js';
import { cellId, type Relation } from './cell.js';
import { coveredFigures, moneyOfCounts, sameFigures } from './known-relations.js';
import { countsPeople } from './protection.rules.js';

/** A row as the relations are read from it. */
export interface RelatedRow {
  key: string;
  label: { en: string };
  parent: string | null;
  measure: string;
}

/** A table as the relations are read from it. */
export interface RelatedTable {
  id: string;
  rows: readonly RelatedRow[];
}

/** The figure of a row in a year; null where there is none. */
export type FigureOf = (table: string, row: string) => number | null;

/**
 * Everything that a reader of the tables of one year may take for known: declared partitions, and every run of rows that sums exactly to the row above it or to a total
 * of its table; rows of one kind under another are within it; the figures that stand in two tables. Rather one relation too many than one too few: each holds for the
 * true figures, so that it can only make the plan withhold more.
 */
export function relationsOf(year: number, tables: readonly RelatedTable[], figure: FigureOf): Relation[] {
  const found = new Map<string, Relation>();
  const keep = (relation: Relation) => found.set(JSON.stringify(relation), relation);
  for (const { id: table, rows } of tables) {
    for (const relation of [...sumsOf(year, table, rows, figure), ...withinOf(year, table, rows, figure)]) keep(relation);
  }
  for (const relation of [...declaredOf(year, figure), ...samesOf(year, tables, figure)]) keep(relation);
  return [...found.values()];
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/** The rows that the rows under a parent are parts of: the parent itself; for those under a heading without a figure, the totals of the table. */
function wholesOf(table: string, rows: readonly RelatedRow[], parent: string | null, figure: FigureOf): RelatedRow[] {
  const above = rows.find((row) => row.key === parent);
  if (above && figure(table, above.key) !== null) return [above];
  const totals = rows.filter((row) => row.parent === null && figure(table, row.key) !== null);
  const named = totals.filter((row) => row.key === 'total');
  return parent === null || named.length ? named : totals;
}

function sumsOf(year: number, table: string, rows: readonly RelatedRow[], figure: FigureOf): Relation[] {
  const relations: Relation[] = [];
  const id = (row: RelatedRow) => cellId(year, table, row.key);
  for (const parent of new Set(rows.map((row) => row.parent))) {
    const children = rows.filter((row) => row.parent === parent && figure(table, row.key) !== null);
    for (const whole of wholesOf(table, rows, parent, figure)) {
      for (const parts of exactRuns(
        children.filter((row) => row.measure === whole.measure && row !== whole),
        table,
        figure,
        whole,
      ))
        relations.push({ kind: 'sum', total: id(whole), parts: parts.map(id).sort() });
    }
  }
  return relations;
}

/** Runs of neighbouring rows, of at least two that are not zero, that sum exactly to a figure. */
function exactRuns(rows: readonly RelatedRow[], table: string, figure: FigureOf, whole: RelatedRow): RelatedRow[][] {
  const total = figure(table, whole.key) as number;
  const counted = rows.filter((row) => figure(table, row.key) !== 0);
  const runs: RelatedRow[][] = [];
  if (total === 0) return runs;
  for (let from = 0; from < counted.length; from++) {
    let sum = 0;
    for (let until = from; until < counted.length; until++) {
      sum += figure(table, (counted[until] as RelatedRow).key) as number;
      if (until > from && equal(sum, total)) runs.push(counted.slice(from, until + 1));
      if (sum > total + 0.005) break;
    }
  }
  return runs;
}

/** People of one measure under a row of the same measure are some of those it counts; there are no more families than persons in them. */
function withinOf(year: number, table: string, rows: readonly RelatedRow[], figure: FigureOf): Relation[] {
  const relations: Relation[] = [];
  const within = (part: RelatedRow, whole: RelatedRow) => {
    const [some, all] = [figure(table, part.key), figure(table, whole.key)];
    // A printed "of which" that is larger than its whole is none.
    if (part !== whole && some !== null && all !== null && some <= all)
      relations.push({ kind: 'within', part: cellId(year, table, part.key), whole: cellId(year, table, whole.key) });
  };
  for (const row of rows.filter(({ measure }) => countsPeople(measure))) {
    for (const whole of row.parent === null ? [] : wholesOf(table, rows, row.parent, figure))
      if (whole.measure === row.measure) within(row, whole);
    const persons = row.key.endsWith('-families') && rows.find((one) => one.key === row.key.replace(/-families$/, '-persons'));
    if (persons) within(row, persons);
  }
  return relations;
}

function declaredOf(year: number, figure: FigureOf): Relation[] {
  const relations: Relation[] = [];
  for (const { table, total, parts } of declaredPartitions) {
    const figures = parts.map((part) => figure(table, part) ?? 0);
    const whole = figure(table, total);
    if (
      whole === null ||
      !equal(
        whole,
        figures.reduce((sum, one) => sum + one, 0),
      )
    )
      continue;
    const counted = parts.filter((part) => figure(table, part) !== null);
    relations.push({ kind: 'sum', total: cellId(year, table, total), parts: counted.map((part) => cellId(year, table, part)).sort() });
  }
  for (const { table, money, count, countTable = table } of moneyOfCounts) {
    if (figure(table, money) !== null && figure(countTable, count) !== null)
      relations.push({ kind: 'follows', money: cellId(year, table, money), count: cellId(year, countTable, count) });
  }
  return relations;
}

/** Figures that stand in two tables: declared so, or of the same name, measure and value. */
function samesOf(year: number, tables: readonly RelatedTable[], figure: FigureOf): Relation[] {
  const relations: Relation[] = [];
  const same = (one: readonly [string, string], other: readonly [string, string]) => {
    const [a, b] = [figure(...one), figure(...other)];
    if (a !== null && b !== null && equal(a, b)) relations.push({ kind: 'same', one: cellId(year, ...one), other: cellId(year, ...other) });
  };
  for (const { one, other } of [...sameFigures, ...coveredFigures]) same(one, other);
  const named = new Map<string, [string, string][]>();
  for (const { id, rows } of tables) {
    for (const { key, measure, label } of rows) {
      const value = figure(id, key);
      if (!value || !countsPeople(measure)) continue;
      const name = `${measure} ${label.en.toLowerCase()} ${value}`;
      named.set(name, [...(named.get(name) ?? []), [id, key]]);
    }
  }
  for (const [first, ...rest] of named.values()) {
    for (const other of rest) if (first && other[0] !== first[0]) same(first, other);
  }
  return relations;
}
