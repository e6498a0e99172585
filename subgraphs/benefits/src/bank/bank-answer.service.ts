import { createHash } from 'node:crypto';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuseStale } from '@atbalsts/graphql';
import { held } from '../held.js';
import { holdPayments, namedBatch } from '../payment/payment.service.js';
import { PaymentBatch } from '../payment/payment-batch.entity.js';
import { type AnswerFile, UnreadableAnswer } from './answer.model.js';
import { readAnswerCsv } from './answer-csv.rules.js';
import { matchAnswers, type SentPayment } from './answer-match.rules.js';
import { type ApplyBankAnswerInput, BankAnswerFormat } from './bank.input.js';
import { readPain002 } from './pain-002.rules.js';
import { refuseUnanswerable, settleBatch } from './reconciliation.service.js';

/** What taking an answer of the bank gives back. */
export type AppliedAnswer = Payload<'batch', PaymentBatch> & { paid: number; rejected: number; takenBefore: boolean };

/**
 * Takes the bank's own answer to a batch that went to it. The file is read before anything is held; the same file, by its SHA-256, counts once however
 * often and concurrently it comes, whatever version is named. Refuses STALE, WRONG_STATE, and INVALID with the place where anything of it is wrong.
 */
export async function applyBankAnswer(context: Context, input: ApplyBankAnswerInput): Promise<AppliedAnswer> {
  const outcome = { paid: 0, rejected: 0, takenBefore: false };
  const payload = await mutate(context, 'batch', async () => {
    const { em, municipality, employee, today } = context;
    const file = readOrRefuse(input);
    await holdPayments(context);
    const batch = await held(context, PaymentBatch, { ...namedBatch(input.batchId), field: 'batchId' });
    const digest = createHash('sha256').update(input.content).digest('hex');
    if (await wasTaken(context, batch.id, digest, outcome)) return batch;
    if (batch.version !== input.version) refuseStale();
    refuseUnanswerable(batch, 'batchId');
    const sent = await em.execute<(Omit<SentPayment, 'payable'> & { payable: string })[]>(
      "select id, amount - deducted as payable, state from payment where batch_id = ? and state in ('BATCHED', 'PAID')",
      [batch.id],
    );
    const { answers, problems } = matchAnswers(
      file,
      sent.map((one) => ({ ...one, payable: Number(one.payable) })),
      { number: batch.number, exportedOn: batch.exportedOn as string, today },
    );
    if (problems.length) throw new Refusal(problems);
    outcome.paid = answers.filter(({ paidOn }) => paidOn).length;
    outcome.rejected = answers.length - outcome.paid;
    await em.execute(
      'insert into bank_answer (batch_id, digest, municipality, format, paid, rejected, applied_by, applied_on) values (?, ?, ?, ?, ?, ?, ?, ?)',
      [batch.id, digest, municipality, input.format, outcome.paid, outcome.rejected, employee, today],
      'run',
    );
    return settleBatch(context, batch, answers);
  });
  return { ...payload, ...(payload.problems.length ? { paid: 0, rejected: 0, takenBefore: false } : outcome) };
}

function readOrRefuse({ format, content }: ApplyBankAnswerInput): AnswerFile {
  try {
    return format === BankAnswerFormat.CSV ? readAnswerCsv(content) : readPain002(content);
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    throw new Refusal([problem(ProblemCode.INVALID, error.text.lv, error.text.en, 'content')]);
  }
}

async function wasTaken(
  { em }: Context,
  batchId: string,
  digest: string,
  outcome: { paid: number; rejected: number; takenBefore: boolean },
): Promise<boolean> {
  const [before] = await em.execute<{ paid: number; rejected: number }[]>(
    'select paid, rejected from bank_answer where batch_id = ? and digest = ?',
    [batchId, digest],
  );
  if (before) Object.assign(outcome, before, { takenBefore: true });
  return before !== undefined;
}
