import type { ReportTableDefinition, RowRef } from '@atbalsts/reference';
import { sameFigures } from '../suppression/known-relations.js';
import { copiedRule, totalRow } from './copied.js';
import { type Finding, type PublishedTables, same } from './finding.js';

/** What two tables of the same year say of one another, found at the table that is printed later (or that names the other). */
export function betweenTables(given: PublishedTables, table: ReportTableDefinition): Finding[] {
  const others = given.tables.filter(({ id }) => id !== table.id);
  return [...contradictions(given, table, others), ...copies(given, table, given.tables.slice(0, given.tables.indexOf(table)))];
}

/** Figures of a table that another table tells too, and tells differently. */
function contradictions(given: PublishedTables, table: ReportTableDefinition, others: readonly ReportTableDefinition[]): Finding[] {
  return table.rows.flatMap(({ key: row }): Finding[] => {
    const published = given.published(table.id, row, given.year);
    if (published === null) return [];
    return counterparts({ table: table.id, row }, others).flatMap(({ always, ...other }): Finding[] => {
      const figure = given.published(other.table, other.row, given.year);
      if (figure === null || same(figure, published)) return [];
      const witness = given.years.find((year) => {
        const then = given.published(table.id, row, year);
        return year !== given.year && then !== null && then > 0 && given.published(other.table, other.row, year) === then;
      });
      if (!always && witness === undefined) return [];
      const why = always
        ? { lv: 'abas rindas stāsta par vienu un to pašu', en: 'both rows tell of the same' }
        : { lv: `${witness}. gadā tās sakrīt`, en: `in ${witness} they agree` };
      return [
        {
          kind: 'TABLES_DIFFER',
          table: table.id,
          row,
          published,
          derived: figure,
          words: {
            lv: `Publicēts ${published}, tabulā “${other.table}” rindā “${other.row}” – ${figure}; ${why.lv}.`,
            en: `Published ${published}, in the table ${other.table}, row ${other.row}, ${figure}; ${why.en}.`,
          },
        },
      ];
    });
  });
}

/** The rows of other tables that tell what a row tells: by declaration, or because the row bears the name of a table with a total. */
function counterparts({ table, row }: RowRef, others: readonly ReportTableDefinition[]): (RowRef & { always: boolean })[] {
  const declared = sameFigures.flatMap(({ one, other, always }) =>
    one[0] === table && one[1] === row ? [{ table: other[0], row: other[1], always }] : [],
  );
  const named = others.filter(({ id, rows }) => id === row && rows.some(({ key }) => key === totalRow));
  const byName = named.filter(({ id }) => !declared.some((one) => one.table === id && one.row === totalRow));
  return [...declared, ...byName.map(({ id }) => ({ table: id, row: totalRow, always: false }))];
}

/** Runs of rows that are the rows of a table printed before, figure for figure. */
function copies(given: PublishedTables, table: ReportTableDefinition, before: readonly ReportTableDefinition[]): Finding[] {
  return before.flatMap((other): Finding[] => {
    const run = longestRun(given, table, other);
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || !tellsMuch(given, table.id, run)) return [];
    const published = given.published(table.id, first.row, given.year);
    return [
      {
        kind: 'VALUES_OF_ANOTHER_TABLE',
        table: table.id,
        row: first.row,
        published,
        derived: given.published(other.id, first.other, given.year),
        words: {
          lv: `Rindu no “${first.row}” līdz “${last.row}” skaitļi ir tabulas “${other.id}” skaitļi (no “${first.other}” līdz “${last.other}”).`,
          en: `The figures of the rows from ${first.row} to ${last.row} are those of the table ${other.id} (from ${first.other} to ${last.other}).`,
        },
      },
    ];
  });
}

/** A row of a table and the row of another that has its figures. */
interface Pair {
  row: string;
  other: string;
}

function longestRun(given: PublishedTables, table: ReportTableDefinition, other: ReportTableDefinition): Pair[] {
  const printed = ({ id, rows }: ReportTableDefinition) => rows.map(({ key }) => key).filter((key) => isPrinted(given, id, key));
  const [ours, theirs] = [printed(table), printed(other)];
  const shared = given.years.filter((year) =>
    [table, other].every(({ id, rows }) => rows.some(({ key }) => given.published(id, key, year) !== null)),
  );
  const alike = (row: string, twin: string) =>
    !isToldTwice({ table: table.id, row }, { table: other.id, row: twin }) &&
    shared.every((year) => given.published(table.id, row, year) === given.published(other.id, twin, year));
  let longest: Pair[] = [];
  for (let at = 0; at < ours.length; at++) {
    for (let there = 0; there < theirs.length; there++) {
      const run: Pair[] = [];
      for (let step = 0; at + step < ours.length && there + step < theirs.length; step++) {
        const pair = { row: ours[at + step] as string, other: theirs[there + step] as string };
        if (!alike(pair.row, pair.other)) break;
        run.push(pair);
      }
      if (run.length > longest.length) longest = run;
    }
  }
  return longest;
}

const isPrinted = (given: PublishedTables, table: string, row: string) => given.published(table, row, given.year) !== null;

const isToldTwice = (...refs: [RowRef, RowRef]) =>
  sameFigures.some(({ one, other }) => refs.every((ref) => [one, other].some(([table, row]) => table === ref.table && row === ref.row)));

/** Whether rows are so many, and their figures so large and different, that they are not alike by chance. */
function tellsMuch(given: PublishedTables, table: string, run: readonly Pair[]): boolean {
  const figures = run.flatMap(({ row }) => given.years.flatMap((year) => given.published(table, row, year) ?? []));
  return run.length >= copiedRule.rows && new Set(figures.filter((figure) => figure >= copiedRule.atLeast)).size >= copiedRule.different;
}
