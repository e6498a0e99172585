import type { Cents } from '@atbalsts/reference';
import type { DeclaredMember, MeansMember, MeansRules } from './means.model.js';
import { assumedRounding, checkCents, divideRounded, type Rounding } from './means.rounding.rules.js';

/** How many full calendar months before the application are averaged: Cabinet Regulation 809, paragraph 2. */
export const averagedMonths = 3;

/**
 * The average monthly income over the three full months before the application: everything is added first and divided once, so that it
 * does not matter whose income, or of which kind, a cent was. One inner array an income, three months each; no income at all is 0.
 * The rounding is assumed HALF_UP unless named. Throws RangeError for another number of months, or an amount that is negative or not whole.
 */
export function averageMonthlyIncome(monthly: readonly (readonly Cents[])[], rounding: Rounding = assumedRounding): Cents {
  return divideRounded(totalOf(monthly), BigInt(averagedMonths), rounding);
}

/**
 * The same average shared out to the members, in their order: whole cents whose sum is exactly the household's average, each within a cent of the
 * member's own. What rounding leaves over goes to the largest fractions first, then to who comes first. One entry a member, each a list of incomes.
 */
export function averageByMember(members: readonly (readonly (readonly Cents[])[])[], rounding: Rounding = assumedRounding): Cents[] {
  const divisor = BigInt(averagedMonths);
  const totals = members.map(totalOf);
  const household = averageMonthlyIncome(members.flat(), rounding);
  const shares = totals.map((total) => Number(total / divisor));
  const left = household - shares.reduce((sum, share) => sum + share, 0);
  const byFraction = totals
    .map((total, index) => ({ index, rest: Number(total % divisor) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byFraction.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/**
 * The members as the means test sees them: the incomes that are declared by month are averaged over the household, and the average is rounded as the version of the
 * low-income threshold names it, since every household is measured by that one. Who comes with a monthly income keeps it.
 */
export function averaged(members: readonly (MeansMember | DeclaredMember)[], rules: Pick<MeansRules, 'lowIncome'>): MeansMember[] {
  const declared = members.map((member) => ('incomes' in member ? member.incomes : []));
  const averages = averageByMember(declared, rules.lowIncome?.incomeRounding ?? assumedRounding);
  return members.map((member, at) => {
    if (!('incomes' in member)) return member;
    const { incomes: _incomes, ...rest } = member;
    return { ...rest, monthlyIncome: averages[at] ?? 0 };
  });
}

function totalOf(incomes: readonly (readonly Cents[])[]): bigint {
  let total = 0n;
  for (const income of incomes) {
    if (income.length !== averagedMonths) throw new RangeError(`An income is given for ${averagedMonths} full months`);
    for (const cents of income) total += BigInt(checkCents(cents, 'Income'));
  }
  return total;
}
