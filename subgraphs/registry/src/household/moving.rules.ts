import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { dayProblems, type HeldMembership, lastChange, type Membership } from './household.rules.js';

/** A membership that tells of which household it is. */
export interface HouseholdMembership extends HeldMembership {
  householdId: string;
}

/** Somebody who lives alone and joins others: the one open membership of their household, and all memberships it ever had. */
export interface LivingAlone<T extends HouseholdMembership> {
  own: T;
  memberships: readonly T[];
}

/** Whether anybody may leave a household of their own by this change: not who only makes a household for themselves a second time. */
export const joinsOthers = (householdId: string | null | undefined, members: readonly Membership[]): boolean =>
  Boolean(householdId) || members.length > 1;

/** Who of the members is the only one left in another household, given all memberships of those households, past ones too. */
export function livingAlone<T extends HouseholdMembership>(memberships: readonly T[], members: readonly Membership[]): LivingAlone<T>[] {
  return [...new Set(memberships.map(({ householdId }) => householdId))].flatMap((id) => {
    const ofOne = memberships.filter(({ householdId }) => householdId === id);
    const [own, ...others] = ofOne.filter(({ until }) => until === null);
    return own && !others.length && members.some(({ personId }) => personId === own.personId) ? [{ own, memberships: ofOne }] : [];
  });
}

/**
 * Why somebody who lives alone cannot move on a day: their own household, which would end on it, changed on a later day, or began on this very one.
 * The problem stands at the member.
 */
export function movingProblems(
  alone: readonly LivingAlone<HouseholdMembership>[],
  members: readonly Membership[],
  since: string,
): Problem[] {
  return alone.flatMap(({ own, memberships }) => {
    const field = `members.${members.findIndex(({ personId }) => personId === own.personId)}.personId`;
    return dayProblems(memberships, [own], since).map(({ code }) =>
      code === ProblemCode.OVERLAP
        ? problem(
            code,
            'Persona tikai no šīs dienas ir reģistrēta dzīvojam viena. Norādiet vēlāku dienu.',
            'The person is recorded as living alone from this very day. Give a later day.',
            field,
          )
        : problem(
            code,
            `Personas mājsaimniecība, kas beigtos, pēdējoreiz mainīta ar ${lastChange(memberships)}. Norādiet vēlāku dienu.`,
            `The person's own household, which would end, last changed on ${lastChange(memberships)}. Give a later day.`,
            field,
          ),
    );
  });
}

/** Why a household cannot change at all: it ended when its last member moved to others. Its past stays to be read. */
export function endedProblems(memberships: readonly HeldMembership[]): Problem[] {
  if (!memberships.length || memberships.some(({ until }) => until === null)) return [];
  return [
    problem(
      ProblemCode.WRONG_STATE,
      `Mājsaimniecība beidzās ${lastChange(memberships)}. Izveidojiet jaunu.`,
      `The household ended on ${lastChange(memberships)}. Make a new one.`,
      'householdId',
    ),
  ];
}
