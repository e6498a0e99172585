import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { BenefitType } from '../benefit-type/benefit-type.entity.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { Decision } from '../decision/decision.entity.js';
import { decisionsOf } from '../decision/decision.loader.js';
import { Household, householdRef } from '../external/household.js';
import { Person, personRef } from '../external/person.js';
import { MeansAssessment } from '../means/means.assessment.js';
import { assessHousehold } from '../means/means.service.js';
import { Application, ApplicationConnection } from './application.entity.js';
import { ApplicationFilter, DeclareMeansInput, SubmitApplicationInput } from './application.input.js';
import { findApplications } from './application.list.js';
import { applicationById, applicationsOf, incomesOf, meansMembersOf } from './application.loader.js';
import { ApplicationPayload } from './application.payload.js';
import { submitApplication } from './application.service.js';
import { declareMeans } from './declaration.service.js';
import { DeclaredIncome } from './declared-income.entity.js';

@ArgsType()
class ApplicationsArgs extends PageArgs {
  @Field(() => ApplicationFilter, { nullable: true, description: 'Which ones; all when left out.' })
  filter?: ApplicationFilter | null;
}

/** Applications of the own municipality. */
@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, { nullable: true, description: 'An application by id; null where there is none in your municipality.' })
  @Allow('application.read')
  application(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the application.' }) id: string,
  ): Promise<Application | null> {
    return context.load(applicationById, id);
  }

  @Query(() => ApplicationConnection, { description: 'Applications of your municipality, the newest first.' })
  @Allow('application.read')
  applications(@Ctx() context: Context, @Args() args: ApplicationsArgs): Promise<Connection<Application>> {
    return findApplications(context, args.filter ?? {}, args);
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Records an application. INVALID and NOT_FOUND where it cannot be right; DUPLICATE, with the one that exists, where the same was submitted already.',
  })
  @Allow('application.submit')
  submitApplication(
    @Ctx() context: Context,
    @Arg('input', () => SubmitApplicationInput, { description: 'The application.' }) input: SubmitApplicationInput,
  ): Promise<Payload<'application', Application>> {
    return submitApplication(context, input);
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Records the means of the household, until a decision is proposed. INVALID for an income of who is not of the household or not of three months; RULE_MISSING where a rule of the day is not known.',
  })
  @Allow('means.declare')
  declareMeans(
    @Ctx() context: Context,
    @Arg('input', () => DeclareMeansInput, { description: 'The means.' }) input: DeclareMeansInput,
  ): Promise<Payload<'application', Application>> {
    return declareMeans(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who applies.' })
  applicant(@Root() application: Application): Person {
    return personRef(application.applicantId);
  }

  @FieldResolver(() => Household, { description: 'The household it is for.' })
  household(@Root() application: Application): Household {
    return householdRef(application.householdId);
  }

  @FieldResolver(() => BenefitType, { description: 'For which kind of benefit.' })
  benefitType(@Ctx() context: Context, @Root() application: Application): Promise<BenefitType | null> {
    return context.load(benefitTypeByCode, application.benefitTypeCode);
  }

  @FieldResolver(() => MeansAssessment, {
    nullable: true,
    description: 'The means test of the household by the rules of the day; null while no means are declared.',
  })
  @Allow('means.read')
  async means(@Ctx() context: Context, @Root() application: Application): Promise<MeansAssessment | null> {
    const { municipality, assessedOn, housingCosts } = application;
    if (assessedOn === null) return null;
    const members = await context.load(meansMembersOf, application.id);
    return assessHousehold(context, { municipality, on: assessedOn, members, housingCosts: housingCosts ?? 0 });
  }

  @FieldResolver(() => [DeclaredIncome], { description: 'The declared incomes of the household; empty while none are declared.' })
  @Allow('means.read')
  incomes(@Ctx() context: Context, @Root() application: Application): Promise<DeclaredIncome[]> {
    return context.load(incomesOf, application.id);
  }

  @FieldResolver(() => [Decision], { description: 'Decisions on it, the oldest first.' })
  @Allow('decision.read')
  decisions(@Ctx() context: Context, @Root() application: Application): Promise<Decision[]> {
    return context.load(decisionsOf, application.id);
  }
}

/** Whose income it is. */
@Resolver(() => DeclaredIncome)
export class DeclaredIncomeResolver {
  @FieldResolver(() => Person, { description: 'Whose income.' })
  person(@Root() income: DeclaredIncome): Person {
    return personRef(income.personId);
  }
}

/** What benefits know of a person. */
@Resolver(() => Person)
export class PersonApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, { nullable: true, description: 'Applications of the person, the newest first.' })
  @Allow('application.read')
  applications(@Ctx() context: Context, @Root() person: Person, @Args() { first, after }: PageArgs): Promise<Connection<Application>> {
    return context.load(applicationsOf, { personId: person.id, first, after: after ?? null });
  }
}
