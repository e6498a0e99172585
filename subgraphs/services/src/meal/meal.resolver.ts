import { Allow } from '@atbalsts/auth';
import { isId, newId } from '@atbalsts/database';
import { type Connection, type Context, DateScalar, mutate, PageArgs, type Payload, Refusal } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { Person, personRef } from '../external/person.js';
import { Invalid, isBlank } from '../invalid.js';
import { knownByKey } from '../once-by-key.js';
import { PayloadOf } from '../payload-of.js';
import { IssueMealInput, MealIssue, MealIssueConnection, MealProgramme } from './meal.js';

const MealIssuePayload = PayloadOf(() => MealIssue, 'meal', 'MealIssuePayload', 'meal.read');

@ArgsType()
class MealIssuesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this person.' })
  personId?: string | null;
}

/** Everything that is wrong with portions: they were given out, and without a name only where nobody is asked for one. */
export const mealProblems = ({ key, on, programme, personId }: IssueMealInput, today: string) =>
  new Invalid()
    .when(isBlank(key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(on > today, 'on', 'Porcijas nevar būt izsniegtas nākotnē.', 'They cannot have been given out in the future.')
    .when(
      !personId && programme !== MealProgramme.SOUP_KITCHEN,
      'personId',
      'Bez personas porcijas izsniedz tikai zupas virtuvē.',
      'Only a soup kitchen gives out portions without a person.',
    ).found;

/** Records portions, once for their key. Refuses INVALID, NOT_FOUND. */
function issueMeal(context: Context, input: IssueMealInput): Promise<Payload<'meal', MealIssue>> {
  return mutate(context, 'meal', async () => {
    const { em, municipality } = context;
    const problems = mealProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const { key, on, programme, portions } = input;
    const personId = input.personId?.toLowerCase() ?? null;
    const isSame = (one: MealIssue) =>
      one.on === on && one.programme === programme && one.portions === portions && one.personId === personId;
    const known = await knownByKey(context, MealIssue, key, isSame);
    if (known) return known;
    if (personId) await refuseUnknownPerson(context, personId);
    const place = input.place?.trim() || null;
    const entry = { id: newId(), municipality, key, on, programme, personId, portions, place, recordedBy: context.employee };
    const meal = em.create(MealIssue, entry);
    await em.flush();
    await context.audit.write(em, { action: 'meal.issue', personId, object: `meal:${meal.id}` });
    return meal;
  });
}

/** Meals given out. */
@Resolver(() => MealIssue)
export class MealIssueResolver {
  @Query(() => MealIssueConnection, { description: 'Meals given out, the latest first.' })
  @Allow('meal.read')
  mealIssues(@Ctx() context: Context, @Args() args: MealIssuesArgs): Promise<Connection<MealIssue>> {
    const { personId } = args;
    const where = !personId ? {} : isId(personId) ? { personId } : { id: { $in: [] } };
    return dayList(context, MealIssue, where, args, { by: 'on', direction: 'desc' });
  }

  @Query(() => Int, { description: 'How many portions were given out by a programme in a period.' })
  @Allow('meal.read')
  async mealPortions(
    @Ctx() { em }: Context,
    @Arg('programme', () => MealProgramme, { description: 'The programme.' }) programme: MealProgramme,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'The first day that does not count.' }) until: string,
  ): Promise<number> {
    const [sum]: { n: number }[] = await em.execute(
      'select coalesce(sum(portions), 0)::int as n from meal_issue where programme = ? and on_date >= ? and on_date < ?',
      [programme, from, until],
    );
    return sum?.n ?? 0;
  }

  @Mutation(() => MealIssuePayload, { description: 'Records portions that were given out, once for their key.' })
  @Allow('meal.issue')
  issueMeal(
    @Ctx() context: Context,
    @Arg('input', () => IssueMealInput, { description: 'The portions.' }) input: IssueMealInput,
  ): Promise<Payload<'meal', MealIssue>> {
    return issueMeal(context, input);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'To whom; null where nobody was asked for a name.' })
  person(@Root() { personId }: MealIssue): Person | null {
    return personId ? personRef(personId) : null;
  }

  @FieldResolver(() => Employee, { description: 'Who recorded it.' })
  recordedBy(@Root() meal: MealIssue): Employee {
    return employeeRef(meal.recordedBy);
  }
}
