import { z } from 'zod';
import { dateShape, municipalityCodeShape, readData } from './data.js';
import { type Cents, centsOf, dayAfter, holdsOn, type IsoDate, type Validity } from './values.js';

/** Guaranteed minimum income, needy household (trūcīga), low-income household (maznodrošināta). */
export type ThresholdCode = 'GMI' | 'NEEDY' | 'LOW_INCOME';

/** Every threshold code, in the order in which a household is asked: the lowest first. */
export const thresholdCodes: readonly ThresholdCode[] = ['GMI', 'NEEDY', 'LOW_INCOME'];

/** What any dated rule carries: whose it is, when it holds, on what it rests. */
export interface DatedRule extends Validity {
  /** null: national; otherwise the code of the municipality whose binding regulations say it. */
  readonly municipality: string | null;
  /** Last day on which the rule holds, inclusive as printed; null: open. Compute with `validUntil`. */
  readonly validTo: IsoDate | null;
  /** First day on which the rule no longer holds because the Constitutional Court annulled it; null: never annulled. */
  readonly annulledFrom: IsoDate | null;
  /** The document that says so, as it is cited in a decision. */
  readonly source: string;
  /** The figure is in no document and stands in until the town enters its own. */
  readonly assumed: boolean;
}

/** One version of one threshold. The threshold of a household of n is firstPerson + nextPerson x (n - 1), a month. */
export interface ThresholdRule extends DatedRule {
  readonly code: ThresholdCode;
  readonly firstPerson: Cents;
  readonly nextPerson: Cents;
  /** The national figure is the most that a municipality may set (LOW_INCOME). */
  readonly isMaximum: boolean;
  /** The figure was checked against its source; false for the one GMI level printed for 2015 and for what is assumed. */
  readonly verified: boolean;
}

/** Kinds of household that the housing allowance tells apart. */
export type HousingCategory =
  | 'LONE_PENSIONER_OR_DISABLED'
  | 'ONLY_PENSIONERS_OR_DISABLED'
  | 'ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN'
  | 'OTHER';

/** One version of the coefficients of the housing allowance, in hundredths: 250 is 2.5. */
export interface HousingCoefficients extends DatedRule {
  readonly hundredths: Readonly<Record<HousingCategory, number>>;
}

const coefficientShape = z.object({
  LONE_PENSIONER_OR_DISABLED: z.number().positive(),
  ONLY_PENSIONERS_OR_DISABLED: z.number().positive(),
  ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: z.number().positive(),
  OTHER: z.number().positive(),
});
const periodShape = z.object({
  validFrom: dateShape,
  validTo: dateShape.nullable(),
  annulledFrom: dateShape.nullish(),
  source: z.string().min(1),
});
const thresholdShape = periodShape.extend({
  code: z.enum(['GMI', 'NEEDY', 'LOW_INCOME']),
  firstPersonEur: z.number().positive(),
  nextPersonEur: z.number().positive(),
  isMaximum: z.boolean().optional(),
  verified: z.boolean().optional(),
});
const housingShape = periodShape.extend({ coefficients: coefficientShape });
const nationalShape = z.object({
  thresholds: z.array(z.discriminatedUnion('code', [thresholdShape, housingShape.extend({ code: z.literal('HOUSING_COEFFICIENT') })])),
});
const townShape = z.object({
  thresholds: z.array(thresholdShape.extend({ municipality: municipalityCodeShape, assumed: z.boolean() })),
  housingCoefficients: z.array(housingShape.extend({ municipality: municipalityCodeShape, assumed: z.boolean() })),
});

/** Whose rule a row is. National rows name nobody and are facts. */
interface Owner {
  readonly municipality: string | null;
  readonly assumed: boolean;
}

const nation: Owner = { municipality: null, assumed: false };

function dated(row: z.output<typeof periodShape>, owner: Owner): DatedRule {
  return {
    municipality: owner.municipality,
    validFrom: row.validFrom,
    validTo: row.validTo,
    validUntil: row.validTo === null ? null : dayAfter(row.validTo),
    annulledFrom: row.annulledFrom ?? null,
    source: row.source,
    assumed: owner.assumed,
  };
}

function threshold(row: z.output<typeof thresholdShape>, owner: Owner): ThresholdRule {
  return {
    code: row.code,
    ...dated(row, owner),
    firstPerson: centsOf(row.firstPersonEur),
    nextPerson: centsOf(row.nextPersonEur),
    isMaximum: row.isMaximum ?? false,
    verified: row.verified ?? false,
  };
}

function housing(row: z.output<typeof housingShape>, owner: Owner): HousingCoefficients {
  const k = row.coefficients;
  return {
    ...dated(row, owner),
    hundredths: {
      LONE_PENSIONER_OR_DISABLED: centsOf(k.LONE_PENSIONER_OR_DISABLED),
      ONLY_PENSIONERS_OR_DISABLED: centsOf(k.ONLY_PENSIONERS_OR_DISABLED),
      ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: centsOf(k.ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN),
      OTHER: centsOf(k.OTHER),
    },
  };
}

const national = readData('thresholds.json', nationalShape);
const town = readData('town-rules.json', townShape);

/**
 * Every threshold that is known: the national ones of thresholds.json, then what the demo towns' own binding regulations
 * (town-rules.json, assumed) say where the national data have gaps: 2019, 2020, and LOW_INCOME from 2026. From 2019-01-01 both demo towns
 * have a rule of each code for every day; 2016 to 2018 stays a gap.
 */
export const thresholds: readonly ThresholdRule[] = [
  ...national.thresholds.flatMap((row) => (row.code === 'HOUSING_COEFFICIENT' ? [] : [threshold(row, nation)])),
  ...town.thresholds.map((row) => threshold(row, row)),
];

/** Every version of the housing coefficients that is known; the demo towns fill 2019 to 2021 and May 2023 (assumed). */
export const housingCoefficients: readonly HousingCoefficients[] = [
  ...national.thresholds.flatMap((row) => (row.code === 'HOUSING_COEFFICIENT' ? [housing(row, nation)] : [])),
  ...town.housingCoefficients.map((row) => housing(row, row)),
];

/** What `ruleOn` needs of a rule, so that rules kept in a database can be asked the same way. */
export interface Applicable extends Validity {
  readonly municipality: string | null;
  readonly annulledFrom: IsoDate | null;
  readonly code?: string;
}

/** Where and when a rule is asked for. */
export interface RuleQuestion {
  readonly municipality: string;
  readonly on: IsoDate;
}

function inForce(rule: Applicable, on: IsoDate): boolean {
  return holdsOn(rule, on) && (rule.annulledFrom === null || on < rule.annulledFrom);
}

/**
 * The rule in force on a day in a municipality, or undefined where none is known (RULE_MISSING: nothing is extended silently).
 * For LOW_INCOME, and for housing coefficients, the municipality's own rule wins over the national one: the law lets a town set them
 * within a national bound. For GMI and NEEDY the municipal rule holds only where no national one does. An annulled rule ends the day
 * it is annulled. Give the rules of one code: `ruleOn(rulesOf('GMI'), { municipality, on })`.
 */
export function ruleOn<R extends Applicable>(rules: readonly R[], question: RuleQuestion): R | undefined {
  const holding = rules.filter((rule) => inForce(rule, question.on));
  const own = holding.find((rule) => rule.municipality === question.municipality);
  const all = holding.find((rule) => rule.municipality === null);
  const ownWins = own !== undefined && (own.code === undefined || own.code === 'LOW_INCOME');
  return ownWins ? own : (all ?? own);
}

/** The known versions of one threshold, of every municipality. */
export function rulesOf(code: ThresholdCode): readonly ThresholdRule[] {
  return thresholds.filter((rule) => rule.code === code);
}

/** The threshold of a code in force in a municipality on a day, from the data of this package. */
export function thresholdOn(code: ThresholdCode, question: RuleQuestion): ThresholdRule | undefined {
  return ruleOn(rulesOf(code), question);
}

/** The housing coefficients in force in a municipality on a day, from the data of this package. */
export function housingCoefficientsOn(question: RuleQuestion): HousingCoefficients | undefined {
  return ruleOn(housingCoefficients, question);
}
