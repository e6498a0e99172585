import { describe, expect, it } from '@jest/globals';
import { AbsenceReason } from './absence.entity.js';
import { absenceProblems, changeProblems, keptAtMost, keptDays } from './absence.rules.js';
import { conclusionProblems, incidentProblems, recordProblems } from './record.rules.js';

const today = '2026-11-22';
const stay = { from: '2026-10-01', endedOn: null, accommodation: true };
const fields = (problems: { code: string; field: string | null }[]) => problems.map(({ code, field }) => `${code} ${field}`);

describe('an absence', () => {
  it.each<[string, object, object, string[]]>([
    ['in hospital keeps the bed', {}, {}, []],
    ['begins with the stay at the earliest', { from: '2026-09-30', keptUntil: '2026-10-20' }, {}, ['INVALID from']],
    ['does not lie ahead', { from: '2026-11-23', keptUntil: '2026-12-01' }, {}, ['INVALID from']],
    ['has an end of the term', { keptUntil: '2026-11-10' }, {}, ['INVALID keptUntil']],
    ['is kept no longer than the reason lets it', { keptUntil: '2027-01-10' }, {}, ['INVALID keptUntil']],
    ['needs a stay that goes on', {}, { endedOn: '2026-11-15' }, ['WRONG_STATE placementId']],
    ['needs a bed', {}, { accommodation: false }, ['WRONG_STATE placementId']],
  ])('%s', (_, asked, change, expected) => {
    const absence = { from: '2026-11-10', keptUntil: '2026-12-01', reason: AbsenceReason.HOSPITAL, ...asked };
    expect(fields(absenceProblems(absence, { ...stay, ...change }, today))).toEqual(expected);
  });

  it('has a longest term for every reason', () => {
    expect(Object.keys(keptDays).sort()).toEqual(Object.values(AbsenceReason).sort());
    expect(keptAtMost('2026-11-10', AbsenceReason.UNEXPLAINED)).toBe('2026-11-13');
  });

  it.each<[string, object, object, string[]]>([
    ['ends with the return', {}, { returnedOn: today }, []],
    ['may be prolonged', {}, { keptUntil: '2026-12-20' }, []],
    ['is either', {}, {}, ['INVALID returnedOn']],
    ['is not both', {}, { returnedOn: today, keptUntil: '2026-12-20' }, ['INVALID returnedOn']],
    ['does not end tomorrow', {}, { returnedOn: '2026-11-23' }, ['INVALID returnedOn']],
    ['does not end before it began', {}, { returnedOn: '2026-11-09' }, ['INVALID returnedOn']],
    ['ends once', { endedOn: '2026-11-15' }, { returnedOn: today }, ['WRONG_STATE id']],
    ['is prolonged as far as the reason lets it', {}, { keptUntil: '2027-03-01' }, ['INVALID keptUntil']],
  ])('that goes on %s', (_, change, asked, expected) => {
    const absence = { from: '2026-11-10', reason: AbsenceReason.HOSPITAL, endedOn: null, ...change };
    expect(fields(changeProblems(absence, asked, today))).toEqual(expected);
  });
});

describe('a record of the house', () => {
  it('is of a day of the stay, and says something', () => {
    expect(recordProblems({ on: today, what: 'Klaigāja' }, stay, today)).toEqual([]);
    expect(fields(recordProblems({ on: '2026-09-01', what: ' ' }, stay, today))).toEqual(['INVALID on', 'INVALID what']);
  });

  it('of an incident names only who was there, on a day that has come', () => {
    const incident = { on: today, what: 'Kritiens', persons: ['A', 'b'] };
    expect(incidentProblems(incident, ['a', 'b'], today)).toEqual([]);
    expect(fields(incidentProblems({ ...incident, on: '2026-11-23', what: '' }, ['a'], today))).toEqual([
      'INVALID what',
      'INVALID on',
      'INVALID personIds',
    ]);
  });

  it('of what followed comes once, after it', () => {
    const incident = { on: '2026-11-20', concludedOn: null };
    expect(conclusionProblems(incident, { on: today, outcome: 'Vienošanās' }, today)).toEqual([]);
    expect(fields(conclusionProblems(incident, { on: '2026-11-19', outcome: ' ' }, today))).toEqual(['INVALID outcome', 'INVALID on']);
    expect(fields(conclusionProblems(incident, { on: '2026-11-23', outcome: 'x' }, today))).toEqual(['INVALID on']);
    expect(fields(conclusionProblems({ ...incident, concludedOn: today }, { on: today, outcome: 'x' }, today))).toEqual(['WRONG_STATE id']);
  });
});
