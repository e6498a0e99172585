/** Who is responsible for what follows from a request: whoever manages an open case of the person, or else who assessed the needs. */
const responsible = `coalesce(
        (select c.responsible_id from social_case c where c.person_id = r.person_id and c.closed_on is null order by c.opened_on desc, c.id desc limit 1),
        (select n.assessed_by from needs_assessment n where n.request_id = r.id))`;

const ofRequest = (kind: string, dueOn: string, where: string) => `
  select '${kind}' as kind, ${dueOn} as due_on, r.id as object_id, r.number, r.person_id, ${responsible} as responsible_id
    from service_request r where ${where}`;

/** By when social work in a case `c` has to begin; two weeks for a case of before this was kept. */
const workDue = 'coalesce(c.work_due_on, c.opened_on + 14)';

/**
 * Everything that is to be done by some day in the municipality of the session, from the records alone. `today.day` is the day it is. A request that waits
 * under a new proposal is decided already; a place that is offered stays here when its term is over, until somebody offers it to the next.
 */
export const dueItems = [
  `
  select 'SOCIAL_WORK_START' as kind, ${workDue} as due_on, c.id as object_id, c.number, c.person_id, c.responsible_id
    from social_case c where c.closed_on is null
     and not exists (select from case_note n where n.case_id = c.id)
     and not exists (select from home_visit v where v.person_id = c.person_id and v.on_date >= c.opened_on)
     and not exists (select from participation_agreement a where a.person_id = c.person_id and a.agreed_on >= c.opened_on)
     and not exists (select from risk_assessment a where a.case_id = c.id)`,
  `
  select 'RISK_ASSESSMENT', coalesce(latest.next_due_on, ${workDue}), c.id, c.number, c.person_id, c.responsible_id
    from social_case c
    join assessment_form f on f.kind = 'FAMILY_RISK' and daterange(f.valid_from, f.valid_to) @> today.day
     and (f.content -> 'targetGroups' is null or jsonb_exists(f.content -> 'targetGroups', c.target_group))
    left join lateral (
      select a.next_due_on from risk_assessment a where a.case_id = c.id order by a.on_date desc, a.recorded_at desc, a.id desc limit 1) latest on true
   where c.closed_on is null`,
  `
  select 'CASE_GOAL', g.due_on, g.id, c.number, c.person_id, c.responsible_id
    from case_goal g join social_case c on c.id = g.case_id where c.closed_on is null and g.outcome is null and g.due_on is not null`,
  ofRequest(
    'SERVICE_DECISION',
    'r.due_on',
    `r.state in ('SUBMITTED', 'ASSESSED', 'PROPOSED') and not exists (select from waiting_list_entry w where w.request_id = r.id)`,
  ),
  ofRequest('SERVICE_REVIEW', 'r.review_on', `r.state = 'GRANTED' and r.review_on is not null`),
  ofRequest('SERVICE_END', 'r.until_date', `r.state = 'GRANTED' and r.until_date is not null`),
  `
  select 'OFFER_ANSWER', o.answer_by, o.id, r.number, r.person_id, coalesce(${responsible}, o.offered_by)
    from place_offer o join service_request r on r.id = o.request_id where o.state = 'OFFERED'`,
].join('\n  union all');
