import type { ImportReport, PersonLine } from '@atbalsts/registry';
import type { Column, Header } from './columns.js';
import { readHeader } from './columns.js';
import type { CsvFile } from './file.js';
import { type Read, readBasis, readCode, readDate, readGround, readMoney, readRelation, readSex } from './values.js';

/** Lines handed over at once. */
export const batchSize = 1000;

/** A line of a file of applications before the registry is asked who the applicant is. */
export interface ApplicationRow {
  line: number;
  key: string;
  benefitType: string;
  submittedOn: string;
  legalGround: string;
  payeeAccount: string | null;
  claimedCosts: number | null;
}

/** The cells of one line by field; a cell that cannot be read is told, and the line left out. */
class Cells {
  wrong = false;
  constructor(
    private readonly cells: readonly string[],
    private readonly header: Header,
    private readonly line: number,
    private readonly report: ImportReport,
  ) {}

  text(field: string): string | null {
    return this.cells[this.header.at.get(field) ?? -1] || null;
  }

  read<T>(field: string, how: (text: string) => Read<T>): T | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = how(text);
    if ('value' in read) return read.value;
    this.refuse(field, read.fault.lv, read.fault.en);
    return null;
  }

  required<T>(field: string, how: (text: string) => Read<T>): T {
    if (this.text(field) === null) this.refuse(field, 'Šūna ir tukša.', 'The cell is empty.');
    return this.read(field, how) as T;
  }

  refuse(field: string | null, lv: string, en: string): void {
    this.wrong = true;
    this.report.problem({ line: this.line, field, lv, en });
  }
}

const asText = (value: string): Read<string> => ({ value });

function personLine(line: number, cells: Cells): PersonLine {
  const personalCode = cells.read('personalCode', readCode);
  return {
    line,
    personalCode,
    identityBasis: cells.read('identityBasis', readBasis) ?? 'PERSONAL_CODE',
    givenName: cells.required('givenName', asText),
    familyName: cells.required('familyName', asText),
    birthDate: cells.required('birthDate', readDate),
    sex: cells.required('sex', readSex),
    phone: cells.text('phone'),
    address: cells.text('address'),
    residenceSince: cells.read('residenceSince', readDate),
    household: cells.text('household'),
    relation: cells.read('relation', readRelation),
    householdSince: cells.read('householdSince', readDate),
  };
}

const readApplicant = (text: string): Read<string> =>
  /^p-?\d+$/i.test(text) ? { value: text.toUpperCase().replace(/^P-?/, 'P-') } : readCode(text);

function applicationRow(line: number, cells: Cells): ApplicationRow {
  return {
    line,
    key: cells.required('applicant', readApplicant),
    benefitType: cells.required('benefitType', asText),
    submittedOn: cells.required('submittedOn', readDate),
    legalGround: cells.read('legalGround', readGround) ?? 'STANDARD',
    payeeAccount: cells.text('payeeAccount'),
    claimedCosts: cells.read('claimedCosts', readMoney),
  };
}

/** What a file is read with. */
interface Reading {
  file: CsvFile;
  columns: readonly Column[];
  report: ImportReport;
  onHeader(header: Header): void;
  onBytes(read: number): void;
}

/** Lines of a file of persons in batches. */
export const personBatches = (reading: Reading): AsyncGenerator<PersonLine[]> => batches(reading, personLine);

/** Lines of a file of applications in batches. */
export const applicationBatches = (reading: Reading): AsyncGenerator<ApplicationRow[]> => batches(reading, applicationRow);

async function* batches<T>(
  { file, columns, report, onHeader, onBytes }: Reading,
  read: (line: number, cells: Cells) => T,
): AsyncGenerator<T[]> {
  let header: Header | null = null;
  let batch: T[] = [];
  let lines = 0;
  for await (const { line, cells } of file.records(onBytes)) {
    if (!header) {
      header = readHeader(cells, columns);
      onHeader(header);
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    lines++;
    const row = new Cells(cells, header, line, report);
    if (cells.length !== header.width) {
      row.refuse(
        null,
        `Rindā ir ${cells.length} šūnas, bet galvenē ${header.width}. Vai fails ir aprauts, vai šūnā ir atdalītājs bez pēdiņām?`,
        `The line has ${cells.length} cells, the header ${header.width}. Was the file cut, or is there a separator in a cell without quotes?`,
      );
      continue;
    }
    const value = read(line, row);
    if (!row.wrong) batch.push(value);
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length) yield batch;
  if (!lines)
    report.problem({ line: 0, field: null, lv: 'Failā nav nevienas rindas pēc galvenes.', en: 'The file has no line after the header.' });
}
