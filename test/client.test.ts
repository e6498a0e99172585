import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CallPath, type Federation, federation } from './support/federation.js';
import { clientQuery } from './support/queries.js';

describe.each<[CallPath]>([['in process'], ['over HTTP']])('the staff portal, subgraphs called %s', (path) => {
  let graph: Federation;
  beforeAll(async () => {
    graph = await federation(path);
  }, 240_000);
  afterAll(() => graph?.stop());

  it('sees everything about a client in one query over four domains', async () => {
    const { data, errors, status } = await graph.ask('social-worker', clientQuery, { first: 1 });
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    const shelter = data.facilities.find((f: { placements: { nodes: unknown[] } }) => f.placements.nodes.length);
    const { person } = shelter.placements.nodes[0];
    expect(person).toMatchObject({
      reference: expect.stringMatching(/^P-\d{6}$/),
      givenName: expect.any(String),
      birthDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      household: { members: expect.arrayContaining([{ person: { reference: person.reference }, relation: 'HEAD' }]) },
      currentPlacement: { facility: { name: shelter.name, kind: 'SHELTER' } },
    });
    expect(person.cases[0]).toMatchObject({ responsible: { name: expect.any(String), caseload: { norm: expect.any(Number) } } });
    expect(person.applications.nodes.length).toBeGreaterThan(0);
  });

  it('runs as many SQL statements for fifty clients as for one', async () => {
    await graph.ask('social-worker', clientQuery, { first: 1 });
    const one = await graph.statementsDuring(() => graph.ask('social-worker', clientQuery, { first: 1 }));
    const fifty = await graph.statementsDuring(async () => {
      const { data } = await graph.ask('social-worker', clientQuery, { first: 50 });
      expect(data.facilities[0].placements.nodes).toHaveLength(50);
    });
    expect(fifty).toEqual(one);
    expect(one.total).toBeLessThanOrEqual(25);
  });

  it('loses the fields of a domain that is down, with a coded error, and nothing else', async () => {
    await graph.takeDown('benefits');
    try {
      const { data, errors, status } = await graph.ask('social-worker', clientQuery, { first: 1 });
      expect(status).toBe(200);
      expect(errors?.length).toBeGreaterThan(0);
      for (const error of errors ?? [])
        expect(error.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'benefits', messageLv: expect.any(String) });
      const { person } = data.facilities[0].placements.nodes[0];
      expect(person).toMatchObject({ applications: null, benefits: null, household: { status: null, reference: expect.any(String) } });
      expect(person.cases.length).toBeGreaterThan(0);
      expect(person.currentPlacement.facility.kind).toBe('SHELTER');
    } finally {
      await graph.bringUp('benefits');
    }
    const { errors } = await graph.ask('social-worker', clientQuery, { first: 1 });
    expect(errors).toBeUndefined();
  });

  it('loses of several root fields only those of the domain that is down', async () => {
    const query = `{ viewer { subject } facilities { id } applications(first: 1) { totalCount } benefitTypes(municipality: "0002000") { code } socialCases(first: 1) { totalCount }
      units { id } strategies { id } paymentBatches(first: 1) { totalCount } }`;
    const benefits = ['applications', 'benefitTypes', 'paymentBatches'];
    const whole = await graph.ask('director', query);
    expect([whole.errors, Object.values(whole.data).filter((one) => one === null)]).toEqual([undefined, []]);
    await graph.takeDown('benefits');
    try {
      const { data, errors, status } = await graph.ask('director', query);
      expect(status).toBe(200);
      expect(data).toEqual({ ...whole.data, ...Object.fromEntries(benefits.map((name) => [name, null])) });
      expect(errors?.length).toBeGreaterThan(0);
      for (const error of errors ?? [])
        expect(error.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'benefits', requestId: expect.any(String) });
    } finally {
      await graph.bringUp('benefits');
    }
    expect(await graph.ask('director', query)).toMatchObject({ data: whole.data });
  });

  it('is told what is wrong with an input, at the argument, in both languages', async () => {
    const query = 'query($i: MeansInput!) { assessMeans(input: $i) { status } }';
    const input = (change: object) => ({
      i: { municipality: '0002000', on: '2022-06-01', members: [{ age: 40, monthlyIncome: '10.00' }], ...change },
    });
    for (const change of [
      { members: [{ age: 40, monthlyIncome: '12.345' }] },
      { members: [] },
      { members: [{ age: 40, monthlyIncome: '-1.00' }] },
      { on: '2022-02-30' },
    ]) {
      const { errors } = await graph.ask('assistance-organiser', query, input(change));
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', messageLv: expect.any(String) } }]);
      expect(JSON.stringify(errors)).not.toMatch(/select |stack|node_modules/i);
    }
    const missing = await graph.ask('assistance-organiser', query, input({ on: '2017-06-01' }));
    expect(missing.errors).toMatchObject([{ extensions: { code: 'RULE_MISSING' } }]);
  });
});
