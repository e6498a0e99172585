import { describe, expect, it } from '@jest/globals';
import type { AnswerFile, ReadAnswer } from './answer.model.js';
import { matchAnswers, type SentPayment } from './answer-match.rules.js';

const batch = { number: 'IZM-1', exportedOn: '2025-07-25', today: '2025-07-30' };
const sent: SentPayment[] = [
  { id: 'aaaaaaaa-0000-7000-8000-000000000001', payable: 6600, state: 'BATCHED' },
  { id: 'aaaaaaaa-0000-7000-8000-000000000002', payable: 100, state: 'BATCHED' },
  { id: 'aaaaaaaa-0000-7000-8000-000000000003', payable: 100, state: 'PAID' },
];
const reference = (n: number) => `aaaaaaaa000070008000${String(n).padStart(12, '0')}`;
const answer = (n: number, change: Partial<ReadAnswer> = {}): ReadAnswer => ({
  at: `line ${n}`,
  endToEndId: reference(n),
  outcome: 'PAID',
  on: '2025-07-28',
  code: null,
  text: null,
  amount: null,
  ...change,
});
const match = (answers: ReadAnswer[], more: Partial<AnswerFile> = {}) =>
  matchAnswers({ messageId: null, others: null, answers, ...more }, sent, batch);
const told = (answers: ReadAnswer[], more: Partial<AnswerFile> = {}) => match(answers, more).problems.map(({ text }) => text.en);

describe('a file of the bank', () => {
  it('is laid against the payments that were sent', () => {
    const rejected = answer(2, { outcome: 'REJECTED', on: null, code: 'AC04', text: 'Konts slēgts.' });
    expect(match([answer(1, { amount: 6600 }), rejected, answer(3)]).answers).toEqual([
      { paymentId: sent[0]?.id, paidOn: '2025-07-28' },
      { paymentId: sent[1]?.id, rejectedReason: 'Konts slēgts.', rejectedCode: 'AC04' },
    ]);
    expect(match([answer(1, { endToEndId: reference(1).toUpperCase() })]).answers).toHaveLength(1);
    expect(match([answer(1, { outcome: 'WAITING', on: null })])).toEqual({ answers: [], problems: [] });
  });

  it('that speaks of all at once is laid against those that it does not name', () => {
    const others = { at: 'GrpSts', outcome: 'PAID' as const, on: '2025-07-29', code: null, text: null };
    expect(match([answer(2, { outcome: 'REJECTED', on: null })], { others }).answers).toEqual([
      { paymentId: sent[1]?.id, rejectedReason: 'Banka iemeslu nenorāda.', rejectedCode: null },
      { paymentId: sent[0]?.id, paidOn: '2025-07-29' },
    ]);
    expect(told([], { others: { ...others, on: '2025-08-01' } })).toEqual([expect.stringMatching(/^GrpSts: the day/)]);
  });

  it.each<[string, ReadAnswer[], RegExp[]]>([
    ['an unknown reference', [answer(1), answer(9)], [/^line 9: there is no such payment/]],
    ['a doubled reference', [answer(1), answer(1, { at: 'line 7' })], [/^line 7: a payment is named twice/]],
    ['another amount', [answer(1, { amount: 10_600 })], [/^line 1: the amount/]],
    ['a day before the order', [answer(1, { on: '2025-07-24' })], [/^line 1: the day/]],
    ['a day to come', [answer(1, { on: '2025-07-31' })], [/^line 1: the day/]],
    ['a rejection of what was paid', [answer(3, { outcome: 'REJECTED', on: null })], [/^line 3: this payment is answered already/]],
    ['several at once', [answer(9), answer(8)], [/^line 9/, /^line 8/]],
  ])('with %s is refused whole, with its place', (_name, answers, expected) => {
    expect(told(answers)).toEqual(expected.map((text) => expect.stringMatching(text)));
    expect(match(answers).answers).toEqual([]);
  });

  it('to another message is refused', () => {
    expect(told([answer(1)], { messageId: 'IZM-2' })).toEqual([expect.stringMatching(/OrgnlMsgId/)]);
    expect(told([answer(1)], { messageId: 'IZM-1' })).toEqual([]);
  });
});
