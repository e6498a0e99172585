import { describe, expect, it } from '@jest/globals';
import { FacilityKind } from '../facility/facility-kind.js';
import { nightProblem } from './night.rules.js';

describe('a night', () => {
  it.each([
    ['may be tonight', FacilityKind.NIGHT_SHELTER, '2026-11-22', null],
    ['may be long ago', FacilityKind.NIGHT_SHELTER, '2022-11-22', null],
    ['may not be tomorrow', FacilityKind.NIGHT_SHELTER, '2026-11-23', 'night'],
    ['is not recorded in a shelter for round the clock', FacilityKind.SHELTER, '2026-11-22', 'facilityId'],
  ])('%s', (_, kind, night, field) => {
    expect(nightProblem(kind, night, '2026-11-22')?.field ?? null).toBe(field);
  });
});
