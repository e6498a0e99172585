import { describe, expect, it } from '@jest/globals';
import { FacilityKind } from '../facility/facility-kind.js';
import {
  type AskedRegistration,
  dayProblem,
  placesProblems,
  registrationProblems,
  renewalProblem,
  renewedFrom,
  validToOf,
} from './facility-change.rules.js';

const today = '2026-11-22';
const asked: AskedRegistration = { number: 'R-1', serviceType: 'shelter', validFrom: today };
const fields = (problems: { field: string | null }[]) => problems.map(({ field }) => field);

describe('a change of a facility', () => {
  it.each([
    ['2000-01-01', null],
    ['2027-11-22', null],
    ['2027-11-23', 'on'],
  ])('on %s is wrong in %p', (day, field) => {
    expect(dayProblem(day, today, 'on')?.field ?? null).toBe(field);
  });

  it.each<[string, Partial<AskedRegistration>, FacilityKind, string[]]>([
    ['holds', {}, FacilityKind.SHELTER, []],
    ['may be shorter', { validTo: '2027-01-01' }, FacilityKind.SHELTER, []],
    ['is five years at most', { validTo: '2031-11-23' }, FacilityKind.SHELTER, ['validTo']],
    ['ends after it begins', { validTo: today }, FacilityKind.SHELTER, ['validTo']],
    ['has a number', { number: '' }, FacilityKind.SHELTER, ['number']],
    ['is for what such a house does', {}, FacilityKind.GROUP_APARTMENTS, ['serviceType']],
    ['may be for anything where the catalogue has nothing', {}, FacilityKind.LONG_TERM_CARE, []],
    ['is entered a year ahead at most', { validFrom: '2028-01-01' }, FacilityKind.SHELTER, ['validFrom']],
  ])('as a registration %s', (_, change, kind, expected) => {
    expect(fields(registrationProblems({ ...asked, ...change }, kind, today))).toEqual(expected);
  });

  it('as a registration lasts five years where nothing else is said, from the leap day too', () => {
    expect(validToOf(asked)).toBe('2031-11-22');
    expect(validToOf({ ...asked, validFrom: '2028-02-29' })).toBe('2033-02-28');
  });

  it('as a renewal goes on without a gap, or from today, and not a year too soon', () => {
    expect(renewedFrom('2027-01-01', today)).toBe('2027-01-01');
    expect(renewedFrom('2026-01-01', today)).toBe(today);
    expect(renewalProblem('2027-11-23', today)).toBeNull();
    expect(renewalProblem('2027-11-24', today)?.code).toBe('WRONG_STATE');
  });

  it.each<[string, string[], FacilityKind, string[]]>([
    ['1', ['1', '2'], FacilityKind.SHELTER, []],
    [' ', ['1'], FacilityKind.SHELTER, ['room']],
    ['1', ['1', ' '], FacilityKind.SHELTER, ['beds']],
    ['1', ['1', ' 1'], FacilityKind.SHELTER, ['beds']],
    ['1', ['1'], FacilityKind.DAY_CENTRE, ['facilityId']],
  ])('as beds of room %p, %p of a %s is wrong in %p', (room, beds, kind, expected) => {
    expect(fields(placesProblems({ room, beds, from: today }, kind, today))).toEqual(expected);
  });
});
