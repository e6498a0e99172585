import { type DomainDatabase, withSession } from '@atbalsts/database';

/** Who is asked for, by a line of a file. */
export interface ApplicantQuestion {
  line: number;
  /** A reference (P-000123) or a personal code. */
  key: string;
  /** The day of the application. */
  on: string;
}

/** What another domain needs to know of an applicant on a day: no identity. */
export interface ApplicantAnswer {
  personId: string;
  reference: string;
  /** The household on that day; null for who belongs to none. */
  household: string | null;
  /** Code of the municipality of the residence that is declared today; null for who has none. */
  residence: string | null;
  /** Kinds of circumstance that hold on that day. */
  circumstances: string[];
}

/**
 * Persons of a municipality by reference or by a personal code, present or past, for lines of a file that is imported: one statement for all. Who is found by a code has an audit entry of the
 * operator, as by any search. What is not found is missing from the answer.
 */
export async function findApplicants(
  database: DomainDatabase,
  { municipality, operator, today, run }: { municipality: string; operator: string; today: string; run: string },
  questions: readonly ApplicantQuestion[],
): Promise<Map<number, ApplicantAnswer>> {
  return withSession(database, { audience: 'STAFF', municipality }, async (em) => {
    const rows = await em.execute<(ApplicantAnswer & { line: number; by_code: boolean })[]>(
      `with asked as (select * from jsonb_to_recordset(?::jsonb) as q(line int, key text, "on" date))
       select a.line, p.id as "personId", p.reference, a.key ~ '^\\d' as by_code,
              (select m.household_id from household_member m
                where m.person_id = p.id and m.from_date <= a.on and (m.until_date is null or m.until_date > a.on)) as household,
              (select r.place from residence r
                where r.person_id = p.id and r.from_date <= ? and (r.until_date is null or r.until_date > ?)) as residence,
              array(select c.kind from circumstance c
                where c.person_id = p.id and c.from_date <= a.on and (c.until_date is null or c.until_date > a.on)) as circumstances
         from asked a
         left join personal_code c on c.municipality = ? and c.code = a.key
         left join person r on r.municipality = ? and r.reference = upper(a.key)
         join person p on p.id = coalesce(c.person_id, r.id)`,
      [JSON.stringify(questions), today, today, municipality, municipality],
    );
    const found = [...new Set(rows.filter(({ by_code }) => by_code).map(({ personId }) => personId))];
    if (found.length) {
      await em.execute(
        `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
         select import_id(), ?, ?, 'operator', 'person.search', id::uuid, ?, array['personalCode'], 'import', ? from jsonb_array_elements_text(?::jsonb) id`,
        [municipality, operator, `import:${run}`, run, JSON.stringify(found)],
        'run',
      );
    }
    return new Map(
      rows.map(({ line, personId, reference, household, residence, circumstances }) => [
        line,
        { personId, reference, household, residence, circumstances },
      ]),
    );
  });
}
