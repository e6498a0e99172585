import type { Context } from '@atbalsts/graphql';
import { event, eventsOfPerson } from './timeline.sql.js';

/** Events that everybody who may read the timeline may know of. */
const records = [
  event('APPOINTMENT', 'SERVICES', 'on_date', 'id', {}, `appointment where person_id = person.id and state <> 'CANCELLED'`),
  event('MEAL_ISSUED', 'SERVICES', 'on_date', 'id', {}, 'meal_issue where person_id = person.id'),
  event('SUPPORTED', 'SERVICES', 'on_date', 'id', {}, 'support_record where person_id = person.id'),
  event('PROGRAMME_ENROLLED', 'SERVICES', 'from_date', 'id', {}, 'programme_enrolment where person_id = person.id'),
  event('ASSISTANT_CONTRACTED', 'SERVICES', 'concluded_on', 'id', { number: 'number' }, 'assistant_contract where person_id = person.id'),
  event('SUBMISSION_RECEIVED', 'SERVICES', 'received_on', 'id', { number: 'number' }, 'submission where person_id = person.id'),
  event('INVOICE_ISSUED', 'SERVICES', 'issued_on', 'id', { number: 'number', type: 'service_type' }, 'invoice where person_id = person.id'),
];

/** That violence was told of is known to few. */
const violence = event(
  'VIOLENCE_REPORTED',
  'SERVICES',
  'received_on',
  'id',
  { number: 'number' },
  'violence_report where person_id = person.id',
);

/** Everything of `person.id` that the principal may know of, as one statement. */
export const eventsFor = (context: Context): string =>
  [eventsOfPerson, ...records, ...(context.may('violence.read') ? [violence] : [])].join('\n  union all');
