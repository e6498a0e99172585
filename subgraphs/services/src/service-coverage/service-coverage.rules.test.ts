import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { provisionOf, shownCount } from './service-coverage.rules.js';

describe('the coverage of a service', () => {
  it('never shows a count of 1 to 4, and hides no other', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const hidden = [1, 2, 3, 4].includes(count);
        expect(shownCount(count)).toEqual({ value: hidden ? null : count, suppressed: hidden });
      }),
    );
  });

  it.each([
    [{ own: 3, all: 5 }, true, 'OWN'],
    [{ own: 0, all: 5 }, true, 'PARTNER'],
    [{ own: 0, all: 0 }, true, 'NONE'],
    [{ own: 0, all: 0 }, false, 'UNKNOWN'],
  ])('of %o, records kept: %s, is %s', (records, keepsRecords, provision) => {
    expect(provisionOf(records, keepsRecords)).toBe(provision);
  });
});
