import type { EntityManager } from '@mikro-orm/postgresql';

/** Lines written with one set of statements. */
const chunk = 20_000;

/** What is written for a range of lines, in this order. Facts and audit entries are those that registerPerson and changeHousehold write. */
const statements: readonly string[] = [
  `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex, phone)
   select person_id, municipality, identity_basis, given_name, family_name, birth_date, sex, phone from l order by line`,
  `insert into personal_code (id, municipality, person_id, code, from_date)
   select import_id(), municipality, person_id, code, code_from from l where code is not null`,
  `insert into residence (id, municipality, person_id, place, address, from_date)
   select import_id(), municipality, person_id, municipality, address, residence_since from l where address is not null`,
  `insert into outbox (kind, key, municipality, body)
   select 'person', person_id::text, municipality,
          jsonb_build_object('personId', person_id, 'sex', sex, 'birthYear', extract(year from birth_date)::int) from l order by line`,
];

const audited = `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
   select import_id(), municipality, :subject, 'operator', 'person.register', person_id, :object,
          array_remove(array[case when address is not null then 'address' end, 'birthDate', 'familyName', 'givenName',
                             case when household is not null then 'household' end, case when code is not null then 'personalCode' end,
                             case when phone is not null then 'phone' end, 'sex'], null),
          'import', :request from l order by line`;

/** Who imports, as the audit keeps it. */
export interface ImportedBy {
  operator: string;
  run: string;
}

/** Writes the lines of a run, some thousands with each set of statements; gives how many persons and households there were. */
export async function writeLines(
  em: EntityManager,
  { operator, run }: ImportedBy,
  onWritten: (written: number, total: number) => void,
): Promise<{ persons: number; households: number }> {
  await em.execute('set constraints all immediate', [], 'run');
  const [{ total, last } = { total: 0, last: 0 }] = await em.execute<{ total: number; last: number }[]>(
    'select count(*)::int as total, coalesce(max(line), 0) as last from person_import_line where run_id = ?',
    [run],
  );
  let written = 0;
  for (let from = 1; from <= last; from += chunk) {
    const range = `with l as (select * from person_import_line where run_id = ? and line >= ? and line < ?) `;
    const parameters = [run, from, from + chunk];
    for (const statement of statements) {
      const { affectedRows } = await em.execute<{ affectedRows: number }>(range + statement, parameters, 'run');
      if (statement === statements[0]) written += affectedRows;
    }
    const [sql, values] = named(audited, { subject: operator, object: `import:${run}`, request: run });
    await em.execute(range + sql, [...parameters, ...values], 'run');
    onWritten(written, total);
  }
  return { persons: written, households: await writeHouseholds(em, run) };
}

async function writeHouseholds(em: EntityManager, run: string): Promise<number> {
  const [row] = await em.execute<{ households: number }[]>(
    `with grouped as materialized (
       select household, municipality, import_id() as id from (select household, min(municipality) as municipality, min(line) as line
         from person_import_line where run_id = ? and household is not null group by household) g order by line
     ), made as (
       insert into household (id, municipality) select id, municipality from grouped returning id
     ), joined as (
       insert into household_member (id, municipality, household_id, person_id, relation, from_date)
       select import_id(), l.municipality, g.id, l.person_id, l.relation, l.household_since
         from person_import_line l join grouped g using (household) where l.run_id = ?
       returning *
     ), told as (
       insert into outbox (kind, key, municipality, body)
       select 'household-member', id::text, municipality,
              jsonb_build_object('householdId', household_id, 'personId', person_id, 'relation', relation, 'since', from_date, 'until', null) from joined
       returning 1
     )
     select (select count(*) from made)::int as households, (select count(*) from told)::int as members`,
    [run, run],
  );
  return row?.households ?? 0;
}

/** Named placeholders as ordered ones. */
function named(sql: string, values: Readonly<Record<string, string>>): [string, string[]] {
  const ordered: string[] = [];
  const written = sql.replace(/:(subject|object|request)\b/g, (_all, name: string) => {
    ordered.push(values[name] as string);
    return '?';
  });
  return [written, ordered];
}
