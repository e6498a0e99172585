import { describe, expect, it } from '@jest/globals';
import { matrixOf } from './matrix.js';

const entry = (service: string, town: string, provision: 'OWN' | 'NONE' | 'UNKNOWN', value: number | null = null, suppressed = false) => ({
  serviceType: { code: service },
  municipality: { code: town },
  provision,
  clients: { value, suppressed },
});

describe('the matrix of the coverage', () => {
  it('has each service and each town once, in their order, and finds the entry of both', () => {
    const matrix = matrixOf([entry('shelter', 'a', 'OWN', 200), entry('home-care', 'a', 'NONE', 0), entry('shelter', 'b', 'UNKNOWN')]);
    expect(matrix.services.map(({ code }) => code)).toEqual(['shelter', 'home-care']);
    expect(matrix.towns.map(({ code }) => code)).toEqual(['a', 'b']);
    expect(matrix.at('shelter', 'a')?.clients.value).toBe(200);
    expect(matrix.at('home-care', 'b')).toBeUndefined();
  });

  it('counts a town as known only where something other than UNKNOWN is said of it', () => {
    expect(matrixOf([entry('shelter', 'a', 'UNKNOWN'), entry('shelter', 'b', 'NONE', 0)]).knownTowns).toBe(1);
    expect(matrixOf([]).knownTowns).toBe(0);
  });
});
