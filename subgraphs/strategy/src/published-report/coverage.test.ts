import { Measure } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountedService, countedTable, coverageFacts, publishedServices, publishedTable } from './coverage.js';
import type { SnapshotTable } from './snapshot.js';
import { withhold } from './withhold.js';

const own = (serviceType: string, clients: number): CountedService => ({ serviceType, provision: clients ? 'OWN' : 'NONE', clients });
const shelter = (total: number, women: number, men: number): SnapshotTable => ({
  id: 'shelter',
  title: { lv: '', en: '' },
  rows: [
    ['total', total],
    ['women', women],
    ['men', men],
  ].map(([key, value]) => ({
    key: String(key),
    label: { lv: String(key), en: String(key) },
    parent: key === 'total' ? null : 'total',
    level: 0,
    measure: Measure.PERSONS,
    value: Number(value),
    suppressed: false,
    previous: null,
    previousSuppressed: false,
    rule: { code: 't', text: { lv: '', en: '' }, since: '2021-01-01' },
  })),
});
const publish = async (services: CountedService[], tables: SnapshotTable[] = [], earlier: Parameters<typeof withhold>[2] = []) => {
  const { beside, tables: shown, withheld } = await withhold(tables, 2022, earlier, [countedTable(services)]);
  return { shown, withheld, services: publishedServices(services, beside[0] as SnapshotTable) };
};

describe('the services of a town, as they are published', () => {
  it('are told with their provision; counts of 1 to 4 are withheld; one of which nothing is known is not told', async () => {
    const counted = [
      own('shelter', 200),
      own('psychologist', 3),
      own('social-taxi', 0),
      { ...own('home-care', 0), provision: 'UNKNOWN' as const },
    ];
    expect((await publish(counted)).services).toEqual([
      { serviceType: 'shelter', provision: 'OWN', clients: 200 },
      { serviceType: 'psychologist', provision: 'OWN', clients: null },
      { serviceType: 'social-taxi', provision: 'NONE', clients: 0 },
    ]);
  });

  it('do not tell a total that the report withholds so that a small part of it stays dark', async () => {
    const table = shelter(10, 3, 7);
    const withheld = {
      ...table,
      rows: table.rows.map((row) => ({ ...row, value: row.key === 'men' ? row.value : null, suppressed: row.key !== 'men' })),
    };
    const { services, shown } = await publish([own('shelter', 10)], [table], [{ year: 2022, tables: [withheld] }]);
    expect(shown[0]?.rows.find(({ key }) => key === 'total')).toMatchObject({ value: null, suppressed: true });
    expect(services).toEqual([{ serviceType: 'shelter', provision: 'OWN', clients: null }]);
  });

  it('stay withheld when the report is published again, though more are counted now', async () => {
    const first = (await publish([own('psychologist', 3)])).services;
    const tables = [publishedTable({ tables: [], coverage: first })];
    expect((await publish([own('psychologist', 9)], [], [{ year: 2022, tables }])).services).toMatchObject([{ clients: null }]);
  });

  it('are none of the figures that a report is said to show or to withhold', async () => {
    expect((await publish([own('psychologist', 3), own('shelter', 10)], [shelter(20, 9, 11)])).withheld).toEqual({
      shown: 3,
      small: 0,
      complementary: 0,
    });
  });

  it('never show a small count, whatever is counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom('shelter', 'home-care', 'psychologist'), fc.nat(8)), { selector: ([code]) => code }),
        async (counts) => {
          const { services } = await publish(counts.map(([code, count]) => own(code, count)));
          expect(services.map(({ clients }) => clients)).toEqual(counts.map(([, count]) => (count >= 1 && count <= 4 ? null : count)));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the facts of coverage', () => {
  const of = { municipality: '0002000', region: 'latgale', year: 2022 };
  const service = { serviceType: 'shelter', provision: 'OWN' as const, clients: 7 };

  it('tell each service once, and take back what an earlier publication told and this one knows nothing of', () => {
    const told = coverageFacts(of, [service], [service, { ...service, serviceType: 'home-care' }]);
    expect(told).toEqual([
      {
        kind: 'published-coverage',
        key: '0002000:2022:shelter',
        municipality: '0002000',
        body: { year: 2022, region: 'latgale', ...service },
      },
      { kind: 'published-coverage', key: '0002000:2022:home-care', municipality: '0002000', body: null },
    ]);
  });
});
