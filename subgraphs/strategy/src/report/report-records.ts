import { type RecordSources, reportRecordsOf } from '@atbalsts/graphql';
import { AnnualReport } from '../annual-report/annual-report.js';
import { Household } from '../external/household.js';
import { Person } from '../external/person.js';
import { fundingSourcesRules } from './funding-sources.rules.js';

/** How the bookings behind the figures of finance are shown. */
const sources: RecordSources = {
  budget_entry: () => ({}),
};

/** What this domain counts, and how it shows what it counted. */
export const financeRecords = { rules: fundingSourcesRules, sources };

/** The records behind the figures. */
export const FinanceRecordsResolver = reportRecordsOf({
  field: 'financeRecords',
  text: 'of finance',
  report: () => AnnualReport,
  person: () => Person,
  household: () => Household,
  ...financeRecords,
});
