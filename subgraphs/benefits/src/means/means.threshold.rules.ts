import type { Cents, IsoDate } from '@atbalsts/reference';
import type { IncomeThreshold, RuleVersion } from './means.model.js';
import { checkCents } from './means.rounding.rules.js';

/** A threshold for a household of so many persons: first + next × (persons − 1). Throws RangeError for an empty household. */
export function sumFor(threshold: Pick<IncomeThreshold, 'firstPerson' | 'nextPerson'>, persons: number): Cents {
  if (!Number.isSafeInteger(persons) || persons < 1) throw new RangeError('A household has at least one person');
  const first = checkCents(threshold.firstPerson, 'A threshold');
  return checkCents(first + checkCents(threshold.nextPerson, 'A threshold') * (persons - 1), 'A threshold');
}

/** The rule itself when it holds on the day and no court has annulled it by then, else null. */
export function inForce<R extends RuleVersion>(rule: R | null | undefined, on: IsoDate): R | null {
  if (!rule || on < rule.validFrom || (rule.validUntil && on >= rule.validUntil)) return null;
  return rule.annulledFrom && on >= rule.annulledFrom ? null : rule;
}
