import { invalid, type Problem } from '@atbalsts/graphql';
import type { IsoDate } from '@atbalsts/reference';

/** What became of a payment: paid on a day, or rejected for a reason; one of both. */
export interface BankAnswer {
  paymentId: string;
  paidOn?: IsoDate | null;
  rejectedReason?: string | null;
  /** Reason code of the rejection, from the ISO 20022 external code set. */
  rejectedCode?: string | null;
}

/** Everything that is wrong with the bank's answers to a batch, by the payments that wait for one. */
export function answerProblems(
  answers: readonly BankAnswer[],
  waiting: ReadonlySet<string>,
  { exportedOn, today }: { exportedOn: IsoDate; today: IsoDate },
): Problem[] {
  const seen = new Set<string>();
  return answers.flatMap(({ paymentId, paidOn, rejectedReason }, at) => {
    const found: Problem[] = [];
    if (!waiting.has(paymentId)) {
      found.push(
        invalid(
          `answers.${at}.paymentId`,
          'Šī izmaksa nav sarakstā vai uz to jau ir atbildēts.',
          'This payment is not in the batch, or is answered already.',
        ),
      );
    }
    if (seen.has(paymentId)) found.push(invalid(`answers.${at}.paymentId`, 'Izmaksa norādīta divreiz.', 'A payment is named twice.'));
    seen.add(paymentId);
    if (!paidOn === !rejectedReason?.trim()) {
      found.push(
        invalid(
          `answers.${at}`,
          'Norādiet izmaksas dienu vai noraidījuma iemeslu, vienu no abiem.',
          'Give the day it was paid or the reason of the rejection, one of both.',
        ),
      );
    }
    if (paidOn && (paidOn < exportedOn || paidOn > today)) {
      found.push(
        invalid(
          `answers.${at}.paidOn`,
          'Izmaksas diena ir pirms nosūtīšanas bankai vai nākotnē.',
          'The day of payment lies before the batch went to the bank, or in the future.',
        ),
      );
    }
    return found;
  });
}
