import { type RecordSources, reportRecordsOf } from '@atbalsts/graphql';
import { AnnualReport } from '../external/annual-report.js';
import { Household } from '../external/household.js';
import { Person } from '../external/person.js';
import { benefitsRules } from './rules.js';

const ofDecision = (column: string, as: string): string => `(select x.${column} from decision x where x.id = ${as}.decision_id)`;

/** How the records behind the figures of benefits are shown. */
const sources: RecordSources = {
  application: (application) => ({ person: `${application}.applicant_id` }),
  decision: (decision) => ({ day: `coalesce(${decision}.approved_on, ${decision}.proposed_on)` }),
  decision_person: (covered) => ({
    kind: 'decision',
    id: `${covered}.decision_id`,
    household: ofDecision('household_id', covered),
    day: ofDecision('approved_on', covered),
    number: ofDecision('number', covered),
  }),
  payment: (payment) => ({
    person: `(select x.applicant_id from decision y join application x on x.id = y.application_id where y.id = ${payment}.decision_id)`,
    household: ofDecision('household_id', payment),
    number: ofDecision('number', payment),
  }),
};

/** What this domain counts, and how it shows what it counted. */
export const benefitsRecords = { rules: benefitsRules, sources };

/** The records behind the figures. */
export const BenefitsRecordsResolver = reportRecordsOf({
  field: 'benefitsRecords',
  text: 'of benefits',
  report: () => AnnualReport,
  person: () => Person,
  household: () => Household,
  ...benefitsRecords,
});
