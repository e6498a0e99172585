import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ask, callPaths, startToyFederation, type ToyFederation } from './toy-federation.js';

const codes = (answer: { errors?: { extensions: Record<string, unknown> }[] }) => answer.errors?.map((error) => error.extensions.code);

describe.each(callPaths)('the staff graph, subgraphs called %s', (path) => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation(path);
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    toy.state.seen.length = 0;
    toy.failures.length = 0;
    toy.log.length = 0;
  });

  it('answers a query over two subgraphs', async () => {
    const answer = await ask(toy.url, '{ persons { id name cases { number } } serviceTypes }');
    expect(answer.errors).toBeUndefined();
    expect(answer.status).toBe(200);
    expect(answer.data?.persons[2]).toEqual({ id: 'p3', name: 'Zane Paraugs', cases: [{ number: 'C-p3' }] });
    expect(answer.data?.serviceTypes).toEqual(['shelter', 'home-care']);
    expect(toy.state.seen.filter(({ request }) => request.query.includes('_entities'))).toHaveLength(1);
  });

  it('forwards the token and the request id to every subgraph, and no header of the client', async () => {
    const answer = await ask(toy.url, '{ viewer { token requestId } person(id: "p1") { cases { number } } }', undefined, {
      headers: { 'x-request-id': 'from-the-client-1', 'x-secret': 'mine' },
    });
    expect(answer.data?.viewer).toEqual({ token: 'staff', requestId: 'from-the-client-1' });
    expect(answer.headers.get('x-request-id')).toBe('from-the-client-1');
    expect(toy.state.seen.map(({ request }) => [request.token, request.requestId])).toEqual(
      toy.state.seen.map(() => ['staff', 'from-the-client-1']),
    );
  });

  it('answers aliases, fragments, conditions and the type name alike', async () => {
    const query =
      'query ($with: Boolean = false) { one: person(id: "p1") { ...P } two: person(id: "p2") { ...P __typename } none: person(id: "p9") { ...P } } fragment P on Person { who: name cases @include(if: $with) { number } }';
    const without = await ask(toy.url, query);
    expect(without.data).toEqual({ one: { who: 'Anna Paraugs' }, two: { who: 'Jānis Paraugs', __typename: 'Person' }, none: null });
    const answer = await ask(toy.url, query, { with: true });
    expect(answer.data?.two).toEqual({ who: 'Jānis Paraugs', __typename: 'Person', cases: [{ number: 'C-p2' }] });
    expect(answer.errors).toBeUndefined();
  });

  it('carries a mutation through', async () => {
    const answer = await ask(toy.url, 'mutation Note($text: String!) { note(text: $text) }', { text: 'rīts' });
    expect(answer.data).toEqual({ note: 'rīts' });
    expect(toy.state.seen).toHaveLength(1);
  });

  it('leaves the rest of the answer whole when a subgraph is down, and says which fields it empties', async () => {
    await toy.kill('services');
    try {
      const answer = await ask(
        toy.url,
        '{ persons { name cases { number } risk } person(id: "p2") { reference number: risk } serviceTypes }',
      );
      expect(answer.status).toBe(200);
      expect(answer.data?.persons.map((person: { name: string }) => person.name)).toEqual([
        'Anna Paraugs',
        'Jānis Paraugs',
        'Zane Paraugs',
      ]);
      expect(answer.data?.persons.every((person: Record<string, unknown>) => person.cases === null && person.risk === null)).toBe(true);
      expect(answer.data?.person).toEqual({ reference: 'P-000002', number: null });
      expect(answer.data?.serviceTypes).toBeNull();
      const paths = answer.errors?.map((error) => error.path?.join('.')).sort();
      expect(paths).toEqual(['person.number', 'persons.0.cases', 'persons.0.risk', 'serviceTypes']);
      for (const { message, extensions } of answer.errors ?? []) {
        expect(message).toMatch(/"services" does not answer/);
        expect(extensions).toMatchObject({
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'services',
          messageLv: expect.stringMatching(/neatbild/),
          requestId: expect.any(String),
        });
        expect(Object.keys(extensions).sort()).toEqual(expect.not.arrayContaining(['serviceName', 'stacktrace']));
      }
      expect(answer.errors?.find((error) => error.path?.at(-1) === 'cases')?.extensions.objects).toBe(3);
      expect(toy.failures.length).toBeGreaterThan(0);
    } finally {
      await toy.revive('services');
    }
    const again = await ask(toy.url, '{ persons { cases { number } } }');
    expect(again.errors).toBeUndefined();
    expect(again.data?.persons).toHaveLength(3);
  });

  it('keeps the code, the path and the Latvian text of what a subgraph refuses, and no internals', async () => {
    const answer = await ask(toy.url, '{ refused person(id: "p1") { name } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ refused: null, person: { name: 'Anna Paraugs' } });
    const { requestId, ...extensions } = answer.errors?.[0]?.extensions ?? {};
    expect(answer.errors?.[0]).toMatchObject({ message: 'Your role does not let you do this', path: ['refused'] });
    expect(extensions).toEqual({ code: 'FORBIDDEN', messageLv: 'Jūsu loma to neļauj', subgraph: 'registry' });
    expect(requestId).toBe(answer.headers.get('x-request-id'));
  });

  it.each(['broken', 'hidden { nothing }'])(
    'hides what nobody foresaw in %s, and logs it with the request id but without values',
    async (field) => {
      const answer = await ask(toy.url, `{ ${field} viewer { subject } }`);
      expect(answer.data?.viewer).toEqual({ subject: 'toy' });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        subgraph: 'registry',
        messageLv: expect.stringMatching(/pusē radās kļūda/),
        requestId: answer.headers.get('x-request-id'),
      });
      expect(answer.text).not.toMatch(/insert into|No such table|select 1|Anna/);
      const told = toy.log.filter((entry) => entry.level === 'error');
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({
        requestId: answer.headers.get('x-request-id'),
        subgraph: 'registry',
        text: expect.stringMatching(/insert into|No such table/),
      });
      expect(JSON.stringify(told)).not.toMatch(/Anna/);
    },
  );

  it('makes an error of a null where the schema allows none', async () => {
    const answer = await ask(toy.url, '{ viewer { subject } ghost { id sequence } }');
    expect(answer.data).toEqual({ viewer: { subject: 'toy' }, ghost: null });
    expect(answer.errors).toMatchObject([
      { path: ['ghost', 'sequence'], extensions: { code: 'INTERNAL_SERVER_ERROR', messageLv: expect.any(String) } },
    ]);
    expect(answer.text).not.toMatch(/valueCompletion/);
    expect(toy.log.filter((entry) => entry.level === 'error')).toMatchObject([{ code: 'INCOMPLETE' }]);
  });
});

describe.each(callPaths)('wrong input, subgraphs called %s', (path) => {
  let toy: ToyFederation;
  beforeAll(async () => {
    toy = await startToyFederation(path);
  });
  afterAll(() => toy.stop());
  afterEach(() => {
    toy.state.seen.length = 0;
  });

  const means = 'query ($i: MeansInput!) { assessMeans(input: $i) }';

  it.each([
    [means, { i: { on: '2022-06-01', members: [{ age: 40, monthlyIncome: '12.345' }] } }, '$i.members[0].monthlyIncome', /Euro must be/],
    [means, { i: { on: '2022-02-30', members: [] } }, '$i.on', /Date must be/],
    [means, { i: { on: 20220601, members: [] } }, '$i.on', /Date must be/],
    [means, { i: { on: '2022-06-01', members: [{ age: 'forty', monthlyIncome: '1.00' }] } }, '$i.members[0].age', /Int/],
    [means, { i: { on: '2022-06-01', members: [], sex: 'FEMAL' } }, '$i.sex', /Sex/],
    [means, { i: { members: [] } }, '$i', /"on" of required type "Date!" was not provided/],
    [means, { i: { on: '2022-06-01', member: [], members: [] } }, '$i', /"member" is not defined/],
    [means, {}, '$i', /of required type "MeansInput!" was not provided/],
    ['query ($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }', { c: '01019010000x' }, '$c', /PersonalCode must be/],
    ['query ($a: Euro) { add(amount: $a) }', { a: 12.5 }, '$a', /Euro must be/],
    ['query ($d: [Date!]) { add(on: $d) }', { d: ['2022-01-01', 'x'] }, '$d[1]', /Date must be/],
  ])('refuses a wrong variable of %s with %j, naming %s', async (query, variables, place, reason) => {
    const answer = await ask(toy.url, query, variables);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(codes(answer)?.[0]).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.message).toMatch(reason);
    expect(answer.errors?.[0]?.message).toContain(`Variable "${place}"`);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ argument: place, messageLv: expect.stringContaining(`Mainīgais "${place}"`) });
    expect(answer.text).not.toMatch(/Did you mean|01019010000x|forty/);
    expect(toy.state.seen).toHaveLength(0);
  });

  it.each([
    ['{ add(amount: "12.345") }', 'amount', /Argument "amount": Euro must be/],
    ['{ add(amount: 12) }', 'amount', /Argument "amount"/],
    ['{ add(on: ["2022-01-01", "2022-13-01"]) }', 'on[1]', /Argument "on\[1\]": Date must be/],
    ['{ add(on: "2022-13-01") }', 'on', /Argument "on": Date must be/],
    ['{ add(on: {a: 1}) }', 'on', /Argument "on"/],
    [
      '{ assessMeans(input: {on: "2022-01-01", members: [{age: 1, monthlyIncome: "1.00"}, {age: 1, monthlyIncome: "-"}]}) }',
      'input.members[1].monthlyIncome',
      /Euro must be/,
    ],
    ['{ personByPersonalCode(personalCode: "010190-1000") { id } }', 'personalCode', /PersonalCode must be/],
    ['query ($d: [Date!] = ["nope"]) { add(on: $d) }', '$d[0]', /Variable "\$d\[0\]": Date must be/],
  ])('refuses a wrong literal in %s as BAD_USER_INPUT, naming %s', async (query, argument, reason) => {
    const answer = await ask(toy.url, query);
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toMatch(reason);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ argument, messageLv: expect.stringContaining(argument) });
    expect(toy.state.seen).toHaveLength(0);
  });

  it('hands good values to the subgraph as they came', async () => {
    const answer = await ask(toy.url, 'query ($i: MeansInput!, $d: [Date!]) { assessMeans(input: $i) add(on: $d) }', {
      i: { on: '2022-06-01', members: [{ age: 7, monthlyIncome: '120.00', born: null }] },
      d: ['2022-01-01'],
    });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse(answer.data?.assessMeans)).toEqual({ on: '2022-06-01', members: [{ age: 7, monthlyIncome: 12000, born: null }] });
    expect(JSON.parse(answer.data?.add)).toEqual({ on: ['2022-01-01'] });
    expect(toy.state.seen[0]?.request.variables).toEqual({
      i: { on: '2022-06-01', members: [{ age: 7, monthlyIncome: '120.00', born: null }] },
      d: ['2022-01-01'],
    });
  });

  it('never repeats a wrong personal code, whatever it looks like', async () => {
    const query = 'query ($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }';
    const tricky = fc.oneof(
      fc.string(),
      fc.constantFrom('" at "c.x"; ', '; Did you mean "x"?', '\\"; ', 'Variable "$c" got invalid value '),
    );
    await fc.assert(
      fc.asyncProperty(tricky, tricky, async (before, after) => {
        const answer = await ask(toy.url, query, { c: `${before}010190-1000é${after}` });
        expect([answer.status, codes(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
        expect(answer.errors?.[0]?.message).toMatch(/^Variable "\$c": PersonalCode must be/);
        expect(answer.text).not.toMatch(/010190-1000é/);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an unknown field without suggesting others', async () => {
    const answer = await ask(toy.url, '{ person(id: "p1") { nam casez } }');
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
    expect(answer.text).not.toMatch(/Did you mean|cases/);
    expect(answer.errors?.[0]?.extensions.messageLv).toBe('Vaicājums neatbilst šī grafa shēmai.');
  });

  it('refuses a query that cannot be read', async () => {
    const answer = await ask(toy.url, '{ person(');
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('refuses a document of several operations of which none is named', async () => {
    const answer = await ask(toy.url, 'query A { viewer { subject } } query B { viewer { subject } }');
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  });
});

describe.each(callPaths)('outages, subgraphs called %s', (path) => {
  it('starts while a subgraph is down, and serves the rest', async () => {
    const toy = await startToyFederation(path, { dead: ['registry'] });
    try {
      const answer = await ask(toy.url, '{ serviceTypes person(id: "p1") { name } }');
      expect(answer.data).toEqual({ serviceTypes: ['shelter', 'home-care'], person: null });
      expect(codes(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);
      await toy.revive('registry');
      expect((await ask(toy.url, '{ person(id: "p1") { name } }')).data).toEqual({ person: { name: 'Anna Paraugs' } });
    } finally {
      await toy.stop();
    }
  });

  it('gives up a subgraph that does not answer in time', async () => {
    const toy = await startToyFederation(path, { timeoutMs: 50 });
    let finish: (value: string) => void = () => {};
    toy.state.slow = new Promise((resolve) => {
      finish = resolve;
    });
    try {
      const answer = await ask(toy.url, '{ slow serviceTypes }');
      expect(answer.data).toEqual({ slow: null, serviceTypes: ['shelter', 'home-care'] });
      expect(answer.errors).toMatchObject([{ path: ['slow'], extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'registry' } }]);
    } finally {
      finish('late');
      await toy.stop();
    }
  });

  it('says on /health which subgraph is down, and stays up itself', async () => {
    const toy = await startToyFederation(path, { dead: ['services'] });
    try {
      const degraded = await fetch(`${toy.url}/health`);
      expect(degraded.status).toBe(200);
      expect(await degraded.json()).toEqual({ status: 'degraded', gateway: 'up', subgraphs: { registry: 'up', services: 'down' } });
      await toy.revive('services');
      expect(await (await fetch(`${toy.url}/health`)).json()).toMatchObject({ status: 'up' });
    } finally {
      await toy.stop();
    }
  });
});
