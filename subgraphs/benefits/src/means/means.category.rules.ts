import type { HousingCategory, Label } from '@atbalsts/reference';
import type { MeansMember } from './means.model.js';

/** A child is who has not reached 18: Law on the Protection of the Children's Rights, section 3. */
export const adultAge = 18;

/** Is the member a child on the day of assessment? */
export function isChild(member: Pick<MeansMember, 'age'>): boolean {
  return member.age < adultAge;
}

/**
 * Does the member count as a pensioner or a person with disability for the housing coefficient?
 *
 * Section 35(5) of the Law on Social Services and Social Assistance says "person with disability" without telling groups apart, so groups 1, 2 and 3
 * count alike, and so does a child with disability. CHILD counts only under 18: from then on the commission sets a group, and who
 * has none is counted by age alone (assumed). Age alone makes nobody a pensioner: pension age is dated, so the caller says it.
 */
export function isPensionerOrDisabled(member: Omit<MeansMember, 'monthlyIncome'>): boolean {
  if (member.pensioner) return true;
  if (member.disability === 'CHILD') return isChild(member);
  return member.disability !== 'NONE';
}

/**
 * The kind of household for the housing coefficient, asked from the narrowest to the widest:
 * one person who is a pensioner or has a disability; only such persons, read literally, so a child with disability is one of them (assumed);
 * only such adults, at least one, with children; any other.
 */
export function housingCategory(members: readonly Omit<MeansMember, 'monthlyIncome'>[]): HousingCategory {
  if (members.length > 0 && members.every(isPensionerOrDisabled)) {
    return members.length === 1 ? 'LONE_PENSIONER_OR_DISABLED' : 'ONLY_PENSIONERS_OR_DISABLED';
  }
  const adults = members.filter((member) => !isChild(member));
  if (adults.length > 0 && adults.every(isPensionerOrDisabled)) return 'ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN';
  return 'OTHER';
}

/** How a letter names the kind of household. */
export const housingCategoryLabels: Readonly<Record<HousingCategory, Label>> = {
  LONE_PENSIONER_OR_DISABLED: {
    lv: 'atsevišķi dzīvojoša pensijas vecuma persona vai persona ar invaliditāti',
    en: 'a person of pension age or with disability, living alone',
  },
  ONLY_PENSIONERS_OR_DISABLED: {
    lv: 'mājsaimniecībā ir tikai pensijas vecuma personas vai personas ar invaliditāti',
    en: 'a household only of persons of pension age or with disability',
  },
  ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: {
    lv: 'mājsaimniecībā ir tikai pensijas vecuma personas vai personas ar invaliditāti un bērni',
    en: 'a household only of persons of pension age or with disability, and children',
  },
  OTHER: { lv: 'pārējās mājsaimniecības', en: 'any other household' },
};
