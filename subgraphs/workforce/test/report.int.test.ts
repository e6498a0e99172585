import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const ask = `query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { workforce { id rows { key value previous rule { code text(language: EN) } } } } } }`;
const kinds = [
  'SENIOR_SOCIAL_WORKER',
  'SOCIAL_WORKER',
  'SOCIAL_CARER',
  'SOCIAL_REHABILITATOR',
  'SOCIAL_ASSISTANCE_ORGANISER',
  'CARER',
  'OTHER',
];
const occupations: Record<string, string> = {
  SENIOR_SOCIAL_WORKER: 'senior-social-workers',
  SOCIAL_WORKER: 'social-workers',
  SOCIAL_CARER: 'social-carers',
  SOCIAL_REHABILITATOR: 'social-rehabilitators',
  SOCIAL_ASSISTANCE_ORGANISER: 'assistance-organisers',
};

describe('the tables of the workforce', () => {
  let town: TestSubgraph;
  const report = async (year: number, code = daugavpils) => {
    const { data, errors } = await town.ask(staff('director'), ask, { of: [{ __typename: 'AnnualReport', municipalityCode: code, year }] });
    expect(errors).toBeUndefined();
    const tables = data._entities[0].workforce as
      | { id: string; rows: { key: string; value: number | null; previous: number | null; rule: { code: string; text: string } }[] }[]
      | null;
    if (!tables) return null;
    return Object.fromEntries(tables.flatMap((table) => table.rows.map((row) => [`${table.id}/${row.key}`, row])));
  };
  const value = async (row: string, year = 2022) => (await report(year))?.[row]?.value;

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    const make = arranger(town, daugavpils);
    const unit = await make.unit('Dienests');
    for (const [at, kind] of kinds.entries()) {
      for (let n = 0; n <= at; n++) await make.employee(`${kind} ${n}`, kind, '2021-06-01', n === 0 ? '2022-12-31' : null);
      await make.post(unit, 50 + at, '2021-06-01');
    }
    await make.post(unit, 100, '2023-01-01');
    await make.employee('Vēlāk', 'SOCIAL_WORKER', '2023-01-01');
  });
  afterAll(() => town?.drop());

  it('count what holds on 31 December, and have no figure where there are no records', async () => {
    const rows = await report(2022);
    // One of each kind left on 31 December, which is the first day they are no longer there.
    expect(rows?.['headcount/core-staff']).toMatchObject({ value: 21, previous: 28 });
    expect(rows?.['headcount/social-work-specialists']).toMatchObject({ value: 10, previous: 15 });
    expect(rows?.['headcount/staff-posts']).toMatchObject({ value: 3.71, previous: 3.71 });
    expect(rows?.['social-work-specialists/total']).toMatchObject({ value: 10 });
    expect(rows?.['social-work-specialists/senior-social-workers']).toMatchObject({ value: 0, previous: 1 });
    for (const row of Object.values((await report(2020)) ?? {})) expect(row).toMatchObject({ value: null, previous: null });
  });

  it('say how each row was counted, and are for the own town alone', async () => {
    const rows = (await report(2022)) ?? {};
    expect(Object.keys(rows)).toHaveLength(9);
    for (const [key, { rule }] of Object.entries(rows)) {
      expect(rule.code).toBe(key.replace('/', '.'));
      expect(rule.text.length).toBeGreaterThan(10);
    }
    expect(await report(2022, bauska)).toBeNull();
  });

  it('move by exactly the records that are deleted', async () => {
    const there = await town.sql<{ id: string; employee_id: string; kind: string }>(
      `select * from employment where from_date < '2023-01-01' and (until_date is null or until_date >= '2023-01-01')`,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...there), async (gone) => {
        const before = await report(2022);
        await town.sql('delete from employment where id = $1', [gone.id]);
        const after = await report(2022);
        await town.sql(`insert into employment select (jsonb_populate_record(null::employment, $1::jsonb)).*`, [
          JSON.stringify({ ...gone, from_date: '2021-06-01' }),
        ]);
        const moved = Object.keys(before ?? {}).filter((row) => before?.[row]?.value !== after?.[row]?.value);
        const occupation = occupations[gone.kind];
        expect(moved.sort()).toEqual(
          [
            'headcount/core-staff',
            ...(occupation
              ? ['headcount/social-work-specialists', `social-work-specialists/${occupation}`, 'social-work-specialists/total']
              : []),
          ].sort(),
        );
      }),
      { numRuns: 12 },
    );
    const [post] = await town.sql<{ id: string; fte_hundredths: number }>(
      `delete from post where from_date = '2021-06-01' and fte_hundredths = 53 returning id, fte_hundredths`,
    );
    expect(post).toBeDefined();
    expect(await value('headcount/staff-posts')).toBe(3.18);
  });
});
