import { describe, expect, it } from '@jest/globals';
import { FacilityKind } from '../facility/facility-kind.js';
import { type Basis, basisProblem, destinationIn, type Move, moveProblem } from './transfer.rules.js';

const move: Move = { accommodation: true, toAccommodation: true, sameFacility: false, place: '1-1', toPlace: null };

describe('a transfer', () => {
  it.each<[string, Partial<Move>, string | null]>([
    ['goes from bed to bed', {}, null],
    ['goes to the bed that is named', { toPlace: '1-1' }, null],
    ['takes nobody’s bed away', { toAccommodation: false }, 'facilityId'],
    ['gives a bed to who had none', { accommodation: false, place: null }, null],
    ['goes from one day centre to another', { accommodation: false, toAccommodation: false, place: null }, null],
    ['goes to another bed of the house', { sameFacility: true, toPlace: '1-2' }, null],
    ['goes not to the bed that the person has', { sameFacility: true, toPlace: '1-1' }, 'place'],
    ['must name the bed within the house', { sameFacility: true }, 'place'],
    ['gives a bed in the crisis centre that helped without one', { sameFacility: true, accommodation: false, place: null }, null],
    [
      'goes not to the day centre where the person is',
      { sameFacility: true, accommodation: false, toAccommodation: false, place: null },
      'facilityId',
    ],
  ])('%s', (_, change, field) => {
    expect(moveProblem({ ...move, ...change })?.field ?? null).toBe(field);
  });

  it.each<[string, Basis, FacilityKind, string | null]>([
    ['within the service granted goes on', { kind: FacilityKind.SHELTER, byRequest: true }, FacilityKind.SHELTER, null],
    [
      'between two houses of one service goes on',
      { kind: FacilityKind.SOCIAL_HOUSE, byRequest: true },
      FacilityKind.SOCIAL_APARTMENTS,
      null,
    ],
    ['to another service needs its request', { kind: FacilityKind.SHELTER, byRequest: true }, FacilityKind.GROUP_APARTMENTS, 'requestId'],
    [
      'to a service outside the catalogue needs a request too',
      { kind: FacilityKind.SHELTER, byRequest: true },
      FacilityKind.LONG_TERM_CARE,
      'requestId',
    ],
    [
      'within a kind outside the catalogue goes on',
      { kind: FacilityKind.LONG_TERM_CARE, byRequest: true },
      FacilityKind.LONG_TERM_CARE,
      null,
    ],
    ['of an emergency goes on anywhere', { kind: FacilityKind.CRISIS_CENTRE, byRequest: false }, FacilityKind.SHELTER, null],
  ])('%s', (_, basis, kind, field) => {
    expect(basisProblem(basis, kind)?.field ?? null).toBe(field);
  });

  it('says of every kind of facility where the person went', () => {
    expect(Object.keys(destinationIn).sort()).toEqual(Object.values(FacilityKind).sort());
  });
});
