import { constraintOf, type DomainDatabase, newId, withSession } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type ApplicantFacts, submissionProblems } from '../application/application.rules.js';
import { plainIban } from '../application/iban.rules.js';
import { BenefitType } from '../benefit-type/benefit-type.entity.js';

/** Something that is wrong with a line of an imported file. No value of the file stands in it. */
export interface ApplicationLineProblem {
  /** Number of the line in the file, from 1; 0 for the file as a whole. */
  line: number;
  /** Field it is about, by its name in the graph; null for the whole line. */
  field: string | null;
  lv: string;
  en: string;
}

/** What an import of applications is told; see importPersons of the registry, whose options have the same shape. */
export interface ApplicationImportOptions {
  municipality: string;
  operator: string;
  today: string;
  report: { problem(problem: ApplicationLineProblem): void; readonly refused: boolean };
  write: boolean;
  fileHash(): string;
  onWritten?: (written: number, total: number) => void;
}

/** A line of a file of applications, each cell read, with what the registry says of the applicant. */
export interface ApplicationLine {
  line: number;
  applicantId: string;
  applicant: ApplicantFacts;
  benefitType: string;
  submittedOn: string;
  legalGround: string;
  payeeAccount: string | null;
  /** Cents. */
  claimedCosts: number | null;
}

/** What an import of applications came to. */
export interface ApplicationImportResult {
  lines: number;
  /** Applications that were recorded; in a dry run those that would be. */
  applications: number;
  written: boolean;
}

class UndoImport extends Error {}

const chunk = 20_000;

const columns =
  'line int, applicant_id uuid, household_id uuid, benefit_type text, legal_ground text, submitted_on date, payee_account text, claimed_costs bigint';
const names = columns.replace(/ (int|uuid|text|date|bigint)/g, '');

/**
 * Imports applications into a municipality: all lines or none, in one transaction. Each line is checked as submitApplication checks; the same application twice,
 * in the file or in the database, is found by single statements. Lines come in batches and are not kept here. What is wrong goes to `options.report`, and then nothing is written.
 */
export async function importApplications(
  database: DomainDatabase,
  options: ApplicationImportOptions,
  batches: AsyncIterable<readonly ApplicationLine[]>,
): Promise<ApplicationImportResult> {
  const { municipality, today, report, write } = options;
  const result: ApplicationImportResult = { lines: 0, applications: 0, written: false };
  const run = newId();
  try {
    await withSession(database, { audience: 'STAFF', municipality }, async (em) => {
      await em.execute('set local statement_timeout = 0', [], 'run');
      const types = new Map((await em.find(BenefitType, {})).map((type) => [type.code, type]));
      for await (const batch of batches) {
        result.lines += batch.length;
        const right = batch.filter((line) => {
          const submission = { ...line, householdId: line.applicant.household ?? '' };
          const problems = submissionProblems({
            submission,
            type: types.get(line.benefitType) ?? null,
            applicant: line.applicant,
            municipality,
            today,
          });
          if (line.applicant.household === null) report.problem({ line: line.line, field: 'applicant', ...withoutHousehold });
          for (const { field, text } of problems)
            report.problem({ line: line.line, field: field === 'applicantId' ? 'applicant' : field, ...text });
          return problems.length === 0 && line.applicant.household !== null;
        });
        await stage(em, run, municipality, right);
      }
      await check(em, run, options);
      if (report.refused) throw new UndoImport();
      const [{ total, last } = { total: 0, last: 0 }] = await em.execute<{ total: number; last: number }[]>(
        'select count(*)::int as total, coalesce(max(line), 0) as last from application_import_line where run_id = ?',
        [run],
      );
      result.applications = total;
      if (!write) throw new UndoImport();
      await writeLines(em, run, options, total, last);
      await em.execute('insert into import_run (id, municipality, kind, file_hash, lines, operator) values (?, ?, ?, ?, ?, ?)', [
        run,
        municipality,
        'applications',
        options.fileHash(),
        result.lines,
        options.operator,
      ]);
      await em.execute('delete from application_import_line where run_id = ?', [run], 'run');
    });
    result.written = true;
  } catch (error) {
    if (!(error instanceof UndoImport)) {
      if (!['application_once', 'import_run_once'].includes(constraintOf(error) ?? '')) throw error;
      report.problem({
        line: 0,
        field: null,
        lv: 'Kāds tajā pašā brīdī ierakstīja to pašu. Nekas nav ierakstīts; palaidiet importu vēlreiz.',
        en: 'Somebody recorded the same at the same moment. Nothing was written; run the import again.',
      });
    }
  }
  return result;
}

const withoutHousehold = {
  lv: 'Iesniedzējs tajā dienā nav nevienā mājsaimniecībā. Vispirms reģistrējiet mājsaimniecību.',
  en: 'The applicant belongs to no household on that day. Record the household first.',
};

async function stage(em: EntityManager, run: string, municipality: string, lines: readonly ApplicationLine[]): Promise<void> {
  if (!lines.length) return;
  const rows = lines.map((line) => ({
    line: line.line,
    applicant_id: line.applicantId,
    household_id: line.applicant.household,
    benefit_type: line.benefitType,
    legal_ground: line.legalGround,
    submitted_on: line.submittedOn,
    payee_account: line.payeeAccount && plainIban(line.payeeAccount),
    claimed_costs: line.claimedCosts,
  }));
  await em.execute(
    `insert into application_import_line (run_id, municipality, ${names}) select ?::uuid, ?, ${names} from jsonb_to_recordset(?::jsonb) as r(${columns})`,
    [run, municipality, JSON.stringify(rows)],
    'run',
  );
}

async function check(em: EntityManager, run: string, { report, fileHash }: ApplicationImportOptions): Promise<void> {
  const [known] = await em.execute<{ day: string; operator: string }[]>(
    `select to_char(at at time zone 'Europe/Riga', 'YYYY-MM-DD HH24:MI') as day, operator from import_run where file_hash = ?`,
    [fileHash()],
  );
  if (known) {
    report.problem({
      line: 0,
      field: null,
      lv: `Šis fails jau ir importēts ${known.day} (${known.operator}).`,
      en: `This very file was imported on ${known.day} (${known.operator}).`,
    });
    throw new UndoImport();
  }
  const twice = await em.execute<{ line: number; other: number }[]>(
    `select line, other from (
       select line, first_value(line) over same as other, row_number() over same as nth from application_import_line where run_id = ?
       window same as (partition by applicant_id, benefit_type, submitted_on, claimed_costs order by line)) l
      where nth > 1 order by line limit 1000`,
    [run],
  );
  for (const { line, other } of twice)
    report.problem({
      line,
      field: 'applicant',
      lv: `Tāds pats iesniegums ir ${other}. rindā.`,
      en: `The same application stands in line ${other}.`,
    });
  const recorded = await em.execute<{ line: number; number: string }[]>(
    `select l.line, a.number from application_import_line l
       join application a on a.applicant_id = l.applicant_id and a.benefit_type = l.benefit_type and a.submitted_on = l.submitted_on
        and a.claimed_costs is not distinct from l.claimed_costs and a.state <> 'WITHDRAWN'
      where l.run_id = ? order by l.line limit 1000`,
    [run],
  );
  for (const { line, number } of recorded)
    report.problem({
      line,
      field: 'applicant',
      lv: `Šāds iesniegums jau ir reģistrēts: ${number}.`,
      en: `This application is recorded already: ${number}.`,
    });
}

async function writeLines(em: EntityManager, run: string, options: ApplicationImportOptions, total: number, last: number): Promise<void> {
  let written = 0;
  for (let from = 1; from <= last; from += chunk) {
    const range = 'with l as (select * from application_import_line where run_id = ? and line >= ? and line < ?) ';
    const parameters = [run, from, from + chunk];
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `${range} insert into application (id, municipality, number, applicant_id, household_id, benefit_type, legal_ground, submitted_on, state, payee_account, claimed_costs)
       select application_id, municipality, number_of('SP-' || ?::text || '-', n), applicant_id, household_id, benefit_type,
              legal_ground, submitted_on, 'SUBMITTED', payee_account, claimed_costs
         from (select l.*, nextval('application_number') as n from l order by line) numbered`,
      [...parameters, options.today.slice(0, 4)],
      'run',
    );
    await em.execute(
      `${range} insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
       select import_id(), municipality, ?, 'operator', 'application.submit', applicant_id, 'application:' || application_id,
              array_remove(array['applicantId', 'benefitType', case when claimed_costs is not null then 'claimedCosts' end, 'householdId', 'legalGround',
                                 case when payee_account is not null then 'payeeAccount' end, 'submittedOn'], null), 'import', ? from l order by line`,
      [...parameters, options.operator, run],
      'run',
    );
    written += affectedRows;
    options.onWritten?.(written, total);
  }
}
