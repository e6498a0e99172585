import { Allow } from '@atbalsts/auth';
import type { Cents } from '@atbalsts/database';
import { type Connection, type Context, DateScalar, EuroScalar, PageArgs, page } from '@atbalsts/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayCursor } from '../day-cursor.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Payment } from './payment.entity.js';
import { batchById, sumOfBatch } from './payment.loader.js';
import { approvePaymentBatch, type PreparedBatch, preparePaymentBatch } from './payment.service.js';
import { PaymentBatch, PaymentBatchConnection } from './payment-batch.entity.js';
import { PaymentBatchPayload } from './payment-batch.payload.js';

/** The batch of a payment. */
@Resolver(() => Payment)
export class PaymentResolver {
  @FieldResolver(() => PaymentBatch, { nullable: true, description: 'The batch it goes to the bank with; null before it is in one.' })
  @Allow('payment.batch.read', { otherwise: 'null' })
  async batch(@Ctx() context: Context, @Root() payment: Payment): Promise<PaymentBatch | null> {
    return payment.batchId === null ? null : context.load(batchById, payment.batchId);
  }

  @FieldResolver(() => EuroScalar, { description: 'What the payee gets: the amount less what is kept back for an overpayment.' })
  payable(@Root() { amount, deducted }: Payment): Cents {
    return amount - deducted;
  }
}

/** Payment batches of the own municipality. */
@Resolver(() => PaymentBatch)
export class PaymentBatchResolver {
  @Query(() => PaymentBatchConnection, { description: 'Payment batches of your municipality, the latest month first.' })
  @Allow('payment.batch.read')
  async paymentBatches(@Ctx() { em, municipality }: Context, @Args() args: PageArgs): Promise<Connection<PaymentBatch>> {
    const after = dayCursor(args.after);
    const beyond = after ? [{ $or: [{ month: { $lt: after.day } }, { month: after.day, id: { $lt: after.id } }] }] : [];
    const rows = await em.find(
      PaymentBatch,
      { $and: [{ municipality }, ...beyond] },
      { orderBy: { month: 'desc', id: 'desc' }, limit: args.first + 1 },
    );
    return page(
      rows,
      args,
      (row) => [row.month, row.id],
      () => em.count(PaymentBatch, { municipality }),
    );
  }

  @Mutation(() => PaymentBatchPayload, {
    description:
      'Puts every due payment of a month into a new batch, each exactly once, however often and concurrently it is called. Where nothing is due, nothing is added and there is no batch.',
  })
  @Allow('payment.prepare')
  preparePaymentBatch(
    @Ctx() context: Context,
    @Arg('month', () => DateScalar, { description: 'The month, as its first day; at most the next one.' }) month: string,
  ): Promise<PreparedBatch> {
    return preparePaymentBatch(context, month);
  }

  @Mutation(() => PaymentBatchPayload, {
    description: 'Approves a batch. FOUR_EYES for who prepared it, whatever the role; STALE and WRONG_STATE as everywhere.',
  })
  @Allow('payment.approve')
  approvePaymentBatch(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the batch.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
  ): Promise<PreparedBatch> {
    return approvePaymentBatch(context, id, version);
  }

  @FieldResolver(() => Int, { description: 'How many payments are in it.' })
  async count(@Ctx() context: Context, @Root() batch: PaymentBatch): Promise<number> {
    return (await context.load(sumOfBatch, batch.id)).count;
  }

  @FieldResolver(() => EuroScalar, { description: 'What is kept back of them for overpayments.' })
  async deducted(@Ctx() context: Context, @Root() batch: PaymentBatch): Promise<Cents> {
    return (await context.load(sumOfBatch, batch.id)).deducted;
  }

  @FieldResolver(() => EuroScalar, { description: 'What they come to, less what is kept back for overpayments.' })
  async total(@Ctx() context: Context, @Root() batch: PaymentBatch): Promise<Cents> {
    return (await context.load(sumOfBatch, batch.id)).total;
  }

  @FieldResolver(() => Employee, { description: 'Who prepared it.' })
  preparedBy(@Root() batch: PaymentBatch): Employee {
    return employeeRef(batch.preparedById);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who approved it: never who prepared it; null before that.' })
  approvedBy(@Root() batch: PaymentBatch): Employee | null {
    return batch.approvedById === null ? null : employeeRef(batch.approvedById);
  }
}
