import { withClient } from '@atbalsts/database';
import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { registry } from '../src/index.js';

describe('what goes wrong', () => {
  let town: TestSubgraph;
  const worker = staff('social-worker');
  beforeAll(async () => {
    town = await testSubgraph(registry);
  });
  afterAll(() => town?.drop());

  it.each([
    ['query($n: Int) { persons(first: $n) { totalCount } }', { n: null }],
    ['{ persons(first: 1000) { totalCount } }', {}],
    ['{ persons(first: -1) { totalCount } }', {}],
    ['{ persons(after: "no cursor") { nodes { id } } }', {}],
    ['query($d: Date!) { municipalities(on: $d) { code } }', { d: '2022-02-30' }],
    ['query($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }', { c: '1' }],
  ])('%s with %j is bad input, named in both languages', async (query, variables) => {
    const { errors } = await town.ask(worker, query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', requestId: 'test-request' } }]);
  });

  it.each(['', 'x', `'; drop table person; --`, '../../etc/passwd'])('an id %j that cannot be one names nobody', async (id) => {
    const query =
      'query($id: ID!) { person(id: $id) { id } household(id: $id) { id } _entities(representations: [{ __typename: "Person", id: $id }]) { __typename } }';
    expect(await town.ask(worker, query, { id })).toEqual({ data: { person: null, household: null, _entities: [null] } });
  });

  it('a wrong operation is refused without suggestions of what there is', async () => {
    const { errors } = await town.ask(worker, '{ person(id: "x") { shoeSize } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  it('a database that is gone is said to be so, without its address', async () => {
    const lost = await testSubgraph(registry);
    await withClient(lost.database.superUrl.replace(lost.database.name, 'postgres'), (client) =>
      client.query(`drop database "${lost.database.name}" with (force)`),
    );
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const { errors } = await lost.ask(worker, '{ persons { totalCount } }');
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|postgres|test_registry/);
    await lost.drop();
  });
});
