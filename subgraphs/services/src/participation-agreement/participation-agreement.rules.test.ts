import { describe, expect, it } from '@jest/globals';
import { agreementProblems, fulfilmentProblems, replacementProblems } from './participation-agreement.rules.js';

const today = '2026-11-22';
const duty = { text: 'Reģistrēties NVA', dueOn: '2026-06-01' };
const right = { agreedOn: '2026-05-01', duties: [duty], partyIds: ['aa', 'bb'] };

describe('an agreement that is being made', () => {
  it.each([
    ['of today', { ...right, agreedOn: today, duties: [{ text: 'Apmeklēt kursus' }] }],
    ['with a duty due on its own day', { ...right, duties: [{ ...duty, dueOn: right.agreedOn }] }],
    ['of years ago', { ...right, agreedOn: '2019-01-01' }],
  ])('is right: %s', (_name, terms) => {
    expect(agreementProblems(terms, today)).toEqual([]);
  });

  it.each([
    ['agreedOn', { ...right, agreedOn: '2026-11-23', duties: [{ text: 'Apmeklēt kursus' }] }],
    ['duties.1.text', { ...right, duties: [duty, { text: ' ' }] }],
    ['duties.0.dueOn', { ...right, duties: [{ ...duty, dueOn: '2026-04-30' }] }],
    ['partyIds.2', { ...right, partyIds: ['aa', 'bb', 'AA'] }],
  ])('is refused, naming %s', (field, terms) => {
    expect(agreementProblems(terms, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });

  it('replaces one of the same day or earlier, and none of a later day', () => {
    for (const active of [null, '2026-05-01', '2020-01-01']) expect(replacementProblems('2026-05-01', active)).toEqual([]);
    expect(replacementProblems('2026-05-01', '2026-05-02')).toMatchObject([{ code: 'INVALID', field: 'agreedOn' }]);
  });
});

describe('the fulfilment of a duty', () => {
  it('lies between the agreement and today', () => {
    for (const on of ['2026-05-01', '2026-06-01', today]) expect(fulfilmentProblems(on, '2026-05-01', today)).toEqual([]);
    for (const on of ['2026-04-30', '2026-11-23'])
      expect(fulfilmentProblems(on, '2026-05-01', today)).toMatchObject([{ code: 'INVALID', field: 'on' }]);
  });
});
