import type { Cents, HousingCategory, IsoDate } from '@atbalsts/reference';
import { housingCategoryLabels } from './means.category.rules.js';
import { citationOf, sectionOrSource } from './means.citation.rules.js';
import {
  HouseholdStatus,
  type HousingRule,
  type IncomeThreshold,
  type MeansMember,
  type MeansStep,
  type RuleVersion,
} from './means.model.js';
import { inEuro, type Product, type Rounding } from './means.rounding.rules.js';
import { sumFor } from './means.threshold.rules.js';

/** Incomes from the largest to the smallest, so that the order in which members are entered changes nothing. */
export function incomeStep(on: IsoDate, members: readonly MeansMember[], income: Cents, needy: IncomeThreshold): MeansStep {
  const parts = members.map((member) => member.monthlyIncome).sort((a, b) => b - a);
  return {
    code: 'INCOME',
    label: { lv: 'Mājsaimniecības vidējie ienākumi mēnesī', en: 'Average monthly income of the household' },
    formula: parts.length === 1 ? inEuro(income) : `${parts.map(inEuro).join(' + ')} = ${inEuro(income)}`,
    amount: income,
    citation: sectionOrSource('INCOME', on, needy),
  };
}

const thresholdNames = {
  NEEDY: { lv: 'Trūcīgas mājsaimniecības ienākumu slieksnis', en: 'Income threshold of a needy household' },
  LOW_INCOME: { lv: 'Maznodrošinātas mājsaimniecības ienākumu slieksnis', en: 'Income threshold of a low-income household' },
};

/** The threshold of this household, and on which side of it the income lies; the amount is the threshold. */
export function thresholdStep(code: 'NEEDY' | 'LOW_INCOME', on: IsoDate, rule: IncomeThreshold, persons: number, income: Cents): MeansStep {
  const amount = sumFor(rule, persons);
  const within = income <= amount;
  const name = thresholdNames[code];
  return {
    code,
    label: {
      lv: `${name.lv}: ienākumi to ${within ? 'nepārsniedz' : 'pārsniedz'}`,
      en: `${name.en}: income ${within ? 'does not exceed' : 'exceeds'} it`,
    },
    formula: `${sumFormula(rule, persons)}; ${inEuro(income)} ${within ? '≤' : '>'} ${inEuro(amount)}`,
    amount,
    citation: citationOf(code, on, rule),
  };
}

/** The guaranteed minimum income of this household. */
export function gmiSumStep(on: IsoDate, rule: IncomeThreshold, persons: number, amount: Cents): MeansStep {
  return {
    code: 'GMI_SUM',
    label: { lv: 'Garantētais minimālais ienākums mājsaimniecībai', en: 'Guaranteed minimum income of the household' },
    formula: sumFormula(rule, persons),
    amount,
    citation: citationOf('GMI_SUM', on, rule),
  };
}

/** `272.00 + 190.00 × (3 − 1) = 652.00`; of one person only the first amount. */
function sumFormula(rule: IncomeThreshold, persons: number): string {
  if (persons === 1) return inEuro(rule.firstPerson);
  return `${inEuro(rule.firstPerson)} + ${inEuro(rule.nextPerson)} × (${persons} − 1) = ${inEuro(sumFor(rule, persons))}`;
}

/** GMI sum − income, never below zero, and only for the needy; `rule` is the GMI version, or the one that said the household is not needy. */
export function gmiBenefitStep(on: IsoDate, status: HouseholdStatus, rule: IncomeThreshold, gmiSum: Cents, income: Cents): MeansStep {
  const citation = citationOf('GMI_BENEFIT', on, rule);
  if (status !== HouseholdStatus.NEEDY) {
    return {
      code: 'GMI_BENEFIT',
      label: { lv: 'GMI pabalsts nepienākas: mājsaimniecība nav trūcīga', en: 'No GMI benefit: the household is not needy' },
      formula: inEuro(0),
      amount: 0,
      citation,
    };
  }
  const difference = gmiSum - income;
  const formula = `${inEuro(gmiSum)} − ${inEuro(income)} = ${inEuro(difference)}`;
  if (difference >= 0)
    return { code: 'GMI_BENEFIT', label: { lv: 'GMI pabalsts mēnesī', en: 'GMI benefit a month' }, formula, amount: difference, citation };
  return {
    code: 'GMI_BENEFIT',
    label: { lv: 'GMI pabalsts nepienākas: ienākumi pārsniedz GMI summu', en: 'No GMI benefit: income exceeds the GMI sum' },
    formula: `${formula} → ${inEuro(0)}`,
    amount: 0,
    citation,
  };
}

/** `109.00 × 2.5 = 272.50`; where rounding changed the product, the exact value and the rounding's name beside it. */
export function housingBaseStep(
  on: IsoDate,
  rule: HousingRule,
  category: HousingCategory,
  gmiSum: Cents,
  base: Product,
  rounding: Rounding,
): MeansStep {
  const kind = housingCategoryLabels[category];
  const amount = inEuro(base.amount);
  return {
    code: 'HOUSING_BASE',
    label: { lv: `GMI summa ar mājokļa koeficientu: ${kind.lv}`, en: `GMI sum with the housing coefficient: ${kind.en}` },
    formula: `${inEuro(gmiSum)} × ${base.factor} = ${base.exact === null ? amount : `${base.exact} ≈ ${amount} (${rounding})`}`,
    amount: base.amount,
    citation: citationOf('HOUSING_BASE', on, rule),
  };
}

/** Why there is no housing allowance to compute: neither status, or no housing costs. */
export function noAllowanceStep(on: IsoDate, status: HouseholdStatus, rule: RuleVersion): MeansStep {
  const label =
    status === HouseholdStatus.NONE
      ? {
          lv: 'Mājokļa pabalsts nepienākas: mājsaimniecība nav ne trūcīga, ne maznodrošināta',
          en: 'No housing allowance: the household is neither needy nor low-income',
        }
      : { lv: 'Mājokļa pabalsts nepienākas: nav mājokļa izdevumu', en: 'No housing allowance: there are no housing costs' };
  return { code: 'HOUSING_ALLOWANCE', label, formula: inEuro(0), amount: 0, citation: sectionOrSource('HOUSING_ALLOWANCE', on, rule) };
}

/** GMI sum × k + housing costs − (income + GMI benefit), never below zero, never above the housing costs (the cap is assumed). */
export function allowanceStep(on: IsoDate, rule: HousingRule, base: Cents, costs: Cents, income: Cents, gmiBenefit: Cents): MeansStep {
  const difference = base + costs - (income + gmiBenefit);
  const amount = Math.min(costs, Math.max(0, difference));
  const formula = `${inEuro(base)} + ${inEuro(costs)} − (${inEuro(income)} + ${inEuro(gmiBenefit)}) = ${inEuro(difference)}`;
  const label =
    difference > costs
      ? {
          lv: 'Mājokļa pabalsts mēnesī: nepārsniedz mājokļa izdevumus (pieņemts)',
          en: 'Housing allowance a month: never above the housing costs (assumed)',
        }
      : difference < 0
        ? {
            lv: 'Mājokļa pabalsts nepienākas: ienākumi pārsniedz aprēķināto vajadzību',
            en: 'No housing allowance: income exceeds the computed need',
          }
        : { lv: 'Mājokļa pabalsts mēnesī', en: 'Housing allowance a month' };
  return {
    code: 'HOUSING_ALLOWANCE',
    label,
    formula: amount === difference ? formula : `${formula} → ${inEuro(amount)}`,
    amount,
    citation: sectionOrSource('HOUSING_ALLOWANCE', on, rule),
  };
}
