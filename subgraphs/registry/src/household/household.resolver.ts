import { Allow } from '@atbalsts/auth';
import { periodContains } from '@atbalsts/database';
import { type Context, DateScalar, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { Household, HouseholdMember } from './household.entity.js';
import { ChangeHouseholdInput } from './household.input.js';
import { householdById, membersOf } from './household.loader.js';
import { HouseholdPayload } from './household.payload.js';
import { changeHousehold } from './household.service.js';

/** Households of the own municipality. */
@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, { nullable: true, description: 'A household by id; null where there is none in your municipality.' })
  @Allow('household.read')
  household(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the household.' }) id: string): Promise<Household | null> {
    return context.load(householdById, id);
  }

  @Mutation(() => HouseholdPayload, {
    description:
      'Makes a household, or says who makes it up from a day on. Who lives alone may be added to others: their own household ends on that day. OVERLAP where a member lives with others in another household at that time; STALE where a version is named and old; WRONG_STATE for a household that has ended.',
  })
  @Allow('household.change')
  changeHousehold(
    @Ctx() context: Context,
    @Arg('input', () => ChangeHouseholdInput, { description: 'The household and all its members.' }) input: ChangeHouseholdInput,
  ): Promise<Payload<'household', Household>> {
    return changeHousehold(context, input);
  }

  @FieldResolver(() => [HouseholdMember], { nullable: true, description: 'Its members on a day.' })
  async members(
    @Ctx() context: Context,
    @Root() household: Household,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string | null,
  ): Promise<HouseholdMember[]> {
    const asked = on ?? context.today;
    return (await context.load(membersOf, household.id)).filter((m) => periodContains(m.since, m.until, asked));
  }
}

/** Members of a household. */
@Resolver(() => HouseholdMember)
export class HouseholdMemberResolver {
  @FieldResolver(() => Person, { description: 'Who it is.' })
  person(@Ctx() context: Context, @Root() member: HouseholdMember): Promise<Person | null> {
    return context.load(personById, member.personId);
  }
}
