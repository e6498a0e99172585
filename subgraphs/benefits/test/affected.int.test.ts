import { bauska, countStatements, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { ChangeDesk } from './change.support.js';
import { type Answer, officers, PretendedRegistry, wage } from './support.js';

const { organiser } = officers;
const means = 'status income gmiBenefit housingAllowance steps { code formula }';
const asking = `query($code: ThresholdCode!, $on: Date!, $first: Int = 20, $after: String) { affectedByThreshold(code: $code, on: $on, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { household { id } application { number } decision { id number } before { ${means} } after { ${means} } amountBefore amountAfter } } }`;

describe('whom a new threshold touches', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let desk: ChangeDesk;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    desk = new ChangeDesk(town, registry);
    await town.sql(
      "update threshold_rule set valid_until = '2025-08-15' where code in ('GMI', 'NEEDY') and valid_from <= '2025-08-14' and coalesce(valid_until, '9999-01-01') > '2025-08-15'",
    );
    await town.sql(
      `insert into threshold_rule (code, municipality, valid_from, valid_until, first_person, next_person, is_maximum, verified, source, assumed)
       values ('GMI', '0002000', '2025-08-15', null, 20000, 14000, false, false, 'test', true), ('NEEDY', '0002000', '2025-08-15', null, 5000, 3500, false, false, 'test', true)`,
    );
  });
  afterAll(() => town?.drop());

  const ask = async (variables: object, who = organiser): Promise<Answer> => {
    const { data, errors } = await town.ask(who, asking, variables as Record<string, unknown>);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.affectedByThreshold;
  };

  it('is told with the means test before and after, and nothing is changed', async () => {
    const one = await desk.granted();
    const ended = await desk.granted();
    await desk.changed(ended, ended.person, '2025-07-05', '900.00');
    const before = await town.sql('select id, state, monthly_amount, version from decision order by id');
    const touched = await ask({ code: 'GMI', on: '2025-08-20' });
    expect(touched).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          household: { id: one.person.household },
          decision: { id: one.id },
          before: { status: 'NEEDY', income: '60.00', gmiBenefit: '106.00' },
          after: { status: 'NEEDY', income: '60.00', gmiBenefit: '140.00' },
          amountBefore: '106.00',
          amountAfter: '140.00',
        },
      ],
    });
    expect((await ask({ code: 'NEEDY', on: '2025-08-20' })).nodes).toMatchObject([
      { after: { status: 'LOW_INCOME' }, amountAfter: '0.00' },
    ]);
    expect(await ask({ code: 'GMI', on: '2025-08-14' })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await ask({ code: 'GMI', on: '2025-10-01' })).toMatchObject({ totalCount: 0 });
    expect(await town.sql('select id, state, monthly_amount, version from decision order by id')).toEqual(before);
  });

  it('is paged, in as many statements for many as for one', async () => {
    const statements = countStatements(town.database.superUrl);
    const counted = async () => {
      await statements.reset();
      await ask({ code: 'GMI', on: '2025-08-20', first: 200 });
      return statements.count();
    };
    const few = await counted();
    for (let n = 0; n < 6; n++) await desk.granted();
    const household = registry.add();
    const child = registry.add({ household: household.household, age: 10 });
    const applied = await desk.apply({}, household);
    const { application } = await desk.declare(applied, {
      incomes: [wage(household.id, '50.00', '50.00', '51.00'), wage(child.id, '0.00', '0.00', '1.00')],
    });
    const { decision } = await desk.propose(application, { outcome: 'GRANT', from: '2025-07-01' });
    await desk.approve(decision);
    expect(await counted()).toBe(few);
    const all = await ask({ code: 'GMI', on: '2025-08-20' });
    expect(all.totalCount).toBe(8);
    const numbers: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Answer = await ask({ code: 'GMI', on: '2025-08-20', first: 3, after });
      numbers.push(...page.nodes.map((node: Answer) => node.decision.number));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(numbers).toEqual(all.nodes.map((node: Answer) => node.decision.number));
    const [own] = all.nodes.filter((node: Answer) => node.household.id === household.household);
    const { means: stored } = (
      await town.ask(organiser, 'query($id: ID!) { application(id: $id) { means { income gmiBenefit } } }', { id: application.id })
    ).data.application;
    expect(own.before).toMatchObject(stored);
  });

  it('is told of the own town, to who may see means, and of a day with a rule', async () => {
    expect(await ask({ code: 'GMI', on: '2025-08-14' }, staff('assistance-organiser', { municipality: bauska }))).toMatchObject({
      totalCount: 0,
    });
    await expect(ask({ code: 'GMI', on: '2025-08-20' }, staff('social-worker'))).rejects.toThrow(/FORBIDDEN/);
    await expect(ask({ code: 'GMI', on: '1990-01-01' })).rejects.toThrow(/RULE_MISSING/);
    await expect(ask({ code: 'GMI', on: '2025-08-20', after: 'x' })).rejects.toThrow(/BAD_USER_INPUT/);
  });
});
