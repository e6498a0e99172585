import { describe, expect, it } from '@jest/globals';
import { momentInRiga, timeOf } from './times.js';

describe('a time of reception', () => {
  it('is typed with a colon or a point, and nothing else is one', () => {
    expect(['9:00', '9.30', ' 09:00 ', '23:59'].map(timeOf)).toEqual(['09:00', '09:30', '09:00', '23:59']);
    expect(['', '9', '24:00', '9:60', 'rīts'].map(timeOf)).toEqual([null, null, null, null, null]);
  });

  it('is a moment by the clock of Riga, in winter and in summer', () => {
    expect(momentInRiga('2026-11-23', '09:00')).toBe('2026-11-23T07:00:00.000Z');
    expect(momentInRiga('2026-07-01', '09:00')).toBe('2026-07-01T06:00:00.000Z');
    expect(momentInRiga('2026-11-23', '00:30')).toBe('2026-11-22T22:30:00.000Z');
  });

  it('takes the first of two where the clocks go back', () => {
    expect(momentInRiga('2026-10-25', '03:30')).toBe('2026-10-25T00:30:00.000Z');
  });
});
