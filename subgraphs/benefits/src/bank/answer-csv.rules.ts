import { CsvError, parse } from 'csv-parse/sync';
import { type AnswerFile, centsOf, dayOf, mostAnswers, outcomeOf, type ReadAnswer, UnreadableAnswer } from './answer.model.js';

/** The columns of a CSV answer; those after `date` may be left out. */
export const answerColumns = ['endToEndId', 'status', 'date', 'reasonCode', 'reason', 'amount'] as const;
const required: readonly string[] = ['endToEndId', 'status', 'date'];

/** The longest line that is taken. */
const longestLine = 2000;

/**
 * Reads the bank's answer as CSV: a header line with the columns, separated by semicolons, commas or tabs, then one line a payment. `status` is PAID, REJECTED or
 * an ISO 20022 status code; `date` is needed of a paid one.
 * @throws UnreadableAnswer with the line where it is not such a file
 */
export function readAnswerCsv(csv: string): AnswerFile {
  const rows = rowsOf(csv);
  const [header, ...lines] = rows;
  const columns = (header?.record ?? []).map((name) => name.trim());
  const odd = columns.find((name) => !(answerColumns as readonly string[]).includes(name));
  const missing = required.find((name) => !columns.includes(name));
  if (odd !== undefined || missing || new Set(columns).size !== columns.length) {
    const lv = `virsrakstā jābūt kolonnām ${answerColumns.join(', ')}`;
    throw bad(1, lv, `the header needs the columns ${answerColumns.join(', ')}`);
  }
  if (lines.length > mostAnswers) throw bad(mostAnswers + 2, `vairāk par ${mostAnswers} rindām`, `more than ${mostAnswers} lines`);
  return { messageId: null, answers: lines.map(({ record, line }) => answerOf(columns, record, line)), others: null };
}

function rowsOf(csv: string): { record: string[]; line: number }[] {
  try {
    const rows = parse(csv, {
      bom: true,
      delimiter: [';', ',', '\t'],
      info: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    throw bad(
      line,
      'rindu nevar nolasīt: pārbaudiet kolonnu skaitu un pēdiņas',
      'the line cannot be read: see the number of columns and the quotes',
    );
  }
}

function answerOf(columns: readonly string[], record: readonly string[], line: number): ReadAnswer {
  const cell = (name: (typeof answerColumns)[number]): string => record[columns.indexOf(name)]?.trim() ?? '';
  const endToEndId = cell('endToEndId');
  if (!endToEndId) throw bad(line, 'trūkst endToEndId', 'endToEndId is missing');
  const status = cell('status').toUpperCase();
  const outcome = status === 'PAID' || status === 'REJECTED' ? status : Object.hasOwn(outcomeOf, status) ? outcomeOf[status] : undefined;
  if (!outcome) throw bad(line, 'nezināms statuss', 'the status is not known');
  const on = outcome === 'PAID' ? dayOf(cell('date')) : null;
  if (outcome === 'PAID' && !on) throw bad(line, 'trūkst izmaksas dienas (YYYY-MM-DD)', 'the day of payment is missing (YYYY-MM-DD)');
  const amount = cell('amount') ? centsOf(cell('amount')) : null;
  if (cell('amount') && amount === null) throw bad(line, 'tā nav summa', 'it is not an amount');
  return { at: `line ${line}`, endToEndId, outcome, on, code: cell('reasonCode') || null, text: cell('reason') || null, amount };
}

const bad = (line: number, lv: string, en: string): UnreadableAnswer =>
  new UnreadableAnswer(`line ${line}`, { lv: `${line}. rinda: ${lv}.`, en: `Line ${line}: ${en}.` });
