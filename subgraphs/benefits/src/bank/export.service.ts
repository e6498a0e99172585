import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { type Addressee, addresseeOf } from '../external/person.ask.js';
import { held, seen } from '../held.js';
import { Payment } from '../payment/payment.entity.js';
import { namedBatch } from '../payment/payment.service.js';
import { PaymentBatch, PaymentBatchState } from '../payment/payment-batch.entity.js';
import { creditTransferXml } from './credit-transfer.rules.js';
import { payingAccountOf } from './paying-account.js';

/** A batch for the bank: the order, what it comes to, and what is left out of it. */
export type ExportedBatch = Payload<'batch', PaymentBatch> & { file: string | null; leftOut: Payment[] };

interface Payable {
  id: string;
  amount: string;
  number: string;
  applicantId: string;
  account: string | null;
}

/**
 * The order to the bank of an approved batch (ISO 20022 pain.001.001.09). Names are asked of the registry, with the same principal, and it fails closed. A
 * payment without an account, or to who is no longer known in the town, is left out of the file and named: it is paid otherwise. Asked again, it
 * gives the same order with the same message id, which a bank takes once. Refuses STALE, WRONG_STATE, and INVALID where nothing can go to a bank.
 */
export async function exportPaymentBatch(context: Context, id: string, version: number, payOn: string | null): Promise<ExportedBatch> {
  let file: string | null = null;
  let leftOut: Payment[] = [];
  const payload = await mutate(context, 'batch', async () => {
    const { em, municipality, today } = context;
    refuseUnexportable(await seen(context, PaymentBatch, namedBatch(id)), version);
    if (payOn !== null && payOn < today) refuse(ProblemCode.INVALID, 'Izmaksas diena ir pagājusi.', 'The day of payment is over.', 'payOn');
    const names = await namesOf(context, await payablesOf(context, id));
    const debtor = await payingAccountOf(em, municipality);
    if (!debtor)
      refuse(
        ProblemCode.RULE_MISSING,
        'Pašvaldībai nav ievadīts konts, no kura maksāt.',
        'No account is entered for the municipality to pay from.',
      );
    const batch = await held(context, PaymentBatch, namedBatch(id));
    refuseUnexportable(batch, version);
    const payables = await payablesOf(context, id);
    const transfers = payables.flatMap(({ id: paymentId, amount, number, applicantId, account }) => {
      const person = names.get(applicantId);
      if (!person || !account) return [];
      const name = `${person.givenName} ${person.familyName}`;
      return [{ paymentId, amount: Number(amount), name, iban: account, remittance: `Pabalsts ${number} ${batch.month.slice(0, 7)}` }];
    });
    if (transfers.length === 0) {
      throw new Refusal([
        problem(
          ProblemCode.INVALID,
          'Nevienu no šīm izmaksām nevar sūtīt bankai: trūkst saņēmēju kontu.',
          'None of these payments can go to a bank: the accounts of the payees are missing.',
          'id',
        ),
      ]);
    }
    const first = batch.state === PaymentBatchState.APPROVED;
    if (first) {
      batch.state = PaymentBatchState.EXPORTED;
      batch.exportedOn = today;
      batch.payOn = payOn ?? today;
    }
    await em.flush();
    file = creditTransferXml({
      messageId: batch.number,
      createdOn: batch.exportedOn as string,
      payOn: batch.payOn as string,
      debtor: { name: debtor.holder, iban: debtor.iban, bic: debtor.bic },
      transfers,
    });
    const sent = new Set(transfers.map(({ paymentId }) => paymentId));
    const missing = payables.filter((payable) => !sent.has(payable.id)).map((payable) => payable.id);
    leftOut = await em.find(Payment, { id: { $in: missing } }, { orderBy: { id: 'asc' } });
    await context.audit.write(em, {
      action: 'payment.export',
      object: `payment-batch:${id}`,
      fields: ['file', ...(first ? ['state'] : [])],
    });
    return batch;
  });
  return { ...payload, file, leftOut };
}

function payablesOf({ em }: Context, batchId: string): Promise<Payable[]> {
  return em.execute<Payable[]>(
    `select p.id, p.amount - p.deducted as amount, d.number, a.applicant_id as "applicantId", a.payee_account as account
       from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
      where p.batch_id = ? and p.state = 'BATCHED' order by p.id`,
    [batchId],
  );
}

async function namesOf(context: Context, payables: readonly Payable[]): Promise<ReadonlyMap<string, Addressee | null>> {
  const ids = [...new Set(payables.filter(({ account }) => account).map(({ applicantId }) => applicantId))];
  const persons = await Promise.all(ids.map((id) => context.load(addresseeOf, id)));
  return new Map(ids.map((id, at) => [id, persons[at] ?? null]));
}

function refuseUnexportable({ version, state }: PaymentBatch, expected: number): void {
  if (version !== expected) refuseStale();
  if (state === PaymentBatchState.APPROVED || state === PaymentBatchState.EXPORTED) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Bankai sūta apstiprinātu sarakstu, par kuru banka vēl nav atbildējusi.',
    'An approved batch goes to the bank, as long as the bank has not answered for all of it.',
    'id',
  );
}
