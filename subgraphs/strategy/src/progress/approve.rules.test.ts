import { describe, expect, it } from '@jest/globals';
import { approvalProblems } from './approve.rules.js';

describe('the approval of a progress report', () => {
  const head = { subject: 'a', employeeId: '1' };
  it.each([
    ['SUBMITTED', head, { subject: 'b', employeeId: '2' }, 'Nr. 7', []],
    ['SUBMITTED', null, { subject: 'a', employeeId: '1' }, 'Nr. 7', []],
    ['SUBMITTED', head, { subject: 'a', employeeId: null }, 'Nr. 7', ['FOUR_EYES null']],
    ['SUBMITTED', head, { subject: 'b', employeeId: '1' }, 'Nr. 7', ['FOUR_EYES null']],
    ['SUBMITTED', head, { subject: 'b', employeeId: '2' }, ' ', ['INVALID decision']],
    ['APPROVED', head, { subject: 'b', employeeId: '2' }, 'Nr. 7', ['WRONG_STATE null']],
    ['DRAFT', null, { subject: 'b', employeeId: '2' }, 'Nr. 7', ['WRONG_STATE null']],
  ] as const)(
    'of one in %s submitted by %j, recorded by %j with "%s", is refused at %j',
    (state, submittedBy, actor, decision, refused) => {
      expect(approvalProblems({ state, submittedBy }, actor, decision).map((one) => `${one.code} ${one.field}`)).toEqual(refused);
    },
  );
});
