import { isExclusionViolation, isUniqueViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, type Problem, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { notEmployed } from '../external/employee.employed.js';
import { CaseHandover } from '../social-case/case-handover.entity.js';
import { SocialCase } from '../social-case/social-case.entity.js';
import { type HandOverWorkInput, WorkHandover } from './hand-over-work.types.js';
import type { OpenWork } from './open-work.js';
import { openWorkOf } from './open-work.loader.js';

/**
 * What of an employee's work passes by one statement each: what is to come and does not clash with what the other has at that time. Parameters: the one who
 * takes over, the one who goes, today.
 */
const passing = [
  `update reception_hours h set employee_id = :to where employee_id = :from and on_date >= :today::date and not exists (
     select from reception_hours o where o.employee_id = :to and tstzrange(o.starts_at, o.ends_at) && tstzrange(h.starts_at, h.ends_at))`,
  `update appointment a set employee_id = :to, version = version + 1 where employee_id = :from and state = 'BOOKED' and on_date >= :today::date and not exists (
     select from appointment o where o.employee_id = :to and o.state <> 'CANCELLED' and tstzrange(o.starts_at, o.ends_at) && tstzrange(a.starts_at, a.ends_at))`,
  `update visit_route r set employee_id = :to, version = version + 1 where employee_id = :from and on_date >= :today::date
     and exists (select from visit_route_stop s where s.route_id = r.id and s.outcome is null)
     and not exists (select from visit_route o where o.employee_id = :to and o.on_date = r.on_date and o.territory = r.territory)`,
  // A task that has begun ends today, and a new one goes on: who did it until now stays on record.
  `with going as (select t.* from care_task t join care_plan p on p.id = t.plan_id
       where t.employee_id = :from and p.state = 'ACTIVE' and coalesce(t.until_date, 'infinity') > :today::date and t.from_date < :today::date),
     ended as (update care_task t set until_date = :today::date from going g where t.id = g.id)
   insert into care_task (id, municipality, plan_id, place, text, times_a_week, minutes, employee_id, from_date, until_date)
   select gen_random_uuid(), g.municipality, g.plan_id, (select max(place) from care_task o where o.plan_id = g.plan_id) + row_number() over (partition by g.plan_id order by g.place),
     g.text, g.times_a_week, g.minutes, :to, :today::date, g.until_date from going g`,
  `update care_task t set employee_id = :to from care_plan p where p.id = t.plan_id and t.employee_id = :from and p.state = 'ACTIVE' and t.from_date >= :today::date`,
  `update programme_group g set leader_id = :to from programme m where m.id = g.programme_id and g.leader_id = :from
     and coalesce(m.until_date, 'infinity') > :today::date`,
];

/**
 * Hands everything that an employee is responsible for over to another, at once: open cases (with who had them, and why they were given away), hours and
 * appointments to come, routes, tasks of care, groups. What clashes with what the other has stays and is told; nothing is lost or given twice. NOT_FOUND and
 * INVALID for somebody who is not employed, for oneself and without a reason; UNAVAILABLE without the workforce.
 */
export function handOverWork(context: Context, input: HandOverWorkInput): Promise<Payload<'handover', WorkHandover>> {
  return mutate(context, 'handover', async () => {
    const { em, municipality, today } = context;
    const { fromId, toId } = input;
    const reason = input.reason.trim();
    const problems = inputProblems(input);
    if (!problems.length) problems.push(...(await notEmployed(context, { field: 'toId', id: toId }, today)));
    if (problems.length) throw new Refusal(problems);
    // Of two handovers of one employee at once the second waits, and finds nothing left.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`hand over ${municipality} ${fromId}`]);
    const before = await openWork(context, fromId);
    for (const socialCase of await em.find(SocialCase, { responsibleId: fromId, closedOn: null, municipality })) {
      em.create(CaseHandover, { id: newId(), municipality, caseId: socialCase.id, on: today, fromId, toId, reason });
      socialCase.responsibleId = toId;
      await context.audit.write(em, {
        action: 'work.handOver',
        personId: socialCase.personId,
        object: `case:${socialCase.id}`,
        fields: ['responsibleId', 'handovers'],
      });
    }
    await em.flush();
    await pass(context, fromId, toId);
    const left = await openWork(context, fromId);
    await context.audit.write(em, { action: 'work.handOver', object: `employee:${fromId}`, fields: ['responsible'] });
    return Object.assign(new WorkHandover(), { handedOver: before.length - left.length, left });
  });
}

/** Runs what passes by statements. What was booked for the other in the same moment refuses the whole: OVERLAP, and it may be sent again. */
async function pass({ em, today }: Context, from: string, to: string): Promise<void> {
  try {
    for (const statement of passing) await em.execute(...filled(statement, { to, from, today }));
  } catch (error) {
    if (!isExclusionViolation(error) && !isUniqueViolation(error)) throw error;
    const meanwhile = 'Šajā brīdī otram darbiniekam kaut kas pierakstīts. Mēģiniet vēlreiz.';
    throw new Refusal([
      problem(ProblemCode.OVERLAP, meanwhile, 'Something was booked for the other employee at this moment. Try again.', 'toId'),
    ]);
  }
}

/** What somebody is responsible for at this moment: past the loader, which would remember. */
async function openWork(context: Context, id: string): Promise<OpenWork[]> {
  const [found] = await openWorkOf(context, [id]);
  if (found instanceof Error) throw found;
  return found ?? [];
}

/** A statement with its parameters in the order in which it names them. */
function filled(statement: string, named: Record<string, string>): [string, string[]] {
  const values: string[] = [];
  const text = statement.replace(/(?<!:):(to|from|today)\b/g, (_, name: string) => {
    values.push(named[name] as string);
    return '?';
  });
  return [text, values];
}

function inputProblems({ fromId, toId, reason }: HandOverWorkInput): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (fromId === toId) invalid('toId', 'Nodod citam darbiniekam, nevis sev.', 'Work is handed to another employee.');
  if (!reason.trim()) invalid('reason', 'Norādiet iemeslu.', 'Say why.');
  return found;
}
