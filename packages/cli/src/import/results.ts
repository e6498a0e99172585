import { readFile } from 'node:fs/promises';
import { AuditRecorder } from '@atbalsts/audit';
import { type DomainDatabase, newId, withSession } from '@atbalsts/database';
import { municipalities, readResults } from '@atbalsts/reference';
import { importResults } from '@atbalsts/strategy';
import { CliError } from '../errors.js';
import type { ImportOutcome, ImportRequest } from './import.js';

/** What an import of published results is told. */
export interface ResultsRequest extends Pick<ImportRequest, 'path' | 'municipality' | 'operator' | 'today' | 'write'> {
  /** The year of the tables whose columns are kinds of count, where the file does not say it. */
  year?: number;
}

/** Largest file of results that is read, in bytes: a town's tables of a year are under one megabyte. */
const largestFile = 20_000_000;

/**
 * Brings in the tables that a town has published, in the format of the reference files. A file with anything wrong in it is refused whole, each place with its reason; the document
 * takes the place of one of the same title. Throws CliError where the file cannot be read at all.
 */
export async function importResultsFile(strategy: DomainDatabase, request: ResultsRequest): Promise<ImportOutcome> {
  const { path, municipality, operator, today, write, year } = request;
  if (!municipalities.some(({ code }) => code === municipality)) throw new CliError(`No municipality has the code ${municipality}.`);
  const read = readResults(await textOf(path), year);
  if ('problems' in read) {
    const report = read.problems.flatMap(({ place, words }) => [`${place}:`, `  ${words.lv}`, `  ${words.en}`]);
    const said = 'Nekas nav ierakstīts. / Nothing has been written.';
    return { ok: false, written: false, lines: 0, problems: read.problems.length, report: [...report, said] };
  }
  const { file } = read;
  const lines = file.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const found = `tabulas / tables: ${file.tables.length}, rindas / rows: ${lines}`;
  if (!write)
    return {
      ok: true,
      written: false,
      lines,
      problems: 0,
      report: [found, 'Pārbaudīts, nekas nav ierakstīts: --yes / Checked, nothing written: --yes'],
    };
  const principal = { audience: 'SYSTEM', municipality, subject: operator, roles: [] };
  const replaced = await withSession(strategy, principal, async (em) => {
    const done = await importResults(em, { municipality, file, importedOn: today, importedBy: operator });
    await new AuditRecorder(principal, newId()).write(em, {
      action: 'report.import',
      object: 'printed-results',
      fields: ['tables'],
      municipality,
    });
    return done;
  });
  return {
    ok: true,
    written: true,
    lines,
    problems: 0,
    report: [found, replaced ? 'Aizstāts agrākais dokuments. / The earlier document is replaced.' : 'Ierakstīts. / Written.'],
  };
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`The file cannot be read: ${error.code ?? error.message}`);
  });
  if (bytes.length > largestFile) throw new CliError(`The file is larger than ${largestFile / 1_000_000} MB: that is no report of a year.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError('The file is not in UTF-8.');
  }
}
