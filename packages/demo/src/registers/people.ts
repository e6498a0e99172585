import { withClient } from '@atbalsts/database';
import { type RegisterIncome, type RegisterSubject, type SimulatedPeople, type StateRegister, sourcesOf } from '@atbalsts/registers';
import { monthsBefore, type RecordedPerson, simulatedOf } from './simulated.js';

/** People of the demo as the pretended registers find them: in the records of the demo themselves, also who was registered since. Only for a demo. */
export function demoPeople(ownerUrls: { registry: string; benefits: string }): SimulatedPeople {
  return async (subject, until) => {
    const person = await findPerson(ownerUrls.registry, subject, until);
    if (!person) return null;
    const declared = await findDeclared(ownerUrls.benefits, person.id, until);
    const simulated = simulatedOf({ ...person, declared }, monthsBefore(until));
    const told = await findTold(ownerUrls.benefits, person.id, until);
    const again = told.flatMap(({ register }) => sourcesOf[register]);
    const incomes = [...simulated.incomes.filter(({ source }) => !again.includes(source)), ...told.flatMap((one) => one.incomes)];
    return { ...simulated, incomes };
  };
}

/** What was told before of the same months is told again, whatever has been declared since. */
function findTold(url: string, personId: string, until: string): Promise<{ register: StateRegister; incomes: RegisterIncome[] }[]> {
  return rowsOf(
    url,
    `select distinct on (q.register) q.register, a.told -> 'incomes' as incomes
     from register_question q join register_answer a on a.question_id = q.id
     where q.person_id = $1 and q.until_date = $2 and a.told ? 'incomes' order by q.register, q.asked_at desc`,
    [personId, until],
  );
}

interface PersonRow {
  id: string;
  household_id: string | null;
  place: string | null;
  since: string | null;
  adult: boolean;
  pensioner: boolean;
  unemployed_since: string | null;
}

async function findPerson(url: string, subject: RegisterSubject, until: string): Promise<Omit<RecordedPerson, 'declared'> | null> {
  const byCode = 'personalCode' in subject;
  const rows = await rowsOf<PersonRow>(
    url,
    `select p.id, m.household_id, r.place, r.from_date::text as since, p.birth_date <= $1::date - interval '18 years' as adult,
       exists (select from circumstance c where c.person_id = p.id and c.kind = 'PENSIONER' and daterange(c.from_date, c.until_date) @> $1::date) as pensioner,
       (select c.from_date::text from circumstance c where c.person_id = p.id and c.kind = 'UNEMPLOYED' and daterange(c.from_date, c.until_date) @> $1::date) as unemployed_since
     from person p
     left join household_member m on m.person_id = p.id and daterange(m.from_date, m.until_date) @> $1::date
     left join residence r on r.person_id = p.id and daterange(r.from_date, r.until_date) @> $1::date
     where ${byCode ? 'p.id = (select person_id from personal_code where code = $2 order by from_date desc, id limit 1)' : 'p.given_name = $2 and p.family_name = $3 and p.birth_date = $4'}
     order by p.id limit 1`,
    byCode ? [until, subject.personalCode] : [until, subject.givenName, subject.familyName, subject.birthDate],
  );
  const [row] = rows;
  if (!row) return null;
  const { id, household_id: householdId, place, since, adult, pensioner, unemployed_since: unemployedSince } = row;
  return { id, householdId, residence: place && since ? { municipality: place, since } : null, adult, pensioner, unemployedSince };
}

/** What was declared of a person: for the months before `until` where that was, else lately. */
function findDeclared(url: string, personId: string, until: string): Promise<{ source: string; monthly: number[] }[]> {
  return rowsOf(
    url,
    `select i.source, i.monthly from declared_income i
     where i.person_id = $1 and i.application_id = (
       select a.id from application a join application_member m on m.application_id = a.id
       where m.person_id = $1 and a.assessed_on is not null
       order by (date_trunc('month', a.submitted_on) = date_trunc('month', $2::date)) desc, a.submitted_on desc, a.id desc limit 1)
     order by i.id`,
    [personId, until],
  );
}

function rowsOf<Row extends object>(url: string, sql: string, parameters: unknown[]): Promise<Row[]> {
  return withClient(url, async (client) => {
    await client.query(`begin read only; set local atbalsts.municipality = '*'`);
    const { rows } = await client.query(sql, parameters);
    await client.query('commit');
    return rows as Row[];
  });
}
