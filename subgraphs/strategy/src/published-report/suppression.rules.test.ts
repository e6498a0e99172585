import { Measure } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SnapshotRow } from './snapshot.js';
import { suppressSmall } from './suppression.rules.js';

const row = (change: Partial<SnapshotRow>): SnapshotRow => ({
  key: 'r',
  label: { lv: 'r', en: 'r' },
  parent: null,
  level: 0,
  measure: Measure.PERSONS,
  value: null,
  suppressed: false,
  previous: null,
  previousSuppressed: false,
  rule: { code: 't.r', text: { lv: 'r', en: 'r' }, since: '2021-01-01' },
  ...change,
});
const published = (change: Partial<SnapshotRow>) =>
  suppressSmall([{ id: 't', title: { lv: 't', en: 't' }, rows: [row(change)] }])[0]?.rows[0] as SnapshotRow;

describe('what is published of a table', () => {
  it.each([
    [Measure.PERSONS, 1, null, true],
    [Measure.PERSONS, 4, null, true],
    [Measure.PERSONS, 5, 5, false],
    [Measure.PERSONS, 0, 0, false],
    [Measure.PERSONS, null, null, false],
    [Measure.FAMILIES, 3, null, true],
    [Measure.HOUSEHOLDS, 3, null, true],
    [Measure.CASES, 3, null, true],
    [Measure.EMPLOYEES, 3, null, true],
    [Measure.EUR, 3, 3, false],
    [Measure.POSTS, 3.5, 3.5, false],
    [Measure.PLACES, 3, 3, false],
  ])('%s %p is published as %p, suppressed: %p', (measure, value, shown, suppressed) => {
    expect(published({ measure, value })).toMatchObject({ value: shown, suppressed });
    expect(published({ measure, previous: value })).toMatchObject({ previous: shown, previousSuppressed: suppressed });
  });

  it('never has a count of people from 1 to 4, and changes nothing else', () => {
    const measure = fc.constantFrom(...Object.values(Measure));
    const figure = fc.option(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(measure, figure, figure, (of, value, previous) => {
        const shown = published({ measure: of, value, previous });
        if (shown.suppressed) expect(shown.value).toBeNull();
        else expect(shown.value).toBe(value);
        if (shown.previousSuppressed) expect(shown.previous).toBeNull();
        else expect(shown.previous).toBe(previous);
        const people = ['PERSONS', 'FAMILIES', 'HOUSEHOLDS', 'CASES', 'EMPLOYEES'].includes(of);
        for (const figure of people ? [shown.value, shown.previous] : []) expect(figure === null || figure === 0 || figure > 4).toBe(true);
      }),
    );
  });
});
