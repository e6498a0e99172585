import { withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from '../support/federation.js';
import { reportQuery } from '../support/queries.js';

type Tables = Record<
  string,
  { id: string; rows: { key: string; value: number | null; previous: number | null; rule: { code: string } }[] }[]
>;

describe('the annual report of a town, asked again', () => {
  let graph: Federation;
  const ask = async (): Promise<Tables> => {
    const { data, errors } = await graph.ask('director', reportQuery, { m: daugavpils, y: 2022 });
    expect(errors).toBeUndefined();
    return data.annualReport;
  };
  const figure = (report: Tables, code: string) => {
    const row = Object.values(report)
      .filter(Array.isArray)
      .flat()
      .flatMap((table) => table.rows)
      .find((one) => one.rule.code === code);
    return row?.value;
  };

  beforeAll(async () => {
    graph = await federation();
  }, 240_000);
  afterAll(() => graph?.stop());

  it('is read and not counted: one statement for each domain, and the same figures', async () => {
    const first = await ask();
    let second: Tables | undefined;
    const { byDomain } = await graph.statementsDuring(async () => {
      second = await ask();
    });
    expect(second).toEqual(first);
    for (const [domain, statements] of Object.entries(byDomain)) expect([domain, statements <= 1]).toEqual([domain, true]);
  });

  it('keeps every figure: of no rule are the changes unmarked', async () => {
    const rows = Object.values(await ask())
      .filter(Array.isArray)
      .flat()
      .flatMap((table) => table.rows);
    const rules = new Set<string>();
    for (const { superUrl } of Object.values(graph.databases)) {
      const found = await withClient(superUrl, (client) =>
        client.query(`select distinct split_part(rule, ' ', 1) as code from report_figure where municipality = $1 and year = 2022`, [
          daugavpils,
        ]),
      );
      for (const { code } of found.rows) rules.add(code);
    }
    const counted = rows.filter((row) => row.value !== null || row.previous !== null);
    expect(counted.map((row) => row.rule.code).filter((code) => !rules.has(code))).toEqual([]);
    expect(counted.length).toBeGreaterThan(100);
  });

  it('changes in the same moment as a record: a payment that is gone is gone from the report', async () => {
    const before = figure(await ask(), 'benefits-dynamics.gmi-paid') as number;
    const gone = await withClient(graph.databases.benefits.superUrl, (client) =>
      client.query(
        `delete from payment where id = (select p.id from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
           where p.municipality = $1 and p.paid_on >= '2022-01-01' and p.paid_on < '2023-01-01' and a.benefit_type = 'gmi' and a.legal_ground = 'STANDARD' order by p.id limit 1) returning amount`,
        [daugavpils],
      ),
    );
    expect(figure(await ask(), 'benefits-dynamics.gmi-paid')).toBeCloseTo(before - Number(gone.rows[0].amount) / 100, 2);
  });
});
