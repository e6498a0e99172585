import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { PreparedBatch } from '../payment/payment.service.js';
import { PaymentBatch } from '../payment/payment-batch.entity.js';
import { PaymentBatchPayload } from '../payment/payment-batch.payload.js';
import { ApplyBankAnswerInput, ReconcilePaymentBatchInput } from './bank.input.js';
import { BankAnswerPayload } from './bank-answer.payload.js';
import { type AppliedAnswer, applyBankAnswer } from './bank-answer.service.js';
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
  @Allow('payment.export')
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
  @Allow('payment.reconcile')
  async reconcilePaymentBatch(
    @Ctx() context: Context,
    @Arg('input', () => ReconcilePaymentBatchInput, { description: 'The answers.' }) input: ReconcilePaymentBatchInput,
  ): Promise<PreparedBatch> {
    return { ...(await reconcilePaymentBatch(context, input)), added: 0 };
  }

  @Mutation(() => BankAnswerPayload, {
    description:
      "Takes the bank's own answer to a batch, pain.002 or CSV: paid, or rejected with reason code and text and so due again. The same file counts once, however often it comes. INVALID, with the element or line, for a reference that is unknown or stands twice, another amount or what cannot be read: then nothing of it counts.",
  })
  @Allow('payment.reconcile')
  applyBankAnswer(
    @Ctx() context: Context,
    @Arg('input', () => ApplyBankAnswerInput, { description: 'The answer.' }) input: ApplyBankAnswerInput,
  ): Promise<AppliedAnswer> {
    return applyBankAnswer(context, input);
  }
}
