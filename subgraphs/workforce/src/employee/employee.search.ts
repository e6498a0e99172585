import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { Employee } from './employee.entity.js';

const like = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/**
 * Employees of the municipality by name: those who are employed today or are about to begin; with a search, by part of a name without
 * diacritics ("klavleja" finds Kļavleja), also those who have left. One statement finds the page, one reads its employees.
 */
export async function findEmployees(context: Context, search: string | null | undefined, args: PageArgs): Promise<Connection<Employee>> {
  const { em, municipality, today } = context;
  const text = search?.trim() ?? '';
  const which = text
    ? `e.search_name like '%' || plain_text(?) || '%'`
    : 'exists (select from employment m where m.employee_id = e.id and (m.until_date is null or m.until_date > ?::date))';
  const parameters = [municipality, text ? like(text) : today];
  const found = `select e.id, e.name from employee e where e.municipality = ? and ${which}`;
  const after = decodeCursor(args.after, ['text', 'text']);
  const rows: { id: string; name: string }[] = await em.execute(
    `select * from (${found}) f ${after ? 'where (name, id::text collate "C") > (?, ?)' : ''} order by name, id limit ?`,
    [...parameters, ...(after ?? []), args.first + 1],
  );
  const employees = new Map((await em.find(Employee, { id: { $in: rows.map((row) => row.id) } })).map((e) => [e.id, e]));
  const count = async () => Number((await em.execute<{ n: string }[]>(`select count(*) as n from (${found}) f`, parameters))[0]?.n ?? 0);
  return page(
    rows.flatMap((row) => employees.get(row.id) ?? []),
    args,
    (employee) => [employee.name, employee.id],
    count,
  );
}
