import { type ExportedReport, type ExportedRow, type Lang, withheldNote } from './exported.js';

/** A response of JSON-stat 2.0 (https://json-stat.org/full/): a collection of datasets. */
export interface JsonStat {
  version: '2.0';
  class: 'collection';
  href?: string;
  label: string;
  updated?: string;
  link: { item: JsonStatDataset[] };
}

/** A dataset of JSON-stat 2.0: a report table by row and year. */
export interface JsonStatDataset {
  version: '2.0';
  class: 'dataset';
  label: string;
  source: string;
  updated?: string;
  note: string[];
  id: ['municipality', 'row', 'year'];
  size: [number, number, number];
  role: { time: ['year']; geo: ['municipality'] };
  dimension: Record<'municipality' | 'row' | 'year', JsonStatDimension>;
  value: (number | null)[];
  /** `c` (confidential) for a withheld figure, by the position of the value. */
  status?: Record<string, 'c'>;
}

interface JsonStatDimension {
  label: string;
  category: { index: string[]; label: Record<string, string>; child?: Record<string, string[]>; note?: Record<string, string[]> };
}

const words = {
  report: { lv: 'Gada pārskats', en: 'Annual report' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  row: { lv: 'Rādītājs', en: 'Row' },
  year: { lv: 'Gads', en: 'Year' },
} as const;

/** A report as a collection of JSON-stat 2.0 for statisticians: a dataset for each table, over rows and the two years, with the rule of each row as a note. */
export function jsonStatOf(report: ExportedReport, lang: Lang): JsonStat {
  const { municipality, year, publishedOn, tables } = report;
  const label = `${words.report[lang]} ${year}, ${municipality.label[lang]}`;
  const updated = publishedOn === null ? {} : { updated: publishedOn };
  return {
    version: '2.0',
    class: 'collection',
    label,
    ...updated,
    link: { item: tables.map((table) => ({ ...datasetOf(report, table, lang), source: label, ...updated })) },
  };
}

function datasetOf(
  { municipality, year }: ExportedReport,
  { title, rows }: ExportedReport['tables'][number],
  lang: Lang,
): Omit<JsonStatDataset, 'source'> {
  const figures = rows.flatMap(({ value, suppressed, previous, previousSuppressed }) => [
    { value: previous, withheld: previousSuppressed },
    { value, withheld: suppressed },
  ]);
  const withheld = figures.flatMap((figure, at) => (figure.withheld ? [[String(at), 'c'] as const] : []));
  const years = [String(year - 1), String(year)];
  return {
    version: '2.0',
    class: 'dataset',
    label: title[lang],
    note: withheld.length ? [withheldNote[lang]] : [],
    id: ['municipality', 'row', 'year'],
    size: [1, rows.length, 2],
    role: { time: ['year'], geo: ['municipality'] },
    dimension: {
      municipality: {
        label: words.municipality[lang],
        category: { index: [municipality.code], label: { [municipality.code]: municipality.label[lang] } },
      },
      row: {
        label: words.row[lang],
        category: {
          index: rows.map(({ key }) => key),
          label: Object.fromEntries(rows.map((row) => [row.key, row.label[lang]])),
          child: childrenOf(rows),
          note: Object.fromEntries(rows.map((row) => [row.key, [row.rule.text[lang]]])),
        },
      },
      year: { label: words.year[lang], category: { index: years, label: Object.fromEntries(years.map((one) => [one, one])) } },
    },
    value: figures.map((figure) => (figure.withheld ? null : figure.value)),
    ...(withheld.length ? { status: Object.fromEntries(withheld) } : {}),
  };
}

function childrenOf(rows: readonly ExportedRow[]): Record<string, string[]> {
  const known = new Set(rows.map(({ key }) => key));
  const children: Record<string, string[]> = {};
  for (const { key, parent } of rows) if (parent !== null && known.has(parent)) children[parent] = [...(children[parent] ?? []), key];
  return children;
}
