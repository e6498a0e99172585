import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freeSlots, overlap, settlementProblems, slotsOf } from './appointment.rules.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 7) + minutes * 60_000);
const stretch = (from: number, until: number) => ({ startsAt: at(from), endsAt: at(until) });

describe('free times', () => {
  it('are the whole slots of the hours that are not booked', () => {
    const hours = { ...stretch(0, 100), slotMinutes: 30 };
    expect(slotsOf(hours)).toEqual([stretch(0, 30), stretch(30, 60), stretch(60, 90)]);
    expect(freeSlots(hours, [stretch(30, 60)])).toEqual([stretch(0, 30), stretch(60, 90)]);
    expect(freeSlots(hours, [stretch(45, 61)])).toEqual([stretch(0, 30)]);
  });

  it('never overlap what is booked, nor one another, and lie within the hours', () => {
    const minutes = fc.integer({ min: 0, max: 600 });
    const booked = fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 90 })).map(([from, long]) => stretch(from, from + long)));
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 480 }), fc.integer({ min: 1, max: 600 }), booked, (slotMinutes, long, taken) => {
        const hours = { ...stretch(0, long), slotMinutes };
        const free = freeSlots(hours, taken);
        free.forEach((slot, n) => {
          expect(taken.some((one) => overlap(slot, one))).toBe(false);
          expect(slot.startsAt >= hours.startsAt && slot.endsAt <= hours.endsAt).toBe(true);
          expect(free.slice(n + 1).some((other) => overlap(slot, other))).toBe(false);
        });
      }),
    );
  });

  it('are settled from their day on, and cancelled with a reason', () => {
    const today = '2026-11-22';
    expect(settlementProblems({ state: 'KEPT' }, { on: today }, today)).toEqual([]);
    expect(settlementProblems({ state: 'CANCELLED', reason: 'Slimo' }, { on: '2026-12-01' }, today)).toEqual([]);
    expect(settlementProblems({ state: 'MISSED' }, { on: '2026-11-23' }, today)).toMatchObject([{ field: 'state' }]);
    expect(settlementProblems({ state: 'BOOKED' }, { on: today }, today)).toMatchObject([{ field: 'state' }]);
    expect(settlementProblems({ state: 'CANCELLED', reason: ' ' }, { on: today }, today)).toMatchObject([{ field: 'reason' }]);
  });
});
