import { addMonths } from '@atbalsts/database';
import { type HousingCategory, housingCoefficientsOn, type ThresholdCode, thresholdOn } from '@atbalsts/reference';
import type { Home, Homes } from './homes.js';

/** The figures by which the demo chooses incomes and costs, so that the means test of the benefits domain gives the amounts it wants. The tests compare. */
export class Means {
  constructor(private readonly homes: Homes) {}

  /** A threshold of a household on a day, in cents. */
  sum(code: ThresholdCode, home: Home, on: string): number {
    const rule = thresholdOn(code, { municipality: home.household.municipality, on });
    if (!rule) throw new Error(`no rule ${code} on ${on}`);
    return rule.firstPerson + rule.nextPerson * (home.members.length - 1);
  }

  /** GMI sum times the housing coefficient of the household on a day, in cents. */
  housingBase(home: Home, on: string): number {
    const rule = housingCoefficientsOn({ municipality: home.household.municipality, on });
    if (!rule) throw new Error(`no housing coefficients on ${on}`);
    return Math.round((this.sum('GMI', home, on) * rule.hundredths[this.category(home, on)]) / 100);
  }

  /** The smallest housing costs by which the housing allowance is the amount wanted: never below it, since the allowance never exceeds the costs. */
  costsFor(amount: number, home: Home, on: string, income: number, needy: boolean): number {
    const gmiBenefit = needy ? Math.max(0, this.sum('GMI', home, on) - income) : 0;
    return amount + Math.max(0, income + gmiBenefit - this.housingBase(home, on));
  }

  /** How long a status lasts from a day: 3 months, 6 where nobody is of working age (assumed). */
  months(home: Home, on: string): number {
    return this.homes.noneOfWorkingAge(home, on) ? 6 : 3;
  }

  /** The first day on which a status no longer holds. */
  until(home: Home, on: string, from: string): string {
    return addMonths(from, this.months(home, on));
  }

  private category(home: Home, on: string): HousingCategory {
    const facts = home.members.map((person) => this.homes.facts(person, on));
    const weak = facts.map(({ age, pensioner, disability }) => pensioner || (disability === 'CHILD' ? age < 18 : disability !== 'NONE'));
    if (weak.every(Boolean)) return weak.length === 1 ? 'LONE_PENSIONER_OR_DISABLED' : 'ONLY_PENSIONERS_OR_DISABLED';
    const adults = weak.filter((_, i) => (facts[i]?.age ?? 0) >= 18);
    return adults.length > 0 && adults.every(Boolean) ? 'ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN' : 'OTHER';
  }
}
