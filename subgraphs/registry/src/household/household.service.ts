import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type NewFact, publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Person } from '../person/person.entity.js';
import { Household, HouseholdMember } from './household.entity.js';
import type { ChangeHouseholdInput } from './household.input.js';
import { dayProblems, householdChange, householdProblems } from './household.rules.js';

/**
 * Makes a household, or says who makes it up from a day on: who is not named any more leaves on that day, who is new joins. Refuses OVERLAP for whoever
 * belongs to another household at that time, held by the database; STALE where the caller names a version that is old; INVALID for a day before its last
 * change. Those who change one household wait for one another. The memberships are told to the domains that count families.
 */
export function changeHousehold(context: Context, input: ChangeHouseholdInput): Promise<Payload<'household', Household>> {
  return mutate(context, 'household', async () => {
    const problems = householdProblems(input.members, input.since, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseUnknown(context, input);
    const household = input.householdId ? await heldHousehold(context, input.householdId, input.version) : newHousehold(context);
    const memberships = await context.em.find(HouseholdMember, { householdId: household.id });
    const { ending, beginning } = householdChange(
      memberships.filter((member) => member.until === null),
      input.members,
    );
    const contradicted = dayProblems(memberships, ending, input.since);
    if (contradicted.length) throw new Refusal(contradicted);
    for (const member of ending) member.until = input.since;
    await context.em.flush();
    const joining = beginning.map(({ personId, relation }) =>
      context.em.create(HouseholdMember, {
        id: newId(),
        municipality: household.municipality,
        householdId: household.id,
        personId,
        relation: relation as HouseholdMember['relation'],
        since: input.since,
        until: null,
      }),
    );
    await context.em.flush().catch((error: unknown) => {
      if (isExclusionViolation(error)) refuseOverlap();
      throw error;
    });
    if (input.householdId && ending.length + beginning.length > 0) await raiseVersion(context, household);
    await publishMany(context.em, [...ending, ...joining].map(factOf));
    for (const member of [...ending, ...joining]) {
      await context.audit.write(context.em, {
        action: 'household.change',
        personId: member.personId,
        object: `household:${household.id}`,
        fields: ['members'],
      });
    }
    return household;
  });
}

const factOf = (member: HouseholdMember): NewFact => ({
  kind: 'household-member',
  key: member.id,
  municipality: member.municipality,
  body: { householdId: member.householdId, personId: member.personId, relation: member.relation, since: member.since, until: member.until },
});

function newHousehold({ em, municipality }: Context): Household {
  return em.create(Household, { id: newId(), municipality } as never);
}

/** The household, held until the transaction ends: who would change it at the same moment waits, and then sees the change. */
async function heldHousehold({ em }: Context, id: string, version?: number | null): Promise<Household> {
  const household = isId(id) ? await em.findOne(Household, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
  if (!household)
    refuse(
      ProblemCode.NOT_FOUND,
      'Tādas mājsaimniecības jūsu pašvaldībā nav.',
      'There is no such household in your municipality.',
      'householdId',
    );
  if (version != null && household.version !== version) refuseStale();
  return household;
}

/** Its members are rows of their own, so the ORM does not see that the household has changed. */
async function raiseVersion({ em }: Context, household: Household): Promise<void> {
  await em.execute('update household set version = version + 1 where id = ?', [household.id], 'run');
  await em.refresh(household);
}

async function refuseUnknown({ em }: Context, input: ChangeHouseholdInput): Promise<void> {
  const persons = await em.find(Person, { id: { $in: input.members.map((member) => member.personId).filter(isId) } });
  const unknown = input.members.findIndex((member) => !persons.some((person) => person.id === member.personId));
  if (unknown >= 0) {
    refuse(
      ProblemCode.NOT_FOUND,
      'Tādas personas jūsu pašvaldībā nav.',
      'There is no such person in your municipality.',
      `members.${unknown}.personId`,
    );
  }
  const unborn = input.members.findIndex((member) =>
    persons.some((person) => person.id === member.personId && person.birthDate > input.since),
  );
  if (unborn >= 0) {
    throw new Refusal([
      problem(
        ProblemCode.INVALID,
        'Diena ir pirms personas dzimšanas.',
        'The day lies before the person was born.',
        `members.${unborn}.personId`,
      ),
    ]);
  }
}

function refuseOverlap(): never {
  refuse(
    ProblemCode.OVERLAP,
    'Kāds no locekļiem tajā laikā ir citā mājsaimniecībā. Vispirms izslēdziet viņu no tās vai norādiet vēlāku dienu.',
    'A member belongs to another household at that time. Take them out of it first, or give a later day.',
    'members',
  );
}
