import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BookingDetails, bookingProblems } from './budget.rules.js';

const good: BookingDetails = { year: 2026, row: 'benefits', kind: 'EXECUTED', amount: 100_00, bookedOn: '2026-11-22' };
const rows = new Set(['benefits']);
const fields = (change: Partial<BookingDetails>, sum = 0) =>
  bookingProblems({ ...good, ...change }, rows, sum, '2026-11-22').map((one) => one.field);

describe('a booking', () => {
  it.each<[Partial<BookingDetails>, string[]]>([
    [{}, []],
    [{ year: 2027 }, ['year', 'bookedOn']],
    [{ year: 2033, kind: 'PLANNED' }, []],
    [{ year: 2034, kind: 'PLANNED' }, ['year']],
    [{ year: 1989, bookedOn: '1989-05-01' }, ['year']],
    [{ row: 'total' }, ['row']],
    [{ bookedOn: '2026-11-23' }, ['bookedOn']],
    [{ bookedOn: '2025-12-31' }, ['bookedOn']],
    [{ bookedOn: '2025-12-31', kind: 'PLANNED' }, []],
    [{ year: 2025, bookedOn: '2026-01-15' }, []],
    [{ amount: 0 }, ['amount']],
    [{ amount: -1 }, ['note', 'amount']],
  ])('%j is refused at %j', (change, refused) => {
    expect(fields(change)).toEqual(refused);
  });

  it('takes back no more than is booked', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 2000 }), (sum, back) => {
        expect(fields({ amount: -back, note: 'Kļūda' }, sum)).toEqual(back > sum ? ['amount'] : []);
      }),
    );
  });
});
