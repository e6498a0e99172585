import { ProblemCode } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import { FacilityKind } from '../facility/facility-kind.js';
import { type Admission, type AskedRequest, accommodationIn, admissionProblems, requestProblem } from './placement.rules.js';

const today = '2026-11-22';
const admission = (change: Partial<Admission> = {}): Admission => ({ from: today, emergency: 'Ugunsgrēks', ...change });

describe('an admission', () => {
  it.each<[string, Partial<Admission>, string[]]>([
    ['may begin today', {}, []],
    ['may have begun long ago', { from: '2020-01-01' }, []],
    ['may begin in a year: only the registration bounds a reservation', { from: '2027-11-22' }, []],
    ['may be agreed for a day', { until: '2026-11-23' }, []],
    ['may not be agreed to end on the day it begins', { until: today }, ['until']],
    ['may rest on a request', { emergency: null, requestId: 'r' }, []],
    ['must rest on something', { emergency: ' ' }, ['requestId']],
    ['may not rest on both', { requestId: 'r' }, ['emergency']],
    ['shows everything that is wrong at once', { from: '2027-06-01', until: '2027-01-01', emergency: null }, ['until', 'requestId']],
  ])('%s', (_, change, fields) => {
    expect(admissionProblems(admission(change)).map(({ field }) => field)).toEqual(fields);
  });
});

describe('accommodation', () => {
  it.each<[FacilityKind, Partial<Admission>, boolean | string]>([
    [FacilityKind.SHELTER, {}, true],
    [FacilityKind.SHELTER, { accommodation: true, place: '1-1' }, true],
    [FacilityKind.SHELTER, { accommodation: false }, 'accommodation'],
    [FacilityKind.CRISIS_CENTRE, {}, true],
    [FacilityKind.CRISIS_CENTRE, { accommodation: false }, false],
    [FacilityKind.CRISIS_CENTRE, { accommodation: false, place: '1-1' }, 'place'],
    [FacilityKind.DAY_CARE_CENTRE, {}, false],
    [FacilityKind.SPECIALISED_WORKSHOP, { accommodation: false }, false],
    [FacilityKind.DAY_CENTRE, { accommodation: true }, 'accommodation'],
    [FacilityKind.DAY_CENTRE, { place: '1-1' }, 'place'],
  ])('in %s with %j is %j', (kind, change, expected) => {
    const given = accommodationIn(kind, admission(change));
    expect(typeof given === 'boolean' ? given : given.field).toBe(expected);
  });
});

describe('a service request', () => {
  const request = { state: 'GRANTED', person: { id: 'p' }, serviceType: { code: 'crisis-centre' } };
  it.each<[string, AskedRequest, FacilityKind, ProblemCode | null]>([
    ['lets in where granted for this person and service', request, FacilityKind.CRISIS_CENTRE, null],
    [
      'of a child lets into the crisis centre',
      { ...request, serviceType: { code: 'child-crisis-centre' } },
      FacilityKind.CRISIS_CENTRE,
      null,
    ],
    ['lets into a kind without a service in the catalogue', request, FacilityKind.LONG_TERM_CARE, null],
    ['must exist', null, FacilityKind.CRISIS_CENTRE, ProblemCode.NOT_FOUND],
    ['must be for the person', { ...request, person: { id: 'q' } }, FacilityKind.CRISIS_CENTRE, ProblemCode.INVALID],
    ['must be granted', { ...request, state: 'ASSESSED' }, FacilityKind.CRISIS_CENTRE, ProblemCode.WRONG_STATE],
    ['must be for the service of the facility', request, FacilityKind.SHELTER, ProblemCode.INVALID],
  ])('%s', (_, asked, kind, code) => {
    expect(requestProblem(asked, 'p', kind)?.code ?? null).toBe(code);
  });
});
