import { Allow } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { type Connection, type Context, DateScalar, EuroScalar, PageArgs, type Payload, type ReferenceResolver } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { FeeAssessment, Invoice, InvoiceConnection, Receipt } from './fee.entity.js';
import { AssessFeeInput, InvoiceFilter, IssueInvoicesInput, RecordReceiptInput, ReviseInvoiceInput } from './fee.input.js';
import { accountOf, arrearsOn, feeRuleOn, feeRulesOf, invoiceById, paidOf } from './fee.loader.js';
import { feeOf } from './fee.rules.js';
import { assessFee, recordReceipt } from './fee.service.js';
import { FeeAccount, FeeArrears, FeeArrearsConnection, FeeRule, IssueInvoicesPayload } from './fee.types.js';
import { issueInvoices, reviseInvoice } from './invoice.service.js';

const FeeAssessmentPayload = PayloadOf(() => FeeAssessment, 'feeAssessment', 'FeeAssessmentPayload', 'fee.read');
const InvoicePayload = PayloadOf(() => Invoice, 'invoice', 'InvoicePayload', 'fee.read');
const ReceiptPayload = PayloadOf(() => Receipt, 'receipt', 'ReceiptPayload', 'fee.read');

/** Resolves an invoice for another subgraph; null where the principal's municipality does not know it. */
export const invoiceReference: ReferenceResolver = ({ id }, context) => context.load(invoiceById, String(id));

@ArgsType()
class InvoicesArgs extends PageArgs {
  @Field(() => InvoiceFilter, { nullable: true, description: 'Which invoices; all when left out.' })
  filter?: InvoiceFilter | null;
}

@ArgsType()
class FeeArrearsArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'On which day; today when left out.' })
  on?: string | null;
}

/** What clients are asked to pay, and what they paid. */
@Resolver()
export class FeeResolver {
  @Query(() => [FeeRule], { description: 'What services cost their clients in your municipality, by service and day.' })
  @Allow('fee.read')
  feeRules(@Ctx() context: Context): Promise<FeeRule[]> {
    return feeRulesOf(context);
  }

  @Query(() => EuroScalar, {
    nullable: true,
    description: 'What a month would cost a client; null where no fee rule is known for the day.',
  })
  @Allow('fee.read')
  async feeQuote(
    @Ctx() context: Context,
    @Arg('serviceType', () => ID, { description: 'Code of the service.' }) serviceType: string,
    @Arg('on', () => DateScalar, { description: 'A day of the month.' }) on: string,
    @Arg('monthlyIncome', () => EuroScalar, { description: 'Monthly income of the client.' }) monthlyIncome: number,
    @Arg('units', () => Float, { description: 'How much in the month, in the unit of the rule.' }) units: number,
  ): Promise<number | null> {
    const rule = await feeRuleOn(context, serviceType, on);
    return rule && feeOf(rule, Math.min(Math.max(units, 0), 999_999), Math.max(monthlyIncome, 0));
  }

  @Query(() => InvoiceConnection, { description: 'Invoices of your municipality, the latest month first.' })
  @Allow('fee.read')
  invoices(@Ctx() context: Context, @Args() args: InvoicesArgs): Promise<Connection<Invoice>> {
    const { personId, serviceType, month } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    if (personId) where.push(isId(personId) ? { personId } : { id: { $in: [] } });
    if (serviceType) where.push({ serviceType });
    if (month) where.push({ month });
    return dayList(context, Invoice, where.length ? { $and: where } : {}, args, { by: 'month', direction: 'desc' });
  }

  @Query(() => FeeAccount, { description: 'What a client was invoiced for a service over all months, and what is paid of it.' })
  @Allow('fee.read')
  feeAccount(
    @Ctx() context: Context,
    @Arg('personId', () => ID, { description: 'The client.' }) personId: string,
    @Arg('serviceType', () => ID, { description: 'Code of the service.' }) serviceType: string,
  ): Promise<FeeAccount> {
    return accountOf(context, personId, serviceType);
  }

  @Query(() => FeeArrearsConnection, { description: 'Clients who have not paid in time, the longest overdue first.' })
  @Allow('fee.read')
  feeArrears(@Ctx() context: Context, @Args() args: FeeArrearsArgs): Promise<Connection<FeeArrears>> {
    return arrearsOn(context, args.on ?? context.today, args);
  }

  @Mutation(() => FeeAssessmentPayload, { description: 'Writes down what the monthly income of a client was found to be.' })
  @Allow('fee.assess')
  assessFee(
    @Ctx() context: Context,
    @Arg('input', () => AssessFeeInput, { description: 'The income.' }) input: AssessFeeInput,
  ): Promise<Payload<'feeAssessment', FeeAssessment>> {
    return assessFee(context, input);
  }

  @Mutation(() => IssueInvoicesPayload, {
    description:
      'Issues the invoices of a month for a service from what the town delivered: one for each client, however often it is asked.',
  })
  @Allow('invoice.issue')
  issueInvoices(
    @Ctx() context: Context,
    @Arg('input', () => IssueInvoicesInput, { description: 'Service and month.' }) input: IssueInvoicesInput,
  ): Promise<IssueInvoicesPayload> {
    return issueInvoices(context, input);
  }

  @Mutation(() => InvoicePayload, { description: 'Works an invoice out anew from what is recorded of its month now.' })
  @Allow('invoice.issue')
  reviseInvoice(
    @Ctx() context: Context,
    @Arg('input', () => ReviseInvoiceInput, { description: 'The invoice.' }) input: ReviseInvoiceInput,
  ): Promise<Payload<'invoice', Invoice>> {
    return reviseInvoice(context, input);
  }

  @Mutation(() => ReceiptPayload, { description: 'Records money that came from a client, once for its key.' })
  @Allow('receipt.record')
  recordReceipt(
    @Ctx() context: Context,
    @Arg('input', () => RecordReceiptInput, { description: 'The money.' }) input: RecordReceiptInput,
  ): Promise<Payload<'receipt', Receipt>> {
    return recordReceipt(context, input);
  }
}

/** Of whom and for what an invoice is, and what is paid of it. */
@Resolver(() => Invoice)
export class InvoiceResolver {
  @FieldResolver(() => Person, { description: 'Who is to pay.' })
  person(@Root() invoice: Invoice): Person {
    return personRef(invoice.personId);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: 'For which service.' })
  serviceType(@Ctx() context: Context, @Root() invoice: Invoice): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, invoice.serviceType);
  }

  @FieldResolver(() => Employee, { description: 'Who issued it.' })
  issuedBy(@Root() invoice: Invoice): Employee {
    return employeeRef(invoice.issuedBy);
  }

  @FieldResolver(() => EuroScalar, { description: 'What is paid of it.' })
  paid(@Ctx() context: Context, @Root() invoice: Invoice): Promise<number> {
    return context.load(paidOf, invoice.id);
  }

  @FieldResolver(() => EuroScalar, { description: 'What is still to be paid of it.' })
  async owed(@Ctx() context: Context, @Root() invoice: Invoice): Promise<number> {
    return invoice.amount - (await context.load(paidOf, invoice.id));
  }
}

/** For which service a rule is. */
@Resolver(() => FeeRule)
export class FeeRuleResolver {
  @FieldResolver(() => ServiceType, { nullable: true, description: 'For which service.' })
  serviceType(@Ctx() context: Context, @Root() rule: FeeRule): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, rule.serviceTypeCode);
  }
}

/** For which service somebody is behind. */
@Resolver(() => FeeArrears)
export class FeeArrearsResolver {
  @FieldResolver(() => ServiceType, { nullable: true, description: 'For which service.' })
  serviceType(@Ctx() context: Context, @Root() arrears: FeeArrears): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, arrears.serviceTypeCode);
  }
}

/** Of whom an assessment is. */
@Resolver(() => FeeAssessment)
export class FeeAssessmentResolver {
  @FieldResolver(() => Person, { description: 'The client.' })
  person(@Root() assessment: FeeAssessment): Person {
    return personRef(assessment.personId);
  }
}

/** Of whom a receipt is. */
@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => Person, { description: 'Who paid.' })
  person(@Root() receipt: Receipt): Person {
    return personRef(receipt.personId);
  }
}
