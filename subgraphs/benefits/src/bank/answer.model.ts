import type { Cents, IsoDate, Label } from '@atbalsts/reference';

/** What the bank says became of one payment, as it stands in its file. */
export interface ReadAnswer {
  /** Where it stands: an element path in XML, a line in CSV. */
  at: string;
  endToEndId: string;
  /** WAITING: the bank has not said its last word. */
  outcome: 'PAID' | 'REJECTED' | 'WAITING';
  /** The day the money went, of a payment that is paid. */
  on: IsoDate | null;
  /** Reason code of a rejection, e.g. AC04; null where none is given. */
  code: string | null;
  text: string | null;
  /** As the bank repeats it; null where it does not. */
  amount: Cents | null;
}

/** A file of the bank, read. */
export interface AnswerFile {
  /** The message it answers; null where the format does not say. */
  messageId: string | null;
  answers: ReadAnswer[];
  /** What the bank says of every payment that it does not name: PAID or REJECTED of the whole message; null where it says nothing of them. */
  others: Omit<ReadAnswer, 'endToEndId' | 'amount'> | null;
}

/** Why a file cannot be read, with the place. */
export class UnreadableAnswer extends Error {
  constructor(
    readonly at: string,
    readonly text: Label,
  ) {
    super(`${at}: ${text.en}`);
  }
}

/** The largest number of payments one file may name. */
export const mostAnswers = 50_000;

/** Statuses of ISO 20022 (ExternalPaymentTransactionStatus1Code) by what they mean for the payment: only settlement is payment. */
export const outcomeOf: Readonly<Record<string, ReadAnswer['outcome']>> = {
  ACSC: 'PAID',
  ACCC: 'PAID',
  RJCT: 'REJECTED',
  ACCP: 'WAITING',
  ACFC: 'WAITING',
  ACSP: 'WAITING',
  ACTC: 'WAITING',
  ACWC: 'WAITING',
  PDNG: 'WAITING',
  RCVD: 'WAITING',
  PART: 'WAITING',
};

/** Cents of an amount with at most two decimals and a point; null for anything else. */
export function centsOf(text: string): Cents | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** A real day written YYYY-MM-DD, also where a time follows; null for anything else. */
export function dayOf(text: string): IsoDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?$/.exec(text)?.[1];
  if (!day) return null;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === day ? day : null;
}
