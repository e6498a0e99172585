import { describe, expect, it } from '@jest/globals';
import { dueByNumber } from './due-by-number.js';

describe('what is due of a case', () => {
  it('is the earliest day, whichever list it stands in, and how many of them are late', () => {
    const due = dueByNumber(
      [
        { number: 'G-1', dueOn: '2026-11-20' },
        { number: 'G-1', dueOn: '2026-11-10' },
        { number: 'G-2', dueOn: '2026-11-21' },
      ],
      [
        { number: 'G-1', dueOn: '2026-11-24' },
        { number: 'G-3', dueOn: '2026-11-23' },
      ],
    );
    expect(due.get('G-1')).toEqual({ first: '2026-11-10', late: 2 });
    expect(due.get('G-2')).toEqual({ first: '2026-11-21', late: 1 });
    expect(due.get('G-3')).toEqual({ first: '2026-11-23', late: 0 });
    expect(due.get('G-4')).toBeUndefined();
  });
});
