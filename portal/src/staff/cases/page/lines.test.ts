import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

describe('a list that is typed one thing a line', () => {
  it('has what stands in its lines, and nothing for empty ones', () => {
    expect(linesOf('  Reizi nedēļā apmeklēt kursus\n\n Palīdzēt ar CV \n')).toEqual(['Reizi nedēļā apmeklēt kursus', 'Palīdzēt ar CV']);
    expect(linesOf(' \n ')).toEqual([]);
  });
});
