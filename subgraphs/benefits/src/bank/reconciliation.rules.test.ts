import { describe, expect, it } from '@jest/globals';
import { answerProblems, type BankAnswer } from './reconciliation.rules.js';

const days = { exportedOn: '2025-07-25', today: '2025-07-30' };
const problemsOf = (...answers: BankAnswer[]) =>
  answerProblems(answers, new Set(['a', 'b']), days).map(({ code, field }) => `${code} ${field}`);

describe('the answers of a bank', () => {
  it.each<[string, BankAnswer[], string[]]>([
    [
      'paid and rejected',
      [
        { paymentId: 'a', paidOn: '2025-07-28' },
        { paymentId: 'b', rejectedReason: 'AC04' },
      ],
      [],
    ],
    ['paid on the day of the order', [{ paymentId: 'a', paidOn: '2025-07-25' }], []],
    ['paid before it', [{ paymentId: 'a', paidOn: '2025-07-24' }], ['INVALID answers.0.paidOn']],
    ['paid today', [{ paymentId: 'a', paidOn: '2025-07-30' }], []],
    ['paid tomorrow', [{ paymentId: 'a', paidOn: '2025-07-31' }], ['INVALID answers.0.paidOn']],
    ['neither', [{ paymentId: 'a' }], ['INVALID answers.0']],
    ['an empty reason', [{ paymentId: 'a', rejectedReason: ' ' }], ['INVALID answers.0']],
    ['both', [{ paymentId: 'a', paidOn: '2025-07-28', rejectedReason: 'AC04' }], ['INVALID answers.0']],
    ['a payment that does not wait', [{ paymentId: 'c', paidOn: '2025-07-28' }], ['INVALID answers.0.paymentId']],
    [
      'a payment twice',
      [
        { paymentId: 'a', paidOn: '2025-07-28' },
        { paymentId: 'a', rejectedReason: 'x' },
      ],
      ['INVALID answers.1.paymentId'],
    ],
  ])('%s', (_name, answers, expected) => {
    expect(problemsOf(...answers)).toEqual(expected);
  });
});
