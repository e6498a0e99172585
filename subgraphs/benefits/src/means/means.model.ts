import type { Cents, DatedRule, HousingCoefficients, IsoDate, Label, ThresholdCode, ThresholdRule } from '@atbalsts/reference';
import type { Rounding } from './means.rounding.rules.js';

/** Disability of a member on the day of assessment, as the State Medical Commission established it: a group for adults, CHILD for who is under 18. */
export enum Disability {
  NONE = 'NONE',
  GROUP_1 = 'GROUP_1',
  GROUP_2 = 'GROUP_2',
  GROUP_3 = 'GROUP_3',
  CHILD = 'CHILD',
}

/** What a household is by its income: needy (trūcīga), low-income (maznodrošināta), or neither. */
export enum HouseholdStatus {
  NEEDY = 'NEEDY',
  LOW_INCOME = 'LOW_INCOME',
  NONE = 'NONE',
}

/** Codes of the dated rules that a means test asks. */
export type MeansRuleCode = ThresholdCode | 'HOUSING_COEFFICIENT';

/** A member of the household as the means test sees one: no identity, only what the rules ask. */
export interface MeansMember {
  /** Full years on the day of assessment. */
  age: number;
  /** Average monthly income, not negative. */
  monthlyIncome: Cents;
  disability: `${Disability}`;
  /** Of pension age, or drawing an old-age pension. */
  pensioner: boolean;
}

/** A member whose incomes of three full months are declared: each of the own incomes by month, in cents. */
export type DeclaredMember = Omit<MeansMember, 'monthlyIncome'> & { incomes: readonly (readonly Cents[])[] };

/** What a means test reads of every dated rule version. The period is half-open: on `validUntil`, and on `annulledFrom`, it no longer holds. */
export type RuleVersion = Pick<DatedRule, 'validFrom' | 'validUntil' | 'annulledFrom' | 'source' | 'assumed'>;

/** One version of an income threshold: for the first person, and for each next person of the household, with the rounding of the average income; none named: `assumedRounding`. */
export type IncomeThreshold = RuleVersion & Pick<ThresholdRule, 'firstPerson' | 'nextPerson'> & { readonly incomeRounding?: Rounding };

/** One version of the housing coefficients in hundredths, with the rounding of the product; none named: `assumedRounding`. */
export type HousingRule = RuleVersion & Pick<HousingCoefficients, 'hundredths'> & { readonly rounding?: Rounding };

/** The rules in force on the day, chosen by the caller (`ruleOn` of @atbalsts/reference); null or undefined where none is known. */
export interface MeansRules {
  gmi: IncomeThreshold | null | undefined;
  needy: IncomeThreshold | null | undefined;
  lowIncome: IncomeThreshold | null | undefined;
  housing: HousingRule | null | undefined;
}

/** What a means test is made of. */
export interface MeansQuestion {
  on: IsoDate;
  /** At least one. */
  members: readonly MeansMember[];
  /** Housing costs of the month within the norms of Cabinet Regulation 809, annex 3; zero when none are claimed. */
  housingCosts: Cents;
  rules: MeansRules;
}

/** One step of the calculation, so that a person can follow it with a pencil. */
export interface MeansStep {
  code: MeansStepCode;
  label: Label;
  /** The formula with the numbers put in, in euro. */
  formula: string;
  amount: Cents;
  /** The section of law, and the source of the rule version used. */
  citation: Label;
}

/** Steps in the order they are taken. */
export type MeansStepCode = 'INCOME' | 'NEEDY' | 'LOW_INCOME' | 'GMI_SUM' | 'GMI_BENEFIT' | 'HOUSING_BASE' | 'HOUSING_ALLOWANCE';

/** The result of a means test, in cents, with every step. */
export interface MeansResult {
  status: HouseholdStatus;
  income: Cents;
  gmiBenefit: Cents;
  housingAllowance: Cents;
  steps: MeansStep[];
}

/** No rule of this code is known for that day: there is no assessment, and no silent fallback to another version. */
export interface RuleMissing {
  missing: true;
  code: MeansRuleCode;
  on: IsoDate;
}

/** Tells the two answers of a means test apart. */
export function isRuleMissing(answer: MeansResult | RuleMissing): answer is RuleMissing {
  return 'missing' in answer;
}
