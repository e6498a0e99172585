import { stringify } from 'csv-stringify/sync';
import { type ExportedReport, type Lang, withheldText } from './exported.js';

const columns = {
  lv: [
    'pašvaldība',
    'gads',
    'tabula',
    'nosaukums',
    'rinda',
    'rādītājs',
    'daļa no',
    'mērs',
    'skaits',
    'iepriekšējā gadā',
    'kārtula',
    'kā skaitīts',
  ],
  en: ['municipality', 'year', 'table', 'title', 'row', 'label', 'part of', 'measure', 'value', 'year before', 'rule', 'how counted'],
} as const;

/**
 * A report as CSV (RFC 4180, UTF-8 with a mark, since spreadsheets ask for it): one line for each row of each table. In Latvian `;` and a decimal comma, as
 * spreadsheets in Latvia read it; in English `,` and a point. What a spreadsheet would run as a formula is made text.
 */
export function csvOf({ municipality, year, tables }: ExportedReport, lang: Lang): string {
  const figure = (value: number | null, withheld: boolean): string =>
    withheld ? withheldText[lang] : value === null ? '' : lang === 'lv' ? String(value).replace('.', ',') : String(value);
  const records = tables.flatMap(({ id, title, rows }) =>
    rows.map((row) => [
      municipality.code,
      String(year),
      id,
      title[lang],
      row.key,
      row.label[lang],
      row.parent ?? '',
      row.measure,
      figure(row.value, row.suppressed),
      figure(row.previous, row.previousSuppressed),
      row.rule.code,
      row.rule.text[lang],
    ]),
  );
  return stringify([[...columns[lang]], ...records], {
    bom: true,
    delimiter: lang === 'lv' ? ';' : ',',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}
