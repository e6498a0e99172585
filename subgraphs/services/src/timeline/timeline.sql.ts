/** Where the moment of recording is not known: before every moment that is. */
const unknown = `'1970-01-01T00:00:00Z'::timestamptz`;

/**
 * One kind of event: columns of `events` below, from records of `person.id`. Its day, and the moment at which it was recorded: that of the id of its own
 * record, or of a column for what is written on a record that stood before; neither ever changes, so that an entry never moves.
 */
export const event = (
  kind: string,
  domain: string,
  day: string,
  id: string,
  rest: { number?: string; type?: string; code?: string; decision?: string; recorded?: string },
  from: string,
) => `
  select '${kind}' as kind, '${domain}' as domain, ${day} as day, coalesce(${rest.recorded ?? `moment_of_id(${id})`}, ${unknown}) as recorded, ${id} as object_id,
         ${rest.number ?? 'null'} as number, ${rest.type ?? 'null'} as service_type, ${rest.code ?? 'null'} as code, ${rest.decision ?? 'null'} as decision
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
    { number: 'number', recorded: 'closed_at' },
    'social_case where person_id = person.id and closed_on is not null',
  ),
  event(
    'CASE_NOTE',
    'SERVICES',
    `(n.at at time zone 'Europe/Riga')::date`,
    'n.id',
    { number: 'c.number', recorded: 'n.at' },
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
    { number: 'number', type: 'service_type', decision: 'state', recorded: 'decided_at' },
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
    'RISK_ASSESSED',
    'SERVICES',
    'a.on_date',
    'a.id',
    { number: 'c.number', recorded: 'a.recorded_at' },
    'social_case c join risk_assessment a on a.case_id = c.id where c.person_id = person.id',
  ),
  event(
    'PLACE_OFFERED',
    'SERVICES',
    'o.offered_on',
    'o.id',
    {
      number: 'r.number',
      type: 'r.service_type',
      decision: `case o.state when 'ACCEPTED' then 'ACCEPTED' when 'DECLINED' then 'DECLINED' end`,
    },
    'service_request r join place_offer o on o.request_id = r.id where r.person_id = person.id',
  ),
  event(
    'SERVICE_AGREED',
    'SERVICES',
    'a.agreed_on',
    'a.id',
    { number: 'a.number', type: 'r.service_type' },
    'service_request r join service_agreement a on a.request_id = r.id where r.person_id = person.id',
  ),
  event(
    'CARE_PLAN_MADE',
    'SERVICES',
    'p.made_on',
    'p.id',
    { number: 'r.number', type: 'r.service_type' },
    'service_request r join care_plan p on p.request_id = r.id where r.person_id = person.id',
  ),
  event(
    'SERVICE_REVIEWED',
    'SERVICES',
    'v.on_date',
    'v.id',
    { number: 'r.number', type: 'r.service_type', recorded: 'v.recorded_at' },
    'service_request r join service_review v on v.request_id = r.id where r.person_id = person.id',
  ),
  event(
    'SERVICE_ENDED',
    'SERVICES',
    'coalesce(ended_on, until_date)',
    'id',
    { number: 'number', type: 'service_type', recorded: 'ended_at' },
    `service_request where person_id = person.id and state = 'ENDED'`,
  ),
  event(
    'REFERRAL_ENDED',
    'SERVICES',
    'ended_on',
    'id',
    { type: 'service_type', recorded: 'ended_at' },
    `referral where person_id = person.id and state = 'ENDED'`,
  ),
  event(
    'BENEFIT_DECIDED',
    'BENEFITS',
    'on_date',
    'decision_id',
    // the id is as old as the proposal
    { number: 'number', code: 'benefit_type', decision: 'outcome', recorded: 'null' },
    'decision_fact where person_id = person.id',
  ),
  event('PLACEMENT_BEGAN', 'INSTITUTIONS', 'from_date', 'placement_id', { code: 'kind' }, 'placement_fact where person_id = person.id'),
  event(
    'PLACEMENT_ENDED',
    'INSTITUTIONS',
    'ended_on',
    'placement_id',
    { code: 'kind', recorded: 'null' },
    'placement_fact where person_id = person.id and ended_on is not null',
  ),
].join('\n  union all');
