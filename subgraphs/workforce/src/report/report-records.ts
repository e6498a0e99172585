import { type RecordSources, reportRecordsOf } from '@atbalsts/graphql';
import { AnnualReport } from '../external/annual-report.js';
import { Household } from '../external/household.js';
import { Person } from '../external/person.js';
import { workforceRules } from './report.resolver.js';

/** How the records behind the figures of the workforce are shown: an employee is no person of the registry. */
const sources: RecordSources = {
  employment: (employment) => ({ kind: 'employee', id: `${employment}.employee_id` }),
  post: () => ({}),
};

/** What this domain counts, and how it shows what it counted. */
export const workforceRecords = { rules: workforceRules, sources };

/** The records behind the figures. */
export const WorkforceRecordsResolver = reportRecordsOf({
  field: 'workforceRecords',
  text: 'of the workforce',
  report: () => AnnualReport,
  person: () => Person,
  household: () => Household,
  ...workforceRecords,
});
