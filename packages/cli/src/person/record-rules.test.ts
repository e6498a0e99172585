import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retentionHolds } from './record-rules.js';

const today = '2036-05-01';
const held = (table: string, ...rows: object[]) => ({ [table]: { rows: rows as Record<string, unknown>[] } });

describe('what stands against erasing a person', () => {
  it.each<[string, ReturnType<typeof held>, string[]]>([
    ['nothing, where nothing is kept for a time', held('residence', { until_date: null }), []],
    ['an application that is not decided', held('application', { state: 'SUBMITTED', submitted_on: '2010-01-01' }), ['it still runs']],
    [
      'an application decided less than ten years ago',
      held('application', { state: 'DECIDED', submitted_on: '2026-05-02' }),
      ['2036-05-02'],
    ],
    ['not one of ten years ago', held('application', { state: 'DECIDED', submitted_on: '2026-05-01' }), []],
    ['the latest of several', held('placement', { ended_on: '2000-01-01' }, { ended_on: '2030-01-01' }), ['2040-01-01']],
    ['one that runs among those that ended', held('social_case', { closed_on: '2000-01-01' }, { closed_on: null }), ['it still runs']],
    [
      'a consent of less than three years ago',
      held('consent', { withdrawn_at: '2034-01-01T10:00:00Z', until_date: '2050-01-01' }),
      ['2037-01-01'],
    ],
    ['a payment that is due', held('payment', { state: 'DUE', month: '2000-01-01' }), ['it still runs']],
    ['a challenged decision', held('decision', { state: 'CHALLENGED', proposed_on: '2000-01-01' }), ['it still runs']],
    [
      'a granted service without an end',
      held('service_request', { state: 'GRANTED', decided_on: '2000-01-01', until_date: null }),
      ['it still runs'],
    ],
    ['a table that nobody thought of', held('shoe_size', { id: 'x' }), ['nothing says']],
  ])('is %s', (_what, tables, expected) => {
    const said = retentionHolds(tables, today).map(({ en }) => en);
    expect(said).toHaveLength(expected.length);
    for (const [n, part] of expected.entries()) expect(said[n]).toContain(part);
  });

  it('never comes back once it has gone, unless something new is recorded', () => {
    const days = fc.integer({ min: 0, max: 30_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 5 }), days, days, (ends, one, other) => {
        const tables = held('placement', ...ends.map((ended_on) => ({ ended_on })));
        const [early, late] = [one, other].sort() as [string, string];
        if (!retentionHolds(tables, early).length) expect(retentionHolds(tables, late)).toEqual([]);
      }),
    );
  });
});
