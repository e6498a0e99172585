import { describe, expect, it } from '@jest/globals';
import { examinationProblems, followUpProblems, reportProblems, termOf } from './violence-report.rules.js';

const today = '2026-11-22';
const report = { key: 'k', account: 'Kliedzieni aiz sienas', receivedOn: today, victimDescribed: 'Sieviete 3. stāvā' };

describe('a report of violence', () => {
  it('is due by the greatest danger', () => {
    expect(termOf({ danger: true, victim: 'ADULT' })).toBe('violence.danger');
    expect(termOf({ danger: true, victim: 'CHILD' })).toBe('violence.danger');
    expect(termOf({ danger: false, victim: 'CHILD' })).toBe('violence.child');
    expect(termOf({ danger: false, victim: 'ADULT' })).toBe('violence.adult');
  });

  it('is right with little known', () => {
    expect(reportProblems(report, today)).toEqual([]);
    expect(reportProblems({ ...report, victimDescribed: null, personId: 'p', happenedOn: '2026-11-21' }, today)).toEqual([]);
  });

  it.each([
    ['key', { ...report, key: ' ' }],
    ['account', { ...report, account: '\n' }],
    ['receivedOn', { ...report, receivedOn: '2026-11-23' }],
    ['happenedOn', { ...report, happenedOn: '2026-11-23' }],
    ['victimDescribed', { ...report, victimDescribed: ' ' }],
  ])('is refused, naming %s', (field, wrong) => {
    expect(reportProblems(wrong, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });

  it('is examined after it came, with words, and of the person it names', () => {
    const examined = { on: today, findings: 'Apstiprinās', personId: 'AA' };
    expect(examinationProblems(examined, { receivedOn: '2026-11-20', personId: 'aa' }, today)).toEqual([]);
    expect(examinationProblems(examined, { receivedOn: '2026-11-20', personId: null }, today)).toEqual([]);
    const wrong: [string, object, object][] = [
      ['on', { on: '2026-11-23' }, {}],
      ['on', { on: '2026-11-19' }, {}],
      ['findings', { findings: '' }, {}],
      ['personId', {}, { personId: 'bb' }],
    ];
    for (const [field, change, of] of wrong) {
      const problems = examinationProblems({ ...examined, ...change }, { receivedOn: '2026-11-20', personId: 'aa', ...of }, today);
      expect(problems).toEqual([expect.objectContaining({ field })]);
    }
  });

  it('is followed by records of the town by their id, and by anything else in words', () => {
    const of = { receivedOn: '2026-11-20' };
    expect(followUpProblems({ kind: 'CASE', objectId: 'c', on: today }, of, today)).toEqual([]);
    expect(followUpProblems({ kind: 'POLICE', note: 'Nr. 112', on: today }, of, today)).toEqual([]);
    expect(followUpProblems({ kind: 'CASE', on: today }, of, today)).toMatchObject([{ field: 'objectId' }]);
    expect(followUpProblems({ kind: 'POLICE', objectId: 'c', note: 'x', on: today }, of, today)).toMatchObject([{ field: 'objectId' }]);
    expect(followUpProblems({ kind: 'POLICE', on: today }, of, today)).toMatchObject([{ field: 'note' }]);
    expect(followUpProblems({ kind: 'OTHER', note: 'x', on: '2026-11-19' }, of, today)).toMatchObject([{ field: 'on' }]);
  });
});
