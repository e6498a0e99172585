import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.js';
import { applicationById } from '../application/application.loader.js';
import { ApplicationPayload } from '../application/application.payload.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { MeansAssessment } from '../means/means.assessment.js';
import { askRegisters } from './asking.service.js';
import { differenceKey, differencesOf, meansByRegisters } from './difference.service.js';
import { AskRegistersInput, RegisterQuestionFilter } from './register.input.js';
import { findQuestions } from './register.list.js';
import { answerTo, questionsOf } from './register.loader.js';
import {
  evidenceOf,
  IncomeDifference,
  incomeDifferenceOf,
  RecordDifference,
  RegisterEvidence,
  recordDifferenceOf,
} from './register.types.js';
import { RegisterQuestion, RegisterQuestionConnection } from './register-question.entity.js';

@ArgsType()
class RegisterQuestionsArgs extends PageArgs {
  @Field(() => RegisterQuestionFilter, { nullable: true, description: 'Which ones; all when left out.' })
  filter?: RegisterQuestionFilter | null;
}

/** Questions to the state registers: asking them, and the trace. */
@Resolver(() => RegisterQuestion)
export class RegisterResolver {
  @Query(() => RegisterQuestionConnection, {
    description: 'The trace of your municipality: every question to a state register, the newest first.',
  })
  @Allow('register.read')
  registerQuestions(@Ctx() context: Context, @Args() args: RegisterQuestionsArgs): Promise<Connection<RegisterQuestion>> {
    return findQuestions(context, args.filter ?? {}, args);
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Asks the state registers about the members of the household of an application, until its decision is taken. A register that gives no answer refuses nothing: it is UNAVAILABLE in `Application.registers`, and may be asked again. WRONG_STATE while somebody else is asking; INVALID where no means are tested.',
  })
  @Allow('register.ask')
  askRegisters(
    @Ctx() context: Context,
    @Arg('input', () => AskRegistersInput, { description: 'Which registers, for which application.' }) input: AskRegistersInput,
  ): Promise<Payload<'application', Application>> {
    return askRegisters(context, input);
  }

  @FieldResolver(() => Person, { description: 'About whom.' })
  person(@Root() question: RegisterQuestion): Person {
    return personRef(question.personId);
  }

  @FieldResolver(() => Employee, { description: 'Who asked.' })
  askedBy(@Root() question: RegisterQuestion): Employee {
    return employeeRef(question.askedById);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'For which application.' })
  @Allow('application.read')
  application(@Ctx() context: Context, @Root() question: RegisterQuestion): Promise<Application | null> {
    return context.load(applicationById, question.applicationId);
  }

  @FieldResolver(() => RegisterEvidence, { nullable: true, description: 'What the register told; null where there is no answer.' })
  @Allow('means.read')
  async answer(@Ctx() context: Context, @Root() question: RegisterQuestion): Promise<RegisterEvidence | null> {
    const answer = await context.load(answerTo, question.id);
    return answer && evidenceOf(answer.told);
  }
}

/** What the registers say to an application. */
@Resolver(() => Application)
export class ApplicationRegistersResolver {
  @FieldResolver(() => [RegisterQuestion], {
    description:
      'Where each register stands with each member of the household: the newest question that was answered, and where none was, the newest. Empty while nobody asked.',
  })
  @Allow('register.read')
  registers(@Ctx() context: Context, @Root() application: Application): Promise<RegisterQuestion[]> {
    return context.load(questionsOf, application.id);
  }

  @FieldResolver(() => [IncomeDifference], {
    description: 'Where the registers differ from the declared incomes, by member, source and month. Empty while no means are declared.',
  })
  @Allow('means.read')
  async incomeDifferences(@Ctx() context: Context, @Root() application: Application): Promise<IncomeDifference[]> {
    return (await context.load(differencesOf, differenceKey(application))).incomes.map(incomeDifferenceOf);
  }

  @FieldResolver(() => [RecordDifference], {
    description: 'Where the registers differ from residence, household and unemployment as recorded.',
  })
  @Allow('means.read')
  async recordDifferences(@Ctx() context: Context, @Root() application: Application): Promise<RecordDifference[]> {
    return (await context.load(differencesOf, differenceKey(application))).records.map(recordDifferenceOf);
  }

  @FieldResolver(() => MeansAssessment, {
    nullable: true,
    description:
      'The means test as it would be by the registers, where they spoke; by what is declared for the rest. Null while no means are declared, or no register spoke. For looking: a decision rests on the declared means.',
  })
  @Allow('means.read')
  meansByRegisters(@Ctx() context: Context, @Root() application: Application): Promise<MeansAssessment | null> {
    return meansByRegisters(context, application);
  }
}

/** Whose income differs. */
@Resolver(() => IncomeDifference)
export class IncomeDifferenceResolver {
  @FieldResolver(() => Person, { description: 'Whose income.' })
  person(@Root() difference: IncomeDifference): Person {
    return personRef(difference.personId);
  }
}

/** Whose record differs. */
@Resolver(() => RecordDifference)
export class RecordDifferenceResolver {
  @FieldResolver(() => Person, { description: 'Whose record.' })
  person(@Root() difference: RecordDifference): Person {
    return personRef(difference.personId);
  }
}
