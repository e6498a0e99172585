import { daugavpils, demoMunicipalities } from '@atbalsts/reference';

/** A rule of a benefit without a formula, as the demo towns are assumed to have it. Money is cents. */
export interface AssumedBenefitRule {
  type: string;
  ground: 'STANDARD' | 'UKRAINE_SUPPORT';
  /** A fixed sum; or per cent of the receipts up to a ceiling; or the GMI sum of the household. */
  amount: { fixed: number } | { percent: number; ceiling: number } | 'GMI_SUM';
  /** The most months at once; left out: paid once. */
  months?: number;
  /** Within how many months earlier grants count; left out: each application for itself. */
  period?: number;
  covers: 'APPLICANT' | 'HOUSEHOLD';
  municipality: string;
  validFrom: string;
}

type Rule = Omit<AssumedBenefitRule, 'municipality' | 'validFrom' | 'ground'>;

const fixed = (type: string, euro: number, covers: Rule['covers'] = 'APPLICANT'): Rule => ({ type, amount: { fixed: euro * 100 }, covers });
const receipts = (type: string, euro: number, more: Partial<Rule> & { percent?: number } = {}): Rule => {
  const { percent = 100, ...rest } = more;
  return { type, amount: { percent, ceiling: euro * 100 }, covers: 'HOUSEHOLD', ...rest };
};

/** Every amount here is assumed: the documents name the benefits and not their sums. A town enters its own as a new version. */
const standard: readonly Rule[] = [
  receipts('health-care', 700, { percent: 75, period: 12 }),
  receipts('large-family', 450, { months: 6 }),
  receipts('crisis', 1500, { period: 12 }),
  receipts('child-meals', 450, { months: 6 }),
  receipts('adult-meals', 200, { months: 6 }),
  fixed('funeral', 250, 'HOUSEHOLD'),
  receipts('school-supplies', 50),
  receipts('identity-document', 50, { covers: 'APPLICANT' }),
  receipts('release-from-prison', 200, { covers: 'APPLICANT', period: 12 }),
  fixed('childbirth', 300, 'HOUSEHOLD'),
  fixed('anniversary', 50, 'HOUSEHOLD'),
  fixed('trustee', 120, 'HOUSEHOLD'),
  receipts('bathhouse', 20, { covers: 'APPLICANT' }),
  fixed('politically-repressed', 70, 'HOUSEHOLD'),
  receipts('orphan-guardianship-meals', 350, { months: 12 }),
  receipts('orphan-guardianship-school-supplies', 100),
  receipts('orphan-foster-family', 350, { months: 12 }),
  receipts('orphan-adoption-upkeep', 350, { months: 12 }),
  receipts('orphan-independent-life', 500, { covers: 'APPLICANT' }),
  receipts('orphan-host-family', 350, { months: 12 }),
  receipts('orphan-monthly-expenses', 350, { months: 12 }),
  receipts('orphan-housing', 500, { covers: 'APPLICANT' }),
  receipts('orphan-home-furnishing', 500, { covers: 'APPLICANT' }),
  receipts('orphan-health-care', 500, { covers: 'APPLICANT' }),
  receipts('orphan-household-items', 500, { covers: 'APPLICANT' }),
];

/** Support of Ukrainian civilians, outside the means test. Law on Support for Ukrainian Civilians; the sums are assumed. */
const ukraine: readonly Rule[] = [
  { type: 'gmi', amount: 'GMI_SUM', months: 3, covers: 'HOUSEHOLD' },
  receipts('housing-allowance', 250, { months: 6 }),
  receipts('crisis', 500),
  receipts('health-care', 250),
  receipts('school-supplies', 250),
  receipts('identity-document', 250),
];

const of = (rules: readonly Rule[], rest: Pick<AssumedBenefitRule, 'ground' | 'municipality' | 'validFrom'>): AssumedBenefitRule[] =>
  rules.map((rule) => ({ ...rule, ...rest }));

/** The rules of the demo towns' own binding regulations for every benefit without a formula, assumed until the town enters what holds. */
export const assumedBenefitRules: readonly AssumedBenefitRule[] = [
  ...demoMunicipalities.flatMap((municipality) => [
    ...of(standard, { ground: 'STANDARD', municipality, validFrom: '2020-01-01' }),
    ...of(ukraine, { ground: 'UKRAINE_SUPPORT', municipality, validFrom: '2022-03-05' }),
  ]),
  ...of([receipts('accessibility', 5000)], { ground: 'STANDARD', municipality: daugavpils, validFrom: '2020-01-01' }),
  ...of([receipts('emergency-guardianship', 600)], { ground: 'UKRAINE_SUPPORT', municipality: daugavpils, validFrom: '2022-03-05' }),
];
