import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type NewFact, publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Person } from '../person/person.entity.js';
import { Household, HouseholdMember } from './household.entity.js';
import type { ChangeHouseholdInput } from './household.input.js';
import { dayProblems, householdChange, householdProblems } from './household.rules.js';
import { endedProblems, joinsOthers, type LivingAlone, livingAlone, movingProblems } from './moving.rules.js';

/**
 * Makes a household, or says who makes it up from a day on: who is not named any more leaves on that day, who is new joins. Who lives alone and joins
 * others leaves nobody behind: their own household ends on that day. Refuses OVERLAP for whoever else belongs to another household at that time, held by
 * the database; STALE where the caller names a version that is old; INVALID for a day before its last change; WRONG_STATE for a household that has ended.
 * Those who change one household wait for one another. The memberships are told to the domains that count families.
 */
export function changeHousehold(context: Context, input: ChangeHouseholdInput): Promise<Payload<'household', Household>> {
  return mutate(context, 'household', async () => {
    const problems = householdProblems(input.members, input.since, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseUnknown(context, input);
    const { household: held, alone } = await heldHouseholds(context, input);
    const household = held ?? newHousehold(context);
    const memberships = await context.em.find(HouseholdMember, { householdId: household.id });
    const contradicted = [...endedProblems(memberships), ...movingProblems(alone, input.members, input.since)];
    if (contradicted.length) throw new Refusal(contradicted);
    const { ending, beginning } = householdChange(
      memberships.filter((member) => member.until === null),
      input.members,
    );
    const tooEarly = dayProblems(memberships, ending, input.since);
    if (tooEarly.length) throw new Refusal(tooEarly);
    const left = [...ending, ...alone.map(({ own }) => own)];
    for (const member of left) member.until = input.since;
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
    const changed = alone.map(({ own }) => own.householdId);
    if (held && ending.length + beginning.length > 0) changed.push(held.id);
    await raiseVersions(context, changed);
    if (held) await context.em.refresh(held);
    await publishMany(context.em, [...left, ...joining].map(factOf));
    for (const member of [...left, ...joining]) {
      await context.audit.write(context.em, {
        action: 'household.change',
        personId: member.personId,
        object: `household:${member.householdId}`,
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

/**
 * The household to change, null for a new one, and those who join it and live alone. Their households are held with it until the transaction ends, all
 * at once and in the order of their ids: who would change one of them at the same moment waits, then sees the change, and no two wait for each other.
 */
async function heldHouseholds(
  context: Context,
  { householdId, version, members }: ChangeHouseholdInput,
): Promise<{ household: Household | null; alone: LivingAlone<HouseholdMember>[] }> {
  const wanted = householdId && isId(householdId) ? householdId.toLowerCase() : null;
  const lived = joinsOthers(householdId, members) ? await presentHouseholds(context, members) : [];
  const households = await context.em.find(
    Household,
    { id: { $in: [...new Set([...(wanted ? [wanted] : []), ...lived])] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
  );
  const household = households.find(({ id }) => id === wanted) ?? null;
  if (householdId && !household)
    refuse(
      ProblemCode.NOT_FOUND,
      'Tādas mājsaimniecības jūsu pašvaldībā nav.',
      'There is no such household in your municipality.',
      'householdId',
    );
  if (household && version != null && household.version !== version) refuseStale();
  const others = households.flatMap((one) => (one === household ? [] : [one.id]));
  return { household, alone: livingAlone(await context.em.find(HouseholdMember, { householdId: { $in: others } }), members) };
}

/** Ids of the households in which people live now; not kept, since it may change until those households are held, and is read again then. */
async function presentHouseholds({ em }: Context, people: readonly { personId: string }[]): Promise<string[]> {
  const open = { personId: { $in: people.map(({ personId }) => personId) }, until: null };
  return (await em.find(HouseholdMember, open, { disableIdentityMap: true })).map(({ householdId }) => householdId);
}

/** Their members are rows of their own, so the ORM does not see that the households have changed. */
async function raiseVersions({ em }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length) await em.execute('update household set version = version + 1 where id in (?)', [ids], 'run');
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
