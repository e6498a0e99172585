import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Employee } from '../employee/employee.entity.js';
import { Unit } from './unit.entity.js';

/** Units by id; null for one that does not exist or is not of the principal's municipality. */
export const unitById: BatchLoad<string, Unit | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Unit, { id: { $in: idsAmong(ids) } }), (u) => u.id);

/** Employees who hold a post of a unit today, by unit and by name. */
export const employeesOfUnit: BatchLoad<string, Employee[]> = async ({ em, today }, ids) => {
  const held: { unit: string; employee: string }[] = await em.execute(
    `select distinct p.unit_id as unit, a.employee_id as employee from post p join post_assignment a on a.post_id = p.id
      where p.unit_id in (select jsonb_array_elements_text(?::jsonb)::uuid)
        and a.from_date <= ?::date and (a.until_date is null or a.until_date > ?::date)`,
    [JSON.stringify(ids), today, today],
  );
  const employees = await em.find(
    Employee,
    { id: { $in: [...new Set(held.map((row) => row.employee))] } },
    { orderBy: { name: 'asc', id: 'asc' } },
  );
  const pairs = employees.flatMap((employee) => held.filter((row) => row.employee === employee.id).map(({ unit }) => ({ unit, employee })));
  return groupedInOrder(ids, pairs, (pair) => pair.unit).map((found) => found.map((pair) => pair.employee));
};

/** Hundredths of posts of a unit that exist today and that nobody holds. */
export const vacantHundredths: BatchLoad<string, number> = async ({ em, today }, ids) => {
  const rows: { unit: string; fte: number }[] = await em.execute(
    `select p.unit_id as unit, sum(p.fte_hundredths)::int as fte from post p
      where p.unit_id in (select jsonb_array_elements_text(?::jsonb)::uuid)
        and p.from_date <= ?::date and (p.until_date is null or p.until_date > ?::date)
        and not exists (select from post_assignment a where a.post_id = p.id and a.from_date <= ?::date and (a.until_date is null or a.until_date > ?::date))
      group by p.unit_id`,
    [JSON.stringify(ids), today, today, today, today],
  );
  return inOrder(ids, rows, (row) => row.unit).map((row) => row?.fte ?? 0);
};
