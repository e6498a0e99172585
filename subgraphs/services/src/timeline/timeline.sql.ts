/** A day as the moment it begins in Latvia, so that days and moments stand in one order. */
const begins = (day: string) => `(${day})::timestamp at time zone 'Europe/Riga'`;

/** One kind of event: columns of `events` below, from records of `person.id`. */
export const event = (
  kind: string,
  domain: string,
  day: string,
  id: string,
  rest: { number?: string; type?: string; code?: string; decision?: string; moment?: string },
  from: string,
) => `
  select '${kind}' as kind, '${domain}' as domain, ${day} as day, ${rest.moment ?? begins(day)} as moment, ${id} as object_id, ${rest.number ?? 'null'} as number,
         ${rest.type ?? 'null'} as service_type, ${rest.code ?? 'null'} as code, ${rest.decision ?? 'null'} as decision
    from ${from}`;

/**
 * Everything that happened with `person.id`, whichever domain tells of it: this domain's records, and as facts the decisions of the benefits
 * and the placements of the institutions. Row-level security keeps each table to the municipality of the session.
 */
export const eventsOfPerson = [
  event('CASE_OPENED', 'SERVICES', 'opened_on', 'id', { number: 'number' }, 'social_case where person_id = person.id'),
  event(
    'CASE_HANDED_OVER',
    'SERVICES',
    'h.on_date',
    'h.id',
    { number: 'c.number' },
    'social_case c join case_handover h on h.case_id = c.id where c.person_id = person.id',
  ),
  event(
    'CASE_CLOSED',
    'SERVICES',
    'closed_on',
    'id',
    { number: 'number' },
    'social_case where person_id = person.id and closed_on is not null',
  ),
  event(
    'CASE_NOTE',
    'SERVICES',
    `(n.at at time zone 'Europe/Riga')::date`,
    'n.id',
    { number: 'c.number', moment: 'n.at' },
    'social_case c join case_note n on n.case_id = c.id where c.person_id = person.id',
  ),
  event('HOME_VISIT', 'SERVICES', 'on_date', 'id', {}, 'home_visit where person_id = person.id'),
  event('AGREEMENT_MADE', 'SERVICES', 'agreed_on', 'id', {}, 'participation_agreement where person_id = person.id'),
  event(
    'SERVICE_REQUESTED',
    'SERVICES',
    'requested_on',
    'id',
    { number: 'number', type: 'service_type' },
    'service_request where person_id = person.id',
  ),
  event(
    'SERVICE_DECIDED',
    'SERVICES',
    'decided_on',
    'id',
    { number: 'number', type: 'service_type', decision: 'state' },
    `service_request where person_id = person.id and decided_on is not null and state <> 'WAITING'`,
  ),
  // that somebody was put on the list stays told when the wait is over
  event(
    'SERVICE_DECIDED',
    'SERVICES',
    'w.since_date',
    'w.id',
    { number: 'r.number', type: 'r.service_type', decision: `'WAITING'` },
    'service_request r join waiting_list_entry w on w.request_id = r.id where r.person_id = person.id',
  ),
  event('REFERRED', 'SERVICES', 'offered_on', 'id', { type: 'service_type' }, 'referral where person_id = person.id'),
  event(
    'DELIVERY',
    'SERVICES',
    'd.on_date',
    'd.id',
    { type: 'r.service_type' },
    'referral r join delivery d on d.referral_id = r.id where r.person_id = person.id',
  ),
  event(
    'DELIVERY',
    'SERVICES',
    'd.on_date',
    'd.id',
    { type: 'r.service_type' },
    'service_request r join delivery d on d.request_id = r.id where r.person_id = person.id',
  ),
  event(
    'BENEFIT_DECIDED',
    'BENEFITS',
    'on_date',
    'decision_id',
    { number: 'number', code: 'benefit_type', decision: 'outcome' },
    'decision_fact where person_id = person.id',
  ),
  event('PLACEMENT_BEGAN', 'INSTITUTIONS', 'from_date', 'placement_id', { code: 'kind' }, 'placement_fact where person_id = person.id'),
  event(
    'PLACEMENT_ENDED',
    'INSTITUTIONS',
    'ended_on',
    'placement_id',
    { code: 'kind' },
    'placement_fact where person_id = person.id and ended_on is not null',
  ),
].join('\n  union all');
