import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { PreparedBatch } from '../payment/payment.service.js';
import { PaymentBatch } from '../payment/payment-batch.entity.js';
import { PaymentBatchPayload } from '../payment/payment-batch.payload.js';
import { ReconcilePaymentBatchInput } from './bank.input.js';
import { type ExportedBatch, exportPaymentBatch } from './export.service.js';
import { PaymentExportPayload } from './payment-export.payload.js';
import { reconcilePaymentBatch } from './reconciliation.service.js';

/** The way of an approved batch to the bank and back. */
@Resolver(() => PaymentBatch)
export class BankResolver {
  @Mutation(() => PaymentExportPayload, {
    description:
      'Gives the order to the bank of an approved batch, as ISO 20022 pain.001.001.09. Asked again, it gives the same order until the bank has answered for all of it.',
  })
  @Allow('payment.prepare')
  exportPaymentBatch(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the batch.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
    @Arg('payOn', () => DateScalar, {
      nullable: true,
      description: 'The day on which the bank is to pay, the first time; today when left out.',
    })
    payOn?: string | null,
  ): Promise<ExportedBatch> {
    return exportPaymentBatch(context, id, version, payOn ?? null);
  }

  @Mutation(() => PaymentBatchPayload, {
    description: 'Records what became of the payments: paid, or rejected and so due again. A batch answered for whole is reconciled.',
  })
  @Allow('payment.prepare')
  async reconcilePaymentBatch(
    @Ctx() context: Context,
    @Arg('input', () => ReconcilePaymentBatchInput, { description: 'The answers.' }) input: ReconcilePaymentBatchInput,
  ): Promise<PreparedBatch> {
    return { ...(await reconcilePaymentBatch(context, input)), added: 0 };
  }
}
