import { type BatchLoad, type Context, inOrder } from '@atbalsts/graphql';

/** An employee and a calendar year. */
export interface EmployeeYear {
  employeeId: string;
  year: number;
}

interface Sum {
  employee: string;
  year: number;
  individual: number;
  grouped: number;
}

const keyOf = (employee: string, year: number): string => `${employee} ${year}`;

async function sums({ em }: Context, keys: readonly EmployeeYear[], table: string, columns: string): Promise<(Sum | null)[]> {
  const rows: Sum[] = await em.execute(
    `select r.employee_id as employee, k.year, ${columns}
       from jsonb_to_recordset(?::jsonb) as k("employeeId" uuid, year int)
       join ${table} r on r.employee_id = k."employeeId" and r.on_date >= make_date(k.year, 1, 1) and r.on_date < make_date(k.year + 1, 1, 1)
      group by r.employee_id, k.year`,
    [JSON.stringify(keys)],
  );
  const sought = keys.map((key) => keyOf(key.employeeId, key.year));
  return inOrder(sought, rows, (row) => keyOf(row.employee, row.year));
}

/** Hundredths of hours of training by employee and year. */
export const trainingHundredths: BatchLoad<EmployeeYear, number> = async (context, keys) =>
  (await sums(context, keys, 'training_record', '0 as individual, sum(r.hours_hundredths)::int as grouped')).map(
    (sum) => sum?.grouped ?? 0,
  );

/** Hundredths of hours of supervision by employee and year, alone and in a group. */
export const supervisionHundredths: BatchLoad<EmployeeYear, { individual: number; grouped: number }> = async (context, keys) => {
  const columns = `coalesce(sum(r.hours_hundredths) filter (where r.form = 'INDIVIDUAL'), 0)::int as individual,
    coalesce(sum(r.hours_hundredths) filter (where r.form = 'GROUP'), 0)::int as grouped`;
  return (await sums(context, keys, 'supervision_record', columns)).map((sum) => sum ?? { individual: 0, grouped: 0 });
};
