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
