import { type RecordSources, reportRecordsOf } from '@atbalsts/graphql';
import { Household } from '../external/household.js';
import { Person } from '../external/person.js';
import { AnnualReport } from './annual-report.resolver.js';
import { institutionsRules } from './rules.js';

/** How the records behind the figures of the institutions are shown. */
const sources: RecordSources = {
  stay: () => ({ kind: 'placement' }),
  night_stay: () => ({}),
  placement_extension: (extension) => ({
    person: `(select p.person_id from placement p where p.id = ${extension}.placement_id)`,
    day: `${extension}.agreed_on`,
  }),
  room: (room) => ({ kind: 'apartment', number: `${room}.room` }),
  family: (family) => ({ kind: 'household', id: `${family}.household_id` }),
};

/** What this domain counts, and how it shows what it counted. */
export const institutionsRecords = { rules: institutionsRules, sources };

/** The records behind the figures. */
export const InstitutionsRecordsResolver = reportRecordsOf({
  field: 'institutionsRecords',
  text: 'of the institutions',
  report: () => AnnualReport,
  person: () => Person,
  household: () => Household,
  ...institutionsRecords,
});
