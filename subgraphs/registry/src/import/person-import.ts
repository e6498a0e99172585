import { constraintOf, type DomainDatabase, newId, withSession } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type ImportOptions, type PersonLine, UndoImport } from './import.types.js';
import { checkTogether } from './person-import.checks.js';
import { writeLines } from './person-import.write.js';
import { lineProblems, stagedLine } from './person-line.rules.js';

/** What an import of persons came to. */
export interface PersonImportResult {
  /** Lines that were read. */
  lines: number;
  /** Persons that were registered, and households made; in a dry run those that would be. */
  persons: number;
  households: number;
  /** Whether it was written. */
  written: boolean;
}

const columns = `line int, identity_basis text, code text, code_from date, given_name text, family_name text, birth_date date, sex text, phone text,
  address text, residence_since date, household text, relation text, household_since date`;
const names = columns.replace(/ (int|text|date)/g, '');

/**
 * Imports persons, with their residences and households, into a municipality: all lines or none, in one transaction. Each line is checked as registerPerson
 * checks, all of them together by single statements; lines come in batches and are not kept here, so that memory does not depend on their number. What is
 * wrong goes to `options.report`, and then nothing is written. Every person has an audit entry of the operator and is told to the other domains as a fact.
 * Meanwhile nobody else registers: who does waits.
 */
export async function importPersons(
  database: DomainDatabase,
  options: ImportOptions,
  batches: AsyncIterable<readonly PersonLine[]>,
): Promise<PersonImportResult> {
  const { municipality, operator, report, today, write } = options;
  const result: PersonImportResult = { lines: 0, persons: 0, households: 0, written: false };
  const run = newId();
  try {
    await withSession(database, { audience: 'STAFF', municipality }, async (em) => {
      await em.execute('set local statement_timeout = 0', [], 'run');
      await refuseUnknownTown(em, options);
      for await (const batch of batches) {
        result.lines += batch.length;
        const problems = batch.flatMap((line) => lineProblems(line, today));
        for (const problem of problems) report.problem(problem);
        const wrong = new Set(problems.map(({ line }) => line));
        await stage(
          em,
          run,
          municipality,
          batch.filter(({ line }) => !wrong.has(line)),
        );
      }
      if (write) await em.execute('lock table person in share row exclusive mode', [], 'run');
      await refuseKnownFile(em, options);
      await checkTogether(em, run, report);
      if (report.refused) throw new UndoImport();
      if (!write) {
        Object.assign(result, await countOf(em, run));
        throw new UndoImport();
      }
      Object.assign(result, await writeLines(em, { operator, run }, options.onWritten ?? (() => undefined)));
      await em.execute('insert into import_run (id, municipality, kind, file_hash, lines, operator) values (?, ?, ?, ?, ?, ?)', [
        run,
        municipality,
        'persons',
        options.fileHash(),
        result.lines,
        operator,
      ]);
      await em.execute('delete from person_import_line where run_id = ?', [run], 'run');
    });
    result.written = true;
  } catch (error) {
    if (!(error instanceof UndoImport)) {
      if (!['personal_code_unique', 'import_run_once'].includes(constraintOf(error) ?? '')) throw error;
      report.problem({
        line: 0,
        field: null,
        lv: 'Kāds tajā pašā brīdī reģistrēja to pašu. Nekas nav ierakstīts; palaidiet importu vēlreiz.',
        en: 'Somebody registered the same at the same moment. Nothing was written; run the import again.',
      });
    }
  }
  return result;
}

async function stage(em: EntityManager, run: string, municipality: string, lines: readonly PersonLine[]): Promise<void> {
  if (!lines.length) return;
  await em.execute(
    `insert into person_import_line (run_id, municipality, ${names}) select ?::uuid, ?, ${names} from jsonb_to_recordset(?::jsonb) as r(${columns})`,
    [run, municipality, JSON.stringify(lines.map(stagedLine))],
    'run',
  );
}

async function countOf(em: EntityManager, run: string): Promise<{ persons: number; households: number }> {
  const [row] = await em.execute<{ persons: number; households: number }[]>(
    'select count(*)::int as persons, count(distinct household)::int as households from person_import_line where run_id = ?',
    [run],
  );
  return row ?? { persons: 0, households: 0 };
}

async function refuseUnknownTown(em: EntityManager, { municipality, today, report }: ImportOptions): Promise<void> {
  const [town] = await em.execute(
    'select 1 from municipality where code = ? and valid_from <= ? and (valid_until is null or valid_until > ?)',
    [municipality, today, today],
  );
  if (town) return;
  report.problem({
    line: 0,
    field: null,
    lv: `Pašvaldības ar kodu ${municipality} nav.`,
    en: `There is no municipality with the code ${municipality}.`,
  });
  throw new UndoImport();
}

async function refuseKnownFile(em: EntityManager, { report, fileHash }: ImportOptions): Promise<void> {
  const [known] = await em.execute<{ day: string; operator: string }[]>(
    `select to_char(at at time zone 'Europe/Riga', 'YYYY-MM-DD HH24:MI') as day, operator from import_run where file_hash = ?`,
    [fileHash()],
  );
  if (!known) return;
  report.problem({
    line: 0,
    field: null,
    lv: `Šis fails jau ir importēts ${known.day} (${known.operator}).`,
    en: `This very file was imported on ${known.day} (${known.operator}).`,
  });
  throw new UndoImport();
}
