import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strategy } from '@atbalsts/strategy';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliError } from '../src/errors.js';
import { importResultsFile } from '../src/import/results.js';

const folder = mkdtempSync(join(tmpdir(), 'atbalsts-results-'));
const label = (text: string) => ({ lv: text, en: text });
const table = (values: (number | null)[][]) => ({
  id: 'shelter',
  unit: null,
  title: label('Patversme'),
  columns: ['2021', '2022'],
  columnLabels: ['2021', '2022'],
  rows: [
    { key: 'total', label: label('Kopā'), level: 0, parent: null, values: values[0] },
    { key: 'men', label: label('Vīrieši'), level: 1, parent: 'total', values: values[1] },
    { key: 'women', label: label('Sievietes'), level: 1, parent: 'total', values: values[2] },
  ],
});
const own = {
  ...table([
    [1, 2],
    [1, 1],
    [0, 1],
  ]),
  id: 'own-table',
};

describe('bringing in what a town has published', () => {
  let town: TestSubgraph;
  const bring = (json: unknown, change: { write?: boolean; municipality?: string } = {}) => {
    const path = join(folder, 'results.json');
    writeFileSync(path, typeof json === 'string' ? json : JSON.stringify(json));
    return importResultsFile(town.database.database, {
      path,
      municipality: bauska,
      operator: 'operator:bench',
      today: '2026-11-22',
      write: true,
      ...change,
    });
  };
  const reconciled = async () => {
    const representations = [
      {
        __typename: 'AnnualReport',
        municipalityCode: bauska,
        year: 2022,
        benefits: [],
        services: [],
        workforce: [],
        institutions: [
          {
            id: 'shelter',
            rows: [
              { key: 'total', value: 9 },
              { key: 'men', value: 4 },
              { key: 'women', value: 4 },
            ],
          },
        ],
      },
    ];
    const { data, errors } = await town.ask(
      staff('director', { municipality: bauska }),
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { reconciliation { kind table row published derived source } } } }',
      { of: representations },
    );
    expect(errors).toBeUndefined();
    return data._entities[0].reconciliation;
  };
  beforeAll(async () => {
    town = await testSubgraph(strategy);
  });
  afterAll(async () => {
    await town?.drop();
    rmSync(folder, { recursive: true });
  });

  it('checks first and writes nothing unless it is told to', async () => {
    expect(
      await bring(
        {
          document: 'Bauska 2022',
          tables: [
            table([
              [7, 8],
              [4, 4],
              [3, 3],
            ]),
          ],
        },
        { write: false },
      ),
    ).toMatchObject({ ok: true, written: false, lines: 3 });
    expect(await reconciled()).toEqual([]);
  });

  it('lets the report be compared with it, by the rules for any town, and names the document', async () => {
    expect(
      await bring({
        document: 'Bauska 2022',
        tables: [
          table([
            [7, 8],
            [4, 4],
            [3, 3],
          ]),
          own,
        ],
      }),
    ).toMatchObject({ ok: true, written: true });
    const found = await reconciled();
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: 'DERIVED_DIFFERS', table: 'shelter', row: 'total', published: 8, derived: 9, source: 'Bauska 2022' },
        { kind: 'DERIVED_DIFFERS', table: 'shelter', row: 'women', published: 3, derived: 4, source: 'Bauska 2022' },
        { kind: 'PARTS_DO_NOT_SUM', table: 'shelter', row: 'total', published: 8, derived: 7, source: 'Bauska 2022' },
        { kind: 'NOT_DERIVABLE', table: 'own-table', row: null, published: null, derived: null, source: 'Bauska 2022' },
      ]),
    );
    expect(await town.sql(`select action, object, municipality from audit_entry where action = 'report.import'`)).toEqual([
      { action: 'report.import', object: 'printed-results', municipality: bauska },
    ]);
  });

  it('takes the place of a document of the same title', async () => {
    expect(
      (
        await bring({
          document: 'Bauska 2022',
          tables: [
            table([
              [7, 9],
              [4, 4],
              [3, 4],
            ]),
          ],
        })
      ).report.join(' '),
    ).toMatch(/replaced/);
    expect((await reconciled()).map(({ kind }: { kind: string }) => kind)).toEqual(['PARTS_DO_NOT_SUM']);
  });

  it('refuses a file with anything wrong whole, with each place and reason in both languages', async () => {
    const before = await town.sql('select * from printed_results');
    const outcome = await bring({
      document: 'Bauska 2022',
      tables: [
        table([
          [7, 8],
          [4, -1],
          [3, 3],
        ]),
        { ...own, rows: [] },
      ],
    });
    expect(outcome).toMatchObject({ ok: false, written: false });
    expect(outcome.report.join('\n')).toMatch(/rows/);
    const negative = await bring({
      document: 'Bauska 2022',
      tables: [
        table([
          [7, 8],
          [4, -1],
          [3, 3],
        ]),
      ],
    });
    expect(negative.report.join('\n')).toMatch(/shelter, 2\. \(men\), 2022:\n {2}Skaitlis nevar.*\n {2}A figure cannot/);
    expect(await town.sql('select * from printed_results')).toEqual(before);
  });

  it('is refused for an unknown town, a file that is not there and a file that is not UTF-8', async () => {
    await expect(bring({}, { municipality: '9999999' })).rejects.toThrow(CliError);
    await expect(
      importResultsFile(town.database.database, {
        path: join(folder, 'none.json'),
        municipality: bauska,
        operator: 'x',
        today: '2026-11-22',
        write: true,
      }),
    ).rejects.toThrow(/cannot be read/);
    writeFileSync(join(folder, 'bad.json'), Buffer.from([0x7b, 0xff, 0xfe]));
    await expect(
      importResultsFile(town.database.database, {
        path: join(folder, 'bad.json'),
        municipality: bauska,
        operator: 'x',
        today: '2026-11-22',
        write: true,
      }),
    ).rejects.toThrow(/UTF-8/);
  });

  it('takes the model file, and Daugavpils is compared with it as before', async () => {
    const model = readFileSync(new URL('../../reference/data/daugavpils-2022-results.json', import.meta.url), 'utf8');
    const path = join(folder, 'model.json');
    writeFileSync(path, model);
    expect(
      await importResultsFile(town.database.database, {
        path,
        municipality: daugavpils,
        operator: 'operator:bench',
        today: '2026-11-22',
        write: true,
        year: 2022,
      }),
    ).toMatchObject({ ok: true, written: true });
  });
});
