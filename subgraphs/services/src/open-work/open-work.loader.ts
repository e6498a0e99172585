import { idsAmong } from '@atbalsts/database';
import type { BatchLoad } from '@atbalsts/graphql';
import { OpenWork } from './open-work.js';

const of = 'any (:ids::uuid[])';
const sql = `
  select responsible_id as employee, 'CASE' as kind, id as "objectId", null::text as on from social_case where responsible_id = ${of} and closed_on is null
  union all
  select employee_id, 'APPOINTMENT', id, on_date::text from appointment where employee_id = ${of} and state = 'BOOKED' and on_date >= :today::date
  union all
  select employee_id, 'RECEPTION_HOURS', id, on_date::text from reception_hours where employee_id = ${of} and on_date >= :today::date
  union all
  select employee_id, 'VISIT_ROUTE', id, on_date::text from visit_route r where employee_id = ${of} and on_date >= :today::date
     and exists (select from visit_route_stop s where s.route_id = r.id and s.outcome is null)
  union all
  select t.employee_id, 'CARE_TASK', t.id, null from care_task t join care_plan p on p.id = t.plan_id
   where t.employee_id = ${of} and p.state = 'ACTIVE' and coalesce(t.until_date, 'infinity') > :today::date
  union all
  select g.leader_id, 'PROGRAMME_GROUP', g.id, null from programme_group g join programme m on m.id = g.programme_id
   where g.leader_id = ${of} and coalesce(m.until_date, 'infinity') > :today::date
  union all
  select proposed_by, 'PROPOSED_SERVICE', id, due_on::text from service_request where proposed_by = ${of} and state = 'PROPOSED'
  order by 4 nulls last, 2, 3`;

/** What employees are responsible for, all with one statement: what has a day first, the nearest before. */
export const openWorkOf: BatchLoad<string, OpenWork[]> = async ({ em, today }, ids) => {
  const asked = `{${idsAmong(ids).join(',')}}`;
  const values: string[] = [];
  const statement = sql.replace(/(?<!:):(ids|today)\b/g, (_, name: string) => {
    values.push(name === 'ids' ? asked : today);
    return '?';
  });
  const rows: (OpenWork & { employee: string })[] = await em.execute(statement, values);
  return ids.map((id) =>
    rows.filter(({ employee }) => employee === id).map(({ employee: _whose, ...work }) => Object.assign(new OpenWork(), work)),
  );
};
