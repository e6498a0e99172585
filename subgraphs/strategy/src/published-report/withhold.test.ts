import { Measure } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import type { SnapshotRow, SnapshotTable } from './snapshot.js';
import { type EarlierReport, withhold } from './withhold.js';

type Figures = Record<string, [value: number | null, previous: number | null]>;
const row = (key: string, [value, previous]: [number | null, number | null]): SnapshotRow => ({
  key,
  label: { lv: key, en: key },
  parent: key === 'total' ? null : 'total',
  level: key === 'total' ? 0 : 1,
  measure: Measure.PERSONS,
  value,
  suppressed: false,
  previous,
  previousSuppressed: false,
  rule: { code: `t.${key}`, text: { lv: key, en: key }, since: '2021-01-01' },
});
const table = (figures: Figures): SnapshotTable => ({
  id: 't',
  title: { lv: 't', en: 't' },
  rows: Object.entries(figures).map(([key, pair]) => row(key, pair)),
});
/** What a report shows: `*` where it withholds. */
const shown = ({ tables }: { tables: readonly SnapshotTable[] }) =>
  Object.fromEntries(
    tables.flatMap(({ rows }) =>
      rows.map((one) => [one.key, [one.suppressed ? '*' : one.value, one.previousSuppressed ? '*' : one.previous]]),
    ),
  );
const publish = async (year: number, figures: Figures, earlier: EarlierReport[] = []) => {
  const { tables, withheld } = await withhold([table(figures)], year, earlier);
  return { year, tables, withheld };
};

describe('withholding in a report', () => {
  it('never keeps a withheld figure, and plans both of its years', async () => {
    const report = await publish(2022, { total: [10, 20], women: [3, 12], men: [7, 8] });
    expect(shown(report)).toEqual({ total: [10, 20], women: ['*', 12], men: ['*', 8] });
    expect(report.tables[0]?.rows[1]).toMatchObject({ value: null, suppressed: true });
    expect(report.withheld).toEqual({ shown: 4, small: 1, complementary: 1 });
  });

  it('withholds the year before as that year’s own report did, though it counts otherwise now', async () => {
    const before = await publish(2021, { total: [10, null], women: [3, null], men: [7, null] });
    const report = await publish(2022, { total: [30, 15], women: [15, 6], men: [15, 9] }, [before]);
    expect(shown(report)).toEqual({ total: [30, 10], women: [15, '*'], men: [15, '*'] });
  });

  it('withholds of the year what the report of the year after withheld of it', async () => {
    const after = await publish(2023, { total: [40, 10], women: [20, 3], men: [20, 7] });
    const report = await publish(2022, { total: [12, null], women: [5, null], men: [7, null] }, [after]);
    expect(shown(report)).toEqual({ total: [12, null], women: ['*', null], men: ['*', null] });
  });

  it('withholds again what the report that it replaces withheld, and shows what it shows as it is counted now', async () => {
    const replaced = await publish(2022, { total: [10, null], women: [3, null], men: [7, null] });
    const report = await publish(2022, { total: [11, null], women: [5, null], men: [6, null] }, [replaced]);
    expect(shown(report)).toEqual({ total: [11, null], women: ['*', null], men: ['*', null] });
  });

  it('takes the total where what was shown earlier leaves no part to take', async () => {
    const before = await publish(2021, { total: [20, null], women: [12, null], men: [8, null] });
    const report = await publish(2022, { total: [30, 20], women: [15, 12], men: [15, 8], new: [4, 2] }, [before]);
    expect(shown(report)).toEqual({ total: [30, 20], women: [15, 12], men: [15, 8], new: ['*', '*'] });
  });
});
