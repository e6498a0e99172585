import { type ApplicationLine, importApplications } from '@atbalsts/benefits';
import { type DomainDatabase, newId } from '@atbalsts/database';
import { findApplicants, type ImportOptions, importPersons } from '@atbalsts/registry';
import { applicationColumns, type Header, personColumns } from './columns.js';
import { openCsv } from './file.js';
import { type ApplicationRow, applicationBatches, personBatches } from './lines.js';
import { ImportProblems } from './problems.js';

/** What an import is told by the command line. */
export interface ImportRequest {
  path: string;
  municipality: string;
  operator: string;
  today: string;
  /** False for a dry run. */
  write: boolean;
  onRead?(bytes: number, size: number): void;
  onWritten?(written: number, total: number): void;
  /** Told of each batch that was read, with its size. */
  onBatch?(size: number): void;
}

/** What an import came to, and what it has to say. */
export interface ImportOutcome {
  ok: boolean;
  written: boolean;
  /** Lines that could be read. */
  lines: number;
  problems: number;
  /** The report, Latvian and English. */
  report: string[];
}

/** Imports persons from a file into the registry. Throws CliError where the file cannot be read at all. */
export async function importPersonsFile(registry: DomainDatabase, request: ImportRequest): Promise<ImportOutcome> {
  const reading = await read(request);
  const result = await importPersons(registry, reading.options, counted(personBatches({ ...reading, columns: personColumns }), request));
  return reading.outcome(result, [`personas / persons: ${result.persons}`, `mājsaimniecības / households: ${result.households}`]);
}

/**
 * Imports applications from a file into benefits: the registry says of each batch who the applicants are, then benefits checks and writes. The registry changes
 * nothing, so the two databases need no common transaction. Throws CliError where the file cannot be read at all.
 */
export async function importApplicationsFile(
  databases: { registry: DomainDatabase; benefits: DomainDatabase },
  request: ImportRequest,
): Promise<ImportOutcome> {
  const reading = await read(request);
  const run = newId();
  async function* withApplicants(): AsyncGenerator<ApplicationLine[]> {
    for await (const rows of counted(applicationBatches({ ...reading, columns: applicationColumns }), request)) {
      const questions = rows.map(({ line, key, submittedOn }) => ({ line, key, on: submittedOn }));
      const found = await findApplicants(databases.registry, { ...request, run }, questions);
      const lines: ApplicationLine[] = [];
      for (const { key: _key, ...row } of rows satisfies ApplicationRow[]) {
        const applicant = found.get(row.line);
        if (applicant) lines.push({ ...row, applicantId: applicant.personId, applicant });
        else reading.report.problem({ line: row.line, field: 'applicant', ...unknownApplicant });
      }
      yield lines;
    }
  }
  const result = await importApplications(databases.benefits, reading.options, withApplicants());
  return reading.outcome(result, [`iesniegumi / applications: ${result.applications}`]);
}

const unknownApplicant = {
  lv: 'Jūsu pašvaldībā nav personas ar šo kodu vai atsauci. Vispirms importējiet personas.',
  en: 'No person of your municipality has this code or reference. Import the persons first.',
};

async function read(request: ImportRequest) {
  const file = await openCsv(request.path);
  const report = new ImportProblems();
  let header: Header | null = null;
  const options: ImportOptions = { ...request, report, fileHash: () => file.hash() };
  return {
    file,
    report,
    options,
    onHeader: (found: Header) => {
      header = found;
    },
    onBytes: (bytes: number) => request.onRead?.(bytes, file.size),
    outcome(result: { lines: number; written: boolean }, counts: string[]): ImportOutcome {
      const warnings = [
        ...((header as Header | null)?.ignored ?? []).map((name) => `Kolonna “${name}” netiek lasīta. / The column “${name}” is not read.`),
        ...(file.endsWhole()
          ? []
          : ['Pēdējai rindai nav beigu: pārbaudiet, vai fails nav aprauts. / The last line has no end: see whether the file was cut.']),
      ];
      const said = report.refused
        ? [`Nekas nav ierakstīts: ${report.total} kļūdas. / Nothing was written: ${report.total} problems.`]
        : result.written
          ? ['Ierakstīts. / Written.', ...counts]
          : [
              'Izmēģinājums: viss ir kārtībā, nekas nav ierakstīts; lai ierakstītu, pievienojiet --yes. / Dry run: all is well, nothing was written; add --yes to write.',
              ...counts,
            ];
      return {
        ok: !report.refused,
        written: result.written,
        lines: result.lines,
        problems: report.total,
        report: [...report.lines(header), ...warnings, ...said],
      };
    },
  };
}

async function* counted<T>(batches: AsyncIterable<T[]>, { onBatch }: ImportRequest): AsyncGenerator<T[]> {
  for await (const batch of batches) {
    onBatch?.(batch.length);
    yield batch;
  }
}
