import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportReport } from './import.types.js';

/** Most findings of one check that are told one by one. */
const most = 1000;

interface Finding {
  line: number;
  other: number | string;
}

/** Two lines with one code, or with one name and birth date: each line names the first. */
const twice = (key: string, given: string): string => `
  select line, other from (
    select line, first_value(line) over same as other, row_number() over same as nth
      from person_import_line where run_id = ? and ${given}
    window same as (partition by ${key} order by line)
  ) l where nth > 1 order by line limit ${most}`;

const checks: readonly { sql: string; field: string; lv: (other: string) => string; en: (other: string) => string }[] = [
  {
    sql: twice('code', 'code is not null'),
    field: 'personalCode',
    lv: (other) => `Šis personas kods ir arī ${other}. rindā.`,
    en: (other) => `This personal code stands in line ${other} too.`,
  },
  {
    sql: twice('search_name, birth_date', 'true'),
    field: 'familyName',
    lv: (other) => `Tāds pats vārds, uzvārds un dzimšanas datums ir arī ${other}. rindā.`,
    en: (other) => `The same name and birth date stand in line ${other} too.`,
  },
  {
    sql: `select l.line, p.reference as other from person_import_line l
            join personal_code c on c.municipality = l.municipality and c.code = l.code join person p on p.id = c.person_id
           where l.run_id = ? order by l.line limit ${most}`,
    field: 'personalCode',
    lv: (other) => `Persona ar šo kodu jau ir reģistrēta: ${other}.`,
    en: (other) => `A person with this code is registered already: ${other}.`,
  },
  {
    sql: `select l.line, min(p.reference) as other from person_import_line l
            join person p on p.municipality = l.municipality and p.search_name = l.search_name and p.birth_date = l.birth_date
           where l.run_id = ? group by l.line order by l.line limit ${most}`,
    field: 'familyName',
    lv: (other) => `Persona ar šo vārdu, uzvārdu un dzimšanas datumu jau ir reģistrēta: ${other}.`,
    en: (other) => `A person with this name and birth date is registered already: ${other}.`,
  },
  {
    sql: `select min(line) as line, count(*) filter (where relation = 'HEAD') as other from person_import_line
           where run_id = ? and household is not null group by household having count(*) filter (where relation = 'HEAD') <> 1 order by 1 limit ${most}`,
    field: 'household',
    lv: (other) => `Mājsaimniecībai vajag tieši vienu galveno personu (HEAD); failā ir ${other}.`,
    en: (other) => `A household needs exactly one head (HEAD); the file has ${other}.`,
  },
];

/** Checks all lines together, each check with one statement: doubles in the file and against the registry, households. */
export async function checkTogether(em: EntityManager, run: string, report: ImportReport): Promise<void> {
  for (const { sql, field, lv, en } of checks) {
    for (const { line, other } of await em.execute<Finding[]>(sql, [run])) {
      report.problem({ line, field, lv: lv(String(other)), en: en(String(other)) });
    }
  }
}
