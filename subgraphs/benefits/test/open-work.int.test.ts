import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { type Answer, Counter, officers, PretendedRegistry } from './support.js';

const open = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Employee { openBenefitWork { kind objectId number on } } } }';

describe('what of an employee’s work on benefits is not over', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let decision: Answer;
  const openOf = async (id: string | undefined, who = staff('hr')) => {
    const { data, errors } = await town.ask(who, open, { r: [{ __typename: 'Employee', id }] });
    return errors ? errors[0]?.extensions?.code : data._entities[0].openBenefitWork;
  };

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    decision = await new Counter(town, registry).proposed();
  });
  afterAll(() => town?.drop());

  it('is told of who proposed it, while it waits for a second person, and while it has come back', async () => {
    const item = { objectId: decision.id, number: decision.number, on: expect.stringMatching(/^20\d\d-/) };
    expect(await openOf(officers.organiser.employee)).toEqual([{ kind: 'PROPOSED_DECISION', ...item }]);
    await town.sql(`update decision set state = 'RETURNED'`);
    expect(await openOf(officers.organiser.employee)).toEqual([{ kind: 'RETURNED_DECISION', ...item }]);
    await town.sql(`update application set state = 'WITHDRAWN'`);
    expect(await openOf(officers.organiser.employee)).toEqual([]);
  });

  it('is nothing of who does not work on benefits, of another town, or for who may not ask', async () => {
    await town.sql(`update application set state = 'PROPOSED'`);
    await town.sql(`update decision set state = 'PROPOSED'`);
    expect(await openOf(officers.organiser.employee)).toHaveLength(1);
    expect(await openOf(officers.head.employee)).toEqual([]);
    expect(await openOf(officers.organiser.employee, staff('hr', { municipality: bauska }))).toEqual([]);
    expect(await openOf(officers.organiser.employee, staff('assistance-organiser'))).toBe('FORBIDDEN');
    expect(await openOf("' or 1=1")).toEqual([]);
  });
});
