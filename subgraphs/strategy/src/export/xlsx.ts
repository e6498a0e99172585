import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type ExportedReport, type Lang, withheldNote, withheldText } from './exported.js';

const words = {
  sheet: { lv: 'Pārskats', en: 'Report' },
  report: { lv: 'Gada pārskats', en: 'Annual report' },
  published: { lv: 'Publicēts', en: 'Published' },
  live: { lv: 'Nav publicēts: dzīvs pārskats', en: 'Not published: the live report' },
  table: { lv: 'Tabula', en: 'Table' },
  row: { lv: 'Rādītājs', en: 'Row' },
  rule: { lv: 'Kā skaitīts', en: 'How it is counted' },
} as const;

/** A sheet's name: at most 31 characters, none of those that a workbook forbids, each once. */
export function sheetNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id.replaceAll(/[\\/?*[\]:]/g, '-');
    let name = plain.slice(0, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 31 - String(n).length - 1)}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A report as a workbook: a first sheet that says what it is, then one for each table. Figures are numbers; a withheld one is a word. */
export async function xlsxOf({ municipality, year, publishedOn, tables }: ExportedReport, lang: Lang): Promise<Buffer> {
  const names = sheetNames(tables.map(({ id }) => id));
  const bold = (value: string | number) => ({ value, fontWeight: 'bold' as const });
  const figure = (value: number | null, withheld: boolean) => (withheld ? withheldText[lang] : value);
  const cover: SheetData = [
    [bold(`${words.report[lang]} ${year}`)],
    [`${municipality.label[lang]} (${municipality.code})`],
    [publishedOn === null ? words.live[lang] : `${words.published[lang]} ${publishedOn}`],
    [withheldNote[lang]],
    [null],
    ...tables.map(({ title }, at) => [names[at] as string, title[lang]]),
  ];
  const sheets = tables.map(({ title, rows }, at) => ({
    sheet: names[at] as string,
    columns: [{ width: 60 }, { width: 14 }, { width: 14 }, { width: 90 }],
    data: [
      [bold(title[lang])],
      [bold(words.row[lang]), bold(String(year)), bold(String(year - 1)), bold(words.rule[lang])],
      ...rows.map((row) => [
        { value: row.label[lang], indent: row.level },
        figure(row.value, row.suppressed),
        figure(row.previous, row.previousSuppressed),
        row.rule.text[lang],
      ]),
    ] as SheetData,
  }));
  return writeXlsxFile([{ sheet: words.sheet[lang], columns: [{ width: 34 }, { width: 90 }], data: cover }, ...sheets]).toBuffer();
}
