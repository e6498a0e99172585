import { Allow } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { type Connection, type Context, PageArgs, type Payload, type ReferenceResolver } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import { AssistantContract, AssistantContractConnection, AssistantReport, AssistantReportConnection } from './assistant.entity.js';
import {
  AssistantContractFilter,
  AssistantReportFilter,
  ConcludeAssistantContractInput,
  DecideAssistantReportInput,
  EndAssistantContractInput,
  SubmitAssistantReportInput,
} from './assistant.input.js';
import { assistantContractById, assistantReportById, assistantReportsOf } from './assistant.loader.js';
import { concludeAssistantContract, decideAssistantReport, endAssistantContract, submitAssistantReport } from './assistant.service.js';

const AssistantContractPayload = PayloadOf(() => AssistantContract, 'assistantContract', 'AssistantContractPayload', 'assistant.read');
const AssistantReportPayload = PayloadOf(() => AssistantReport, 'assistantReport', 'AssistantReportPayload', 'assistant.read');

/** Resolves a contract for another subgraph; null where the principal's municipality does not know it. */
export const assistantContractReference: ReferenceResolver = ({ id }, context) => context.load(assistantContractById, String(id));

/** Resolves a monthly report for another subgraph; null where the principal's municipality does not know it. */
export const assistantReportReference: ReferenceResolver = ({ id }, context) => context.load(assistantReportById, String(id));

@ArgsType()
class AssistantContractsArgs extends PageArgs {
  @Field(() => AssistantContractFilter, { nullable: true, description: 'Which contracts; all when left out.' })
  filter?: AssistantContractFilter | null;
}

@ArgsType()
class AssistantReportsArgs extends PageArgs {
  @Field(() => AssistantReportFilter, { nullable: true, description: 'Which reports; all when left out.' })
  filter?: AssistantReportFilter | null;
}

const ofId = (column: string, id: string) => (isId(id) ? { [column]: id } : { id: { $in: [] } });

/** Assistants of persons with disability: contracts. */
@Resolver(() => AssistantContract)
export class AssistantContractResolver {
  @Query(() => AssistantContract, {
    nullable: true,
    description: 'A contract with an assistant by id; null where there is none in your municipality.',
  })
  @Allow('assistant.read')
  assistantContract(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the contract.' }) id: string,
  ): Promise<AssistantContract | null> {
    return context.load(assistantContractById, id);
  }

  @Query(() => AssistantContractConnection, { description: 'Contracts with assistants, the latest first.' })
  @Allow('assistant.read')
  assistantContracts(@Ctx() context: Context, @Args() args: AssistantContractsArgs): Promise<Connection<AssistantContract>> {
    const { personId, assistantId, on } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    if (personId) where.push(ofId('personId', personId));
    if (assistantId) where.push(ofId('assistantId', assistantId));
    if (on) where.push({ from: { $lte: on } }, { $or: [{ until: null }, { until: { $gt: on } }] });
    return dayList(context, AssistantContract, where.length ? { $and: where } : {}, args, { by: 'from', direction: 'desc' });
  }

  @Mutation(() => AssistantContractPayload, { description: 'Concludes a contract with an assistant for a person with disability.' })
  @Allow('assistant.contract')
  concludeAssistantContract(
    @Ctx() context: Context,
    @Arg('input', () => ConcludeAssistantContractInput, { description: 'The contract.' }) input: ConcludeAssistantContractInput,
  ): Promise<Payload<'assistantContract', AssistantContract>> {
    return concludeAssistantContract(context, input);
  }

  @Mutation(() => AssistantContractPayload, { description: 'Ends a contract with an assistant before its time.' })
  @Allow('assistant.contract')
  endAssistantContract(
    @Ctx() context: Context,
    @Arg('input', () => EndAssistantContractInput, { description: 'The end.' }) input: EndAssistantContractInput,
  ): Promise<Payload<'assistantContract', AssistantContract>> {
    return endAssistantContract(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who is helped.' })
  person(@Root() contract: AssistantContract): Person {
    return personRef(contract.personId);
  }

  @FieldResolver(() => Person, { description: 'Who helps.' })
  assistant(@Root() contract: AssistantContract): Person {
    return personRef(contract.assistantId);
  }

  @FieldResolver(() => AssistantReportConnection, { description: 'Monthly reports, the latest month first.' })
  reports(
    @Ctx() context: Context,
    @Root() contract: AssistantContract,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<AssistantReport>> {
    return assistantReportsOf(context, { parentId: contract.id, first, after: after ?? null });
  }
}

/** Assistants of persons with disability: monthly reports. */
@Resolver(() => AssistantReport)
export class AssistantReportResolver {
  @Query(() => AssistantReportConnection, { description: 'Monthly reports of assistants, the latest month first.' })
  @Allow('assistant.read')
  assistantReports(@Ctx() context: Context, @Args() args: AssistantReportsArgs): Promise<Connection<AssistantReport>> {
    const { contractId, month, state } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    if (contractId) where.push(ofId('contractId', contractId));
    if (month) where.push({ month });
    if (state) where.push({ state });
    return dayList(context, AssistantReport, where.length ? { $and: where } : {}, args, { by: 'month', direction: 'desc' });
  }

  @Mutation(() => AssistantReportPayload, {
    description: 'Submits what an assistant did in a month; more hours than granted need a reason.',
  })
  @Allow('assistant.report')
  submitAssistantReport(
    @Ctx() context: Context,
    @Arg('input', () => SubmitAssistantReportInput, { description: 'The report.' }) input: SubmitAssistantReportInput,
  ): Promise<Payload<'assistantReport', AssistantReport>> {
    return submitAssistantReport(context, input);
  }

  @Mutation(() => AssistantReportPayload, { description: 'Approves or returns a monthly report; somebody else than who submitted it.' })
  @Allow('assistant.approve')
  decideAssistantReport(
    @Ctx() context: Context,
    @Arg('input', () => DecideAssistantReportInput, { description: 'The decision.' }) input: DecideAssistantReportInput,
  ): Promise<Payload<'assistantReport', AssistantReport>> {
    return decideAssistantReport(context, input);
  }

  @FieldResolver(() => AssistantContract, { description: 'Of which contract.' })
  async contract(@Ctx() context: Context, @Root() report: AssistantReport): Promise<AssistantContract | null> {
    return context.load(assistantContractById, report.contractId);
  }

  @FieldResolver(() => Employee, { description: 'Who submitted it.' })
  submittedBy(@Root() report: AssistantReport): Employee {
    return employeeRef(report.submittedBy);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who approved or returned it; null while nobody has.' })
  decidedBy(@Root() { decidedBy }: AssistantReport): Employee | null {
    return decidedBy ? employeeRef(decidedBy) : null;
  }
}
