import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** A member as a rule sees one. */
export interface Membership {
  personId: string;
  relation: string;
}

/** Everything that is wrong with the members of a household from a day on. */
export function householdProblems(members: readonly Membership[], since: string, today: string): Problem[] {
  const found: Problem[] = [];
  if (since > today) found.push(problem(ProblemCode.INVALID, 'Diena ir nākotnē.', 'The day lies in the future.', 'since'));
  const twice = members.findIndex((member, i) => members.findIndex((other) => other.personId === member.personId) < i);
  if (twice >= 0)
    found.push(problem(ProblemCode.INVALID, 'Persona norādīta divreiz.', 'A person is named twice.', `members.${twice}.personId`));
  if (members.filter((member) => member.relation === 'HEAD').length !== 1) {
    found.push(
      problem(
        ProblemCode.INVALID,
        'Mājsaimniecībai vajag tieši vienu galveno personu (HEAD).',
        'A household needs exactly one head.',
        'members',
      ),
    );
  }
  return found;
}

/** A membership with its period, as a rule sees one. */
export interface HeldMembership extends Membership {
  since: string;
  until: string | null;
}

/** The last day on which a household changed, by all its memberships; empty where it has none. */
export const lastChange = (memberships: readonly HeldMembership[]): string =>
  memberships.reduce((last, { since, until }) => [last, since, until ?? ''].sort().at(-1) as string, '');

/**
 * Why a household cannot change on a day, given all its memberships, past ones too: what was recorded of later days would contradict it. Changes go
 * forward, and on one day a membership cannot begin and end.
 */
export function dayProblems(memberships: readonly HeldMembership[], ending: readonly HeldMembership[], since: string): Problem[] {
  const last = lastChange(memberships);
  if (since < last) {
    return [
      problem(
        ProblemCode.INVALID,
        `Mājsaimniecība pēdējoreiz mainīta ar ${last}. Norādiet šo vai vēlāku dienu.`,
        `The household last changed on ${last}. Give that day or a later one.`,
        'since',
      ),
    ];
  }
  if (ending.some((member) => member.since >= since)) {
    return [
      problem(
        ProblemCode.OVERLAP,
        'Mājsaimniecība ar šo dienu jau ir mainīta citādi. Ielasiet to vēlreiz un norādiet vēlāku dienu.',
        'The household is changed differently from this very day already. Read it again, and give a later day.',
        'since',
      ),
    ];
  }
  return [];
}

/** How a household changes: memberships that end, go on unchanged, and begin. A member whose relation changes ends and begins anew. */
export function householdChange<T extends Membership>(
  present: readonly T[],
  wanted: readonly Membership[],
): { ending: T[]; beginning: Membership[] } {
  const same = (a: Membership, b: Membership) => a.personId === b.personId && a.relation === b.relation;
  return {
    ending: present.filter((held) => !wanted.some((member) => same(held, member))),
    beginning: wanted.filter((member) => !present.some((held) => same(held, member))),
  };
}
