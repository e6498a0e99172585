import { type RecordSources, reportRecordsOf } from '@atbalsts/graphql';
import { Household } from '../external/household.js';
import { Person } from '../external/person.js';
import { AnnualReport } from './annual-report.resolver.js';
import { servicesRules } from './rules.js';

/**
 * How the records behind the figures of services are shown. A table that is not here is shown by its own name, and by the usual columns (`id`, `person_id`, `number`,
 * a day); it stands here where that is not enough, or where it is not the first table of the rule's `from`.
 */
const sources: RecordSources = {
  begun: (begun) => ({ kind: 'person', id: `${begun}.person_id`, day: `${begun}.from_date` }),
  newcomer: (newcomer) => ({ kind: 'person', id: `${newcomer}.person_id` }),
  delivery: () => ({}),
  invoice: (invoice) => ({ day: `${invoice}.month` }),
  assistant_report: (report) => ({
    person: `(select x.person_id from assistant_contract x where x.id = ${report}.contract_id)`,
    day: `${report}.decided_on`,
  }),
  session_attendance: (attendance) => ({ day: `(select x.on_date from programme_session x where x.id = ${attendance}.session_id)` }),
};

/** What this domain counts, and how it shows what it counted. */
export const servicesRecords = { rules: servicesRules, sources };

/** The records behind the figures. */
export const ServicesRecordsResolver = reportRecordsOf({
  field: 'servicesRecords',
  text: 'of social work and services',
  report: () => AnnualReport,
  person: () => Person,
  household: () => Household,
  ...servicesRecords,
});
