import { Allow } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { type Connection, type Context, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { ViolenceFollowUp, ViolenceReport, ViolenceReportConnection } from './violence-report.entity.js';
import { AddViolenceFollowUpInput, ExamineViolenceInput, ReportViolenceInput, ViolenceReportFilter } from './violence-report.input.js';
import { followUpsOf, violenceReportById } from './violence-report.loader.js';
import { ReportViolencePayload, ViolenceReportPayload } from './violence-report.payload.js';
import { addViolenceFollowUp, examineViolence, reportViolence } from './violence-report.service.js';

@ArgsType()
class ViolenceReportsArgs extends PageArgs {
  @Field(() => ViolenceReportFilter, { nullable: true, description: 'Which reports; all when left out.' })
  filter?: ViolenceReportFilter | null;
}

/** Reports of violence of the own municipality. Every look at one is written down. */
@Resolver(() => ViolenceReport)
export class ViolenceReportResolver {
  @Query(() => ViolenceReport, { nullable: true, description: 'A report of violence by id; null where your municipality has none such.' })
  @Allow('violence.read')
  async violenceReport(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the report.' }) id: string,
  ): Promise<ViolenceReport | null> {
    const report = await context.load(violenceReportById, id);
    return report && seen(context, report);
  }

  @Query(() => ViolenceReportConnection, { description: 'Reports of violence of your municipality, the latest recorded first.' })
  @Allow('violence.read')
  async violenceReports(@Ctx() context: Context, @Args() args: ViolenceReportsArgs): Promise<Connection<ViolenceReport>> {
    const { personId, victim, examined } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    if (personId) where.push(isId(personId) ? { personId } : { id: { $in: [] } });
    if (victim) where.push({ victim });
    if (typeof examined === 'boolean') where.push({ examinedOn: examined ? { $ne: null } : null });
    const order = { by: 'receivedAt', direction: 'desc' } as const;
    return allSeen(context, await dayList(context, ViolenceReport, where.length ? { $and: where } : {}, args, order));
  }

  @Query(() => ViolenceReportConnection, { description: 'Reports of violence that nobody has examined yet, the first due first.' })
  @Allow('violence.read')
  async unexaminedViolenceReports(@Ctx() context: Context, @Args() args: PageArgs): Promise<Connection<ViolenceReport>> {
    const order = { by: 'dueOn', direction: 'asc' } as const;
    return allSeen(context, await dayList(context, ViolenceReport, { examinedOn: null }, args, order));
  }

  @Mutation(() => ReportViolencePayload, { description: 'Records at once that somebody told of violence, with what is known.' })
  @Allow('violence.report')
  async reportViolence(
    @Ctx() context: Context,
    @Arg('input', () => ReportViolenceInput, { description: 'What was told.' }) input: ReportViolenceInput,
  ): Promise<ReportViolencePayload> {
    const { violenceReport, problems } = await reportViolence(context, input);
    return { violenceReport, number: violenceReport?.number ?? null, dueOn: violenceReport?.dueOn ?? null, problems };
  }

  @Mutation(() => ViolenceReportPayload, { description: 'Writes down what the examination of a report of violence found; it stays.' })
  @Allow('violence.examine')
  examineViolence(
    @Ctx() context: Context,
    @Arg('input', () => ExamineViolenceInput, { description: 'The examination.' }) input: ExamineViolenceInput,
  ): Promise<Payload<'violenceReport', ViolenceReport>> {
    return examineViolence(context, input);
  }

  @Mutation(() => ViolenceReportPayload, {
    description: 'Adds what followed a report of violence: a case, a referral, a stay, the police.',
  })
  @Allow('violence.followUp')
  addViolenceFollowUp(
    @Ctx() context: Context,
    @Arg('input', () => AddViolenceFollowUpInput, { description: 'What followed.' }) input: AddViolenceFollowUpInput,
  ): Promise<Payload<'violenceReport', ViolenceReport>> {
    return addViolenceFollowUp(context, input);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who suffers; null where the person is not known yet.' })
  person(@Root() { personId }: ViolenceReport): Person | null {
    return personId ? personRef(personId) : null;
  }

  @FieldResolver(() => Employee, { description: 'Who recorded it.' })
  recordedBy(@Root() report: ViolenceReport): Employee {
    return employeeRef(report.recordedBy);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who examined it; null while nobody has.' })
  examinedBy(@Root() { examinedBy }: ViolenceReport): Employee | null {
    return examinedBy ? employeeRef(examinedBy) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Not examined, and the day has passed; or examined too late.' })
  late(@Ctx() context: Context, @Root() report: ViolenceReport): boolean {
    return (report.examinedOn ?? context.today) > report.dueOn;
  }

  @FieldResolver(() => [ViolenceFollowUp], { description: 'What followed, in the order of the days.' })
  followUps(@Ctx() context: Context, @Root() report: ViolenceReport): Promise<ViolenceFollowUp[]> {
    return context.load(followUpsOf, report.id);
  }
}

/** Who added what followed. */
@Resolver(() => ViolenceFollowUp)
export class ViolenceFollowUpResolver {
  @FieldResolver(() => Employee, { description: 'Who wrote it down.' })
  addedBy(@Root() followUp: ViolenceFollowUp): Employee {
    return employeeRef(followUp.addedBy);
  }
}

function seen(context: Context, report: ViolenceReport): ViolenceReport {
  if (report.personId) context.audit.read(report.personId, report.municipality, 'violence.read', 'violenceReport');
  return report;
}

function allSeen(context: Context, reports: Connection<ViolenceReport>): Connection<ViolenceReport> {
  for (const report of reports.nodes) seen(context, report);
  return reports;
}
