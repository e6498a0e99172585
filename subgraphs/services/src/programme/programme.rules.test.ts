import { describe, expect, it } from '@jest/globals';
import { enrolmentProblems, sessionProblems, strangersProblems } from './programme.rules.js';

describe('a programme', () => {
  it('takes people on its own days', () => {
    const programme = { from: '2026-01-01', until: '2026-07-01' };
    expect(enrolmentProblems({ from: '2026-06-30' }, programme)).toEqual([]);
    for (const from of ['2025-12-31', '2026-07-01']) expect(enrolmentProblems({ from }, programme)).toMatchObject([{ field: 'from' }]);
    expect(enrolmentProblems({ from: '2026-02-01', until: '2026-02-01' }, programme)).toMatchObject([{ field: 'until' }]);
  });

  it('has sessions that took place, with each person once, and one person where there is no group', () => {
    const person = (personId: string) => ({ personId, attended: true });
    const session = { key: 'k', on: '2026-11-22', groupId: 'g', attendance: [person('a'), person('b')] };
    expect(sessionProblems(session, '2026-11-22')).toEqual([]);
    expect(sessionProblems({ ...session, key: '', on: '2026-11-23' }, '2026-11-22')).toMatchObject([{ field: 'key' }, { field: 'on' }]);
    expect(sessionProblems({ ...session, groupId: null }, '2026-11-22')).toMatchObject([{ field: 'attendance' }]);
    expect(sessionProblems({ ...session, attendance: [person('a'), person('A')] }, '2026-11-22')).toMatchObject([
      { field: 'attendance.1.personId' },
    ]);
    expect(strangersProblems(session.attendance, new Set(['a']))).toMatchObject([{ code: 'WRONG_STATE', field: 'attendance.1.personId' }]);
  });
});
