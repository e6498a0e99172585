import { Allow } from '@atbalsts/auth';
import { idsAmong, isId } from '@atbalsts/database';
import { type BatchLoad, type Connection, type Context, inOrder, PageArgs, type Payload, type ReferenceResolver } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import { Submission, SubmissionConnection } from './submission.entity.js';
import { AnswerSubmissionInput, ReceiveSubmissionInput, SubmissionFilter } from './submission.input.js';
import { answerSubmission, receiveSubmission } from './submission.service.js';

const SubmissionPayload = PayloadOf(() => Submission, 'submission', 'SubmissionPayload', 'submission.read');

const submissionById: BatchLoad<string, Submission | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Submission, { id: { $in: idsAmong(ids) } }), (submission) => submission.id);

/** Resolves a submission for another subgraph; null where the principal's municipality does not know it. */
export const submissionReference: ReferenceResolver = ({ id }, context) => context.load(submissionById, String(id));

@ArgsType()
class SubmissionsArgs extends PageArgs {
  @Field(() => SubmissionFilter, { nullable: true, description: 'Which submissions; all when left out.' })
  filter?: SubmissionFilter | null;
}

/** Complaints and suggestions to the own municipality. */
@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => Submission, { nullable: true, description: 'A submission by id; null where your municipality has none such.' })
  @Allow('submission.read')
  submission(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the submission.' }) id: string,
  ): Promise<Submission | null> {
    return context.load(submissionById, id);
  }

  @Query(() => SubmissionConnection, { description: 'Submissions to your municipality, the first due first.' })
  @Allow('submission.read')
  submissions(@Ctx() context: Context, @Args() args: SubmissionsArgs): Promise<Connection<Submission>> {
    const { kind, personId, answered } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    if (kind) where.push({ kind });
    if (personId) where.push(isId(personId) ? { personId } : { id: { $in: [] } });
    if (typeof answered === 'boolean') where.push({ answeredOn: answered ? { $ne: null } : null });
    return dayList(context, Submission, where.length ? { $and: where } : {}, args, { by: 'dueOn', direction: 'asc' });
  }

  @Mutation(() => SubmissionPayload, { description: 'Records a complaint, a suggestion or thanks, with the day by which it is answered.' })
  @Allow('submission.receive')
  receiveSubmission(
    @Ctx() context: Context,
    @Arg('input', () => ReceiveSubmissionInput, { description: 'The submission.' }) input: ReceiveSubmissionInput,
  ): Promise<Payload<'submission', Submission>> {
    return receiveSubmission(context, input);
  }

  @Mutation(() => SubmissionPayload, { description: 'Answers a submission; whoever it is about cannot.' })
  @Allow('submission.answer')
  answerSubmission(
    @Ctx() context: Context,
    @Arg('input', () => AnswerSubmissionInput, { description: 'The answer.' }) input: AnswerSubmissionInput,
  ): Promise<Payload<'submission', Submission>> {
    return answerSubmission(context, input);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who sent it, where it is a person of the registry.' })
  person(@Root() { personId }: Submission): Person | null {
    return personId ? personRef(personId) : null;
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The employee it is about.' })
  about(@Root() { aboutId }: Submission): Employee | null {
    return aboutId ? employeeRef(aboutId) : null;
  }

  @FieldResolver(() => Employee, { description: 'Who recorded it.' })
  recordedBy(@Root() submission: Submission): Employee {
    return employeeRef(submission.recordedBy);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who answered it; null while nobody has.' })
  answeredBy(@Root() { answeredBy }: Submission): Employee | null {
    return answeredBy ? employeeRef(answeredBy) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Not answered, and the day has passed; or answered too late.' })
  late(@Ctx() context: Context, @Root() submission: Submission): boolean {
    return (submission.answeredOn ?? context.today) > submission.dueOn;
  }
}
