import { benefits } from '@atbalsts/benefits';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planWorkforce } from '../workforce/index.js';
import { World } from '../world.js';
import { seedDomain } from '../writer.js';
import { planBenefits } from './index.js';

describe('the changes of the demo', () => {
  let town: TestSubgraph;

  beforeAll(async () => {
    const world = new World('2026-11-22');
    planWorkforce(world);
    planBenefits(world);
    town = await testSubgraph(benefits);
    await seedDomain('benefits', town.database.ownerUrl, world);
  }, 120_000);
  afterAll(() => town?.drop());

  it('lie on the desks: recoveries that are open, a change to approve, one to propose, a payment that came back', async () => {
    const { data } = await town.ask(
      staff('finance'),
      '{ recoveries(state: OPEN) { totalCount nodes { amount balance months { month amount } decision { changes { state revokedFrom } payments { month state } } } } }',
    );
    expect(data.recoveries.totalCount).toBe(2);
    for (const { amount, balance, months, decision } of data.recoveries.nodes) {
      expect(balance).toBe(amount);
      expect(months).toEqual([{ month: '2026-10-01', amount }]);
      expect(decision).toEqual({
        changes: { state: 'REVOKED', revokedFrom: '2026-10-01' },
        payments: [{ month: '2026-11-01', state: 'DUE' }],
      });
    }
    expect(await town.sql('select state, count(*)::int as n from application where changes_id is not null group by 1 order by 1')).toEqual([
      { state: 'DECIDED', n: 2 },
      { state: 'MEANS_DECLARED', n: 1 },
      { state: 'PROPOSED', n: 1 },
    ]);
    expect(
      await town.sql("select month::text as month, rejected_code as code from payment where state = 'DUE' and rejected_code is not null"),
    ).toEqual([{ month: '2026-10-01', code: 'AC04' }]);
  });

  it('are what the means test gives', async () => {
    const changed = await town.sql<{ id: string }>(
      'select id from application where changes_id is not null or id in (select application_id from decision where id in (select changes_id from application))',
    );
    const { data } = await town.ask(
      staff('director'),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Application { means { status gmiBenefit } decisions { monthlyAmount } } } }',
      {
        r: changed.map(({ id }) => ({ __typename: 'Application', id })),
      },
    );
    for (const { means, decisions } of data._entities) {
      expect(means.status).toBe('NEEDY');
      for (const { monthlyAmount } of decisions) expect(monthlyAmount).toBe(means.gmiBenefit);
    }
  });

  it('are kept back when the batch of the month is prepared', async () => {
    const query = 'mutation { preparePaymentBatch(month: "2026-11-01") { batch { deducted } problems { code } } }';
    const { data } = await town.ask(staff('finance'), query);
    expect(data.preparePaymentBatch.problems).toEqual([]);
    expect(Number(data.preparePaymentBatch.batch.deducted)).toBeGreaterThan(0);
  });
});
