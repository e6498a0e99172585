import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comesBefore, orderAfter, orderProblems } from './waiting-order.rules.js';

const today = '2026-11-22';
const before = { urgency: 3, since: '2026-05-01' };
const right = { urgency: 1, reason: 'Apgādnieks nomira' };

describe('a change of the order of a waiting list', () => {
  it.each([
    ['of the urgency', right, []],
    ['of the day', { since: '2026-01-01', reason: 'Gaidīja citā pašvaldībā' }, []],
    ['of both', { ...right, since: '2026-01-01' }, []],
    ['of nothing', { reason: 'x' }, ['urgency']],
    ['to what it is', { urgency: 3, since: '2026-05-01', reason: 'x' }, ['urgency']],
    ['without a reason', { ...right, reason: '  ' }, ['reason']],
    ['to no urgency', { ...right, urgency: 0 }, ['urgency']],
    ['past the least urgency', { ...right, urgency: 4 }, ['urgency']],
    ['to a day of the future', { ...right, since: '2026-11-23' }, ['since']],
  ])('%s', (_name, wanted, fields) => {
    expect(orderProblems(before, wanted, today).map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['INVALID', field]));
  });
});

describe('the order of a waiting list', () => {
  const entry = fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((n) => `id-${String(n).padStart(2, '0')}`),
    urgency: fc.integer({ min: 1, max: 3 }),
    since: fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`),
  });
  const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 20 });

  it('is the same however the entries come, by urgency first and then by date', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const sorted = [...given].sort(comesBefore);
        expect([...given].reverse().sort(comesBefore)).toEqual(sorted);
        sorted.slice(1).forEach((one, at) => {
          const previous = sorted[at] as typeof one;
          expect(previous.urgency < one.urgency || (previous.urgency === one.urgency && previous.since <= one.since)).toBe(true);
        });
      }),
    );
  });

  it('a change moves one and leaves the others in their order', () => {
    fc.assert(
      fc.property(
        entries.filter((all) => all.length > 1),
        fc.nat(),
        fc.integer({ min: 1, max: 3 }),
        (given, which, urgency) => {
          const moved = given[which % given.length] as (typeof given)[number];
          const after = given.map((one) => (one === moved ? { ...one, ...orderAfter(one, { urgency, reason: 'x' }) } : one));
          const others = (list: typeof given) => [...list].sort(comesBefore).flatMap(({ id }) => (id === moved.id ? [] : [id]));
          expect(others(after)).toEqual(others(given));
        },
      ),
    );
  });
});
