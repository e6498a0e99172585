import { describe, expect, it } from '@jest/globals';
import { daysLate, endOfWeek, workDueOn } from './due-work.rules.js';

describe('what is due', () => {
  it.each([
    ['2026-11-02', '2026-11-16'],
    ['2026-11-09', '2026-11-24'],
    ['2026-12-21', '2027-01-08'],
  ])('social work in a case of %s begins by %s', (openedOn, due) => {
    expect(workDueOn(openedOn, 10)).toBe(due);
  });

  it.each([
    ['2026-11-22', 0],
    ['2026-11-25', 0],
    ['2026-11-21', 1],
    ['2026-10-22', 31],
  ])('on 22 November is late, due on %s, by %i days', (dueOn, days) => {
    expect(daysLate(dueOn, '2026-11-22')).toBe(days);
  });

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-23', '2026-11-29'],
    ['2026-12-31', '2027-01-03'],
  ])('the week of %s ends on %s', (day, sunday) => {
    expect(endOfWeek(day)).toBe(sunday);
  });
});
