import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry } from './support.js';

const { organiser } = officers;

describe('withdrawing an application', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  const withdraw = async (one: { id: string; version: number }, on = '2025-06-20', who = organiser): Promise<Answer> => {
    const query = `mutation($id: ID!, $v: Int!, $on: Date!) { withdrawApplication(id: $id, version: $v, on: $on) {
      application { id state withdrawnOn version decisions { state returnReason } } problems { code field } } }`;
    const { data, errors } = await town.ask(who, query, { id: one.id, v: one.version, on });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.withdrawApplication;
  };

  it('ends it wherever it stands before a decision, a proposal with it, and it can be submitted anew', async () => {
    const submitted = await counter.apply();
    expect((await withdraw(submitted)).application).toMatchObject({ state: 'WITHDRAWN', withdrawnOn: '2025-06-20', version: 2 });
    const again = await counter.apply({}, submitted.person);
    expect(again.id).not.toBe(submitted.id);
    const declared = await counter.declared();
    expect((await withdraw(declared)).application.state).toBe('WITHDRAWN');
    const proposed = await counter.proposed();
    const [row] = await town.sql<{ version: number }>('select version from application where id = $1', [proposed.application.id]);
    expect((await withdraw({ id: proposed.application.id, version: row?.version as number })).application).toMatchObject({
      state: 'WITHDRAWN',
      decisions: [{ state: 'RETURNED', returnReason: expect.stringMatching(/atsauca/) }],
    });
    expect((await counter.approve({ ...proposed, version: 2 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(
      await town.sql('select action, fields from audit_entry where object = $1 order by id desc limit 1', [`application:${declared.id}`]),
    ).toEqual([{ action: 'application.withdraw', fields: ['state', 'withdrawnOn'] }]);
  });

  it('is refused once decided, on an old version, on a day that cannot be, of another town, to who may not', async () => {
    const proposed = await counter.proposed();
    const { decision } = await counter.approve(proposed);
    expect((await withdraw(decision.application)).problems).toEqual([{ code: 'WRONG_STATE', field: 'id' }]);
    const one = await counter.apply();
    expect((await withdraw({ ...one, version: 2 })).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    expect((await withdraw(one, '2025-06-09')).problems).toEqual([{ code: 'INVALID', field: 'on' }]);
    expect((await withdraw(one, '2026-11-23')).problems).toEqual([{ code: 'INVALID', field: 'on' }]);
    expect((await withdraw(one, '2025-06-20', staff('assistance-organiser', { municipality: bauska }))).problems).toEqual([
      { code: 'NOT_FOUND', field: 'id' },
    ]);
    await expect(withdraw(one, '2025-06-20', staff('social-worker'))).rejects.toThrow(/FORBIDDEN/);
    const answers = await Promise.all(Array.from({ length: 20 }, () => withdraw(one)));
    expect(answers.filter(({ application }) => application)).toHaveLength(1);
  });
});
