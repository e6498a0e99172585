import { type Context, DomainUnavailable, ProblemCode, refuse } from '@atbalsts/graphql';

/** A member of a household as the registry tells it for a day: no identity. */
export interface HouseholdMemberFacts {
  personId: string;
  /** Full years. */
  age: number;
  /** Kinds of circumstance that hold on the day. */
  circumstances: readonly string[];
}

const query = `query($id: ID!, $on: Date!) {
  household(id: $id) { id members(on: $on) { person { id age(on: $on) circumstances(on: $on) { kind } } } }
}`;

interface Answer {
  household: { members: { person: { id: string; age: number | null; circumstances: { kind: string }[] | null } }[] | null } | null;
}

/**
 * Asks the registry who belongs to a household on a day, how old they are and what they are on that day. Fails closed: what the registry leaves out is
 * not guessed. Refuses NOT_FOUND where the municipality has no such household, INVALID where nobody belongs to it on the day.
 */
export async function askHousehold(context: Context, id: string, on: string): Promise<HouseholdMemberFacts[]> {
  const { household } = await context.ask<Answer>('registry', query, { id, on });
  if (!household)
    refuse(
      ProblemCode.NOT_FOUND,
      'Tādas mājsaimniecības jūsu pašvaldībā nav.',
      'There is no such household in your municipality.',
      'householdId',
    );
  if (!household.members) throw new DomainUnavailable('registry');
  if (household.members.length === 0) {
    refuse(
      ProblemCode.INVALID,
      `Mājsaimniecībā ${on} nav neviena locekļa. Vispirms reģistrējiet mājsaimniecības sastāvu.`,
      `Nobody belongs to the household on ${on}. Record its members first.`,
      'householdId',
    );
  }
  return household.members.map(({ person }) => {
    if (person.age === null || person.circumstances === null) throw new DomainUnavailable('registry');
    return { personId: person.id, age: person.age, circumstances: person.circumstances.map(({ kind }) => kind) };
  });
}
