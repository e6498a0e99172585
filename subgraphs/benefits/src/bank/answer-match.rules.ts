import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { Cents, IsoDate } from '@atbalsts/reference';
import type { AnswerFile, ReadAnswer } from './answer.model.js';
import { endToEndId } from './credit-transfer.rules.js';
import type { BankAnswer } from './reconciliation.rules.js';

/** A payment of the batch as the bank got it. */
export interface SentPayment {
  id: string;
  /** What the bank was asked to pay. */
  payable: Cents;
  state: 'BATCHED' | 'PAID';
}

/** What a file of the bank says, by payment; or everything that is wrong with it, so that nothing of it counts. */
export type MatchedAnswers = { answers: BankAnswer[]; problems: [] } | { answers: []; problems: Problem[] };

/**
 * Finds the payments that a file of the bank answers for. Unknown and doubled references, another message, another amount and a day outside the order's are refused
 * with their place, all at once. A payment that is paid already and said to be paid once more is no news; one without the last word waits on.
 */
export function matchAnswers(
  file: AnswerFile,
  sent: readonly SentPayment[],
  batch: { number: string; exportedOn: IsoDate; today: IsoDate },
): MatchedAnswers {
  if (file.messageId !== null && file.messageId !== batch.number) {
    return refused([
      wrong('OrgnlGrpInfAndSts/OrgnlMsgId', `atbilde nav uz sarakstu ${batch.number}`, `it does not answer the batch ${batch.number}`),
    ]);
  }
  const known = new Map(sent.map((payment) => [endToEndId(payment.id), payment]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const answers: BankAnswer[] = [];
  for (const answer of file.answers) {
    const reference = answer.endToEndId.toLowerCase();
    const payment = known.get(reference);
    if (seen.has(reference)) problems.push(wrong(answer.at, 'maksājums norādīts divreiz', 'a payment is named twice'));
    else if (!payment) problems.push(wrong(answer.at, 'šāda maksājuma sarakstā nav', 'there is no such payment in the batch'));
    else {
      const found =
        payment.state === 'PAID' && answer.outcome === 'REJECTED'
          ? answered(answer)
          : (amountProblem(answer, payment) ?? dayProblem(answer, batch));
      if (found) problems.push(found);
      else if (answer.outcome !== 'WAITING' && payment.state === 'BATCHED') answers.push(settled(payment.id, answer));
    }
    seen.add(reference);
  }
  const { others } = file;
  const unnamed = others ? sent.filter(({ id, state }) => state === 'BATCHED' && !seen.has(endToEndId(id))) : [];
  if (others && unnamed.length) {
    const found = dayProblem(others, batch);
    if (found) problems.push(found);
    answers.push(...unnamed.map(({ id }) => settled(id, others)));
  }
  return problems.length ? refused(problems.slice(0, mostProblems)) : { answers, problems: [] };
}

/** How many problems of a file are told at once. */
const mostProblems = 100;

const refused = (problems: Problem[]): MatchedAnswers => ({ answers: [], problems });

type Said = Pick<ReadAnswer, 'outcome' | 'on' | 'code' | 'text'>;

function settled(paymentId: string, { outcome, on, code, text }: Said): BankAnswer {
  if (outcome === 'PAID') return { paymentId, paidOn: on };
  const plain = code && /^[A-Z0-9]{1,10}$/.test(code) ? code : null;
  return { paymentId, rejectedReason: (text ?? code ?? 'Banka iemeslu nenorāda.').slice(0, 500), rejectedCode: plain };
}

function amountProblem({ at, amount }: ReadAnswer, { payable }: SentPayment): Problem | null {
  return amount === null || amount === payable
    ? null
    : wrong(at, 'summa nav tā, kuru lūdza izmaksāt', 'the amount is not what the bank was asked to pay');
}

function dayProblem(
  { at, on }: Pick<ReadAnswer, 'at' | 'on'>,
  { exportedOn, today }: { exportedOn: IsoDate; today: IsoDate },
): Problem | null {
  if (on === null || (on >= exportedOn && on <= today)) return null;
  return wrong(
    at,
    'izmaksas diena ir pirms nosūtīšanas bankai vai nākotnē',
    'the day of payment lies before the batch went to the bank, or in the future',
  );
}

const answered = ({ at }: ReadAnswer): Problem =>
  wrong(at, 'par šo maksājumu jau ir atbildēts, ka tas izmaksāts', 'this payment is answered already: it was paid');

const wrong = (at: string, lv: string, en: string): Problem => problem(ProblemCode.INVALID, `${at}: ${lv}.`, `${at}: ${en}.`, 'content');
