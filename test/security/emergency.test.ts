import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, bauska, codeOf, daugavpils, openBench } from './bench.js';

const open = `mutation($i: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $i) { emergencyAccess { id } problems { code } } }`;
const file = `query($id: ID!) { person(id: $id) {
  reference givenName personalCode circumstances { kind }
  cases { id risk person { id givenName } notes(first: 2) { nodes { text } } }
  careTeam { role } placements { id from } homeVisits { id } } }`;
const money = 'query($id: ID!) { person(id: $id) { applications { totalCount } benefits { id } } }';

/** Breaking the glass: one person's file, for hours, in every domain at once, for reading. */
describe('emergency access', () => {
  let b: Bench;
  let client: { id: string };
  let other: { id: string };
  let carer: string;
  let access: string;

  beforeAll(async () => {
    b = await openBench();
    const cases = await b.rows('services', 'select distinct person_id as id from social_case where municipality = $1 order by 1 limit 2', [
      daugavpils,
    ]);
    [client, other] = cases as [typeof client, typeof other];
    carer = await b.tokenOf('carer');
  }, 480_000);
  afterAll(() => b?.stop());
  beforeEach(async () => {
    await b.rows('registry', 'delete from emergency_access');
    const opened = await b.ask(carer, open, { i: { personId: client.id, reason: 'Klients naktī ir bezsamaņā' } });
    access = opened.data.openEmergencyAccess.emergencyAccess.id;
  });

  const look = (query: string, id: string, header: string | null = access, token = carer, path = '/graphql') =>
    b.send({
      path,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-purpose': encodeURIComponent('Nakts maiņa'),
        ...(header ? { 'x-emergency-access': header } : {}),
      },
      body: JSON.stringify({ query, variables: { id } }),
    });

  it('opens the file in every domain at once, and marks each look in the audit of the domain', async () => {
    const without = await look(file, client.id, null);
    expect(new Set(without.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(without.data.person.cases).toBeNull();
    const { data, errors } = await look(file, client.id);
    expect(errors).toBeUndefined();
    expect(data.person.givenName).toEqual(expect.any(String));
    expect(data.person.cases[0]).toMatchObject({ id: expect.any(String), person: { id: client.id, givenName: data.person.givenName } });
    const marks = await b.rows(
      'services',
      `select subject, person_id, object, purpose, fields from audit_entry where action = 'emergency.read' order by seq desc limit 1`,
    );
    expect(marks).toEqual([
      {
        subject: 'test:carer',
        person_id: client.id,
        object: `emergencyAccess:${access}`,
        purpose: 'Nakts maiņa',
        fields: expect.arrayContaining(['Person.cases', 'SocialCase.risk', 'Person.homeVisits']),
      },
    ]);
  });

  it('is in the trail of the person, of every domain, for the auditor', async () => {
    await look(file, client.id);
    const entries = '(first: 200) { nodes { action object purpose } }';
    const { data } = await b.as(
      'auditor',
      `query($id: ID!) { auditTrail(personId: $id) { registry${entries} services${entries} benefits${entries} institutions${entries} workforce${entries} strategy${entries} } }`,
      { id: client.id },
    );
    expect(Object.keys(data.auditTrail)).toHaveLength(6);
    expect(data.auditTrail.services.nodes).toContainEqual({
      action: 'emergency.read',
      object: `emergencyAccess:${access}`,
      purpose: 'Nakts maiņa',
    });
    expect(data.auditTrail.registry.nodes).toContainEqual({ action: 'emergency.open', object: `emergencyAccess:${access}`, purpose: null });
  });

  it('opens nobody else: not by id, not by a reference, not through a list', async () => {
    const { data, errors } = await look(file, other.id);
    expect([data.person?.cases ?? null, new Set(errors?.map((e) => e.extensions.code))]).toEqual([null, new Set(['FORBIDDEN'])]);
    const [theirs] = await b.rows('services', 'select id from social_case where person_id = $1 limit 1', [other.id]);
    const [own] = await b.rows('services', 'select id from social_case where person_id = $1 limit 1', [client.id]);
    const entity = (id: string, header: string | null = access) =>
      b.askSubgraph(
        'services',
        carer,
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on SocialCase { risk } } }',
        { r: [{ __typename: 'SocialCase', id }] },
        header ? { 'x-emergency-access': header } : {},
      );
    expect((await entity(own.id)).data._entities).toEqual([{ risk: expect.any(String) }]);
    expect((await entity(theirs.id)).text).not.toMatch(/"risk":"/);
    expect((await entity(own.id, null)).text).not.toMatch(/"risk":"/);
    for (const query of ['{ socialCases(first: 1) { totalCount nodes { id } } }', '{ referrals(first: 1) { totalCount } }'])
      expect(codeOf(await look(query, client.id))).toBe('FORBIDDEN');
  });

  it('opens no money, and no writing', async () => {
    const { data, errors } = await look(money, client.id);
    expect([data.person.applications, data.person.benefits, new Set(errors?.map((e) => e.extensions.code))]).toEqual([
      null,
      null,
      new Set(['FORBIDDEN']),
    ]);
    const [own] = await b.rows('services', 'select id, version from social_case where person_id = $1 and closed_on is null limit 1', [
      client.id,
    ]);
    const close = `mutation { closeCase(input: { caseId: "${own?.id ?? client.id}", version: 1, closedOn: "2026-11-22", outcomes: [] }) { problems { code } } }`;
    expect(codeOf(await look(close, client.id))).toBe('FORBIDDEN');
  });

  it('holds for whoever opened it alone, also against who may review it, and in no other graph', async () => {
    for (const token of [await b.tokenOf('facility-manager'), await b.token('director'), await b.token('social-worker-bauska')]) {
      const answer = await look('query($id: ID!) { person(id: $id) { reference } }', client.id, access, token);
      expect([codeOf(answer), answer.data?.person ?? null]).toEqual(['FORBIDDEN', null]);
    }
    expect(codeOf(await look('{ viewer { subject } }', client.id, access, await b.token('ngo-a'), '/partner/graphql'))).toBe('FORBIDDEN');
    expect(codeOf(await look('{ viewer { subject } }', client.id, access, await b.token('region-analyst'), '/regional/graphql'))).toBe(
      'FORBIDDEN',
    );
  });

  it.each([
    ['another id', '01900000-0000-7000-8000-00000000dead'],
    ['what is no id', "' or true --"],
  ])('claimed with %s refuses the request as a whole', async (_, header) => {
    expect(codeOf(await look('query($id: ID!) { person(id: $id) { reference } }', client.id, header))).toBe('FORBIDDEN');
  });

  it('ends by itself after its hours, and at once when it is given up', async () => {
    await b.rows(
      'registry',
      `update emergency_access set opened_at = opened_at - interval '5 hours', ends_at = ends_at - interval '5 hours'`,
    );
    expect(codeOf(await look(file, client.id))).toBe('FORBIDDEN');
    await b.rows(
      'registry',
      `update emergency_access set opened_at = opened_at + interval '5 hours', ends_at = ends_at + interval '5 hours'`,
    );
    expect((await look(file, client.id)).errors).toBeUndefined();
    await b.ask(carer, 'mutation($id: ID!) { closeEmergencyAccess(id: $id) { problems { code } } }', { id: access });
    const closed = await look(file, client.id);
    expect([codeOf(closed), closed.data?.person ?? null]).toEqual(['FORBIDDEN', null]);
  });

  it('fails closed while the registry does not answer', async () => {
    b.platform.caller.disable('registry');
    try {
      const [own] = await b.rows('services', 'select id from social_case where person_id = $1 limit 1', [client.id]);
      const answer = await b.askSubgraph(
        'services',
        carer,
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on SocialCase { risk } } }',
        { r: [{ __typename: 'SocialCase', id: own.id }] },
        { 'x-emergency-access': access },
      );
      expect([codeOf(answer), answer.data]).toEqual(['FORBIDDEN', null]);
    } finally {
      b.platform.caller.enable('registry');
    }
  });

  it('costs an ordinary request no statement', async () => {
    const query = 'query($id: ID!) { person(id: $id) { reference cases { id } } }';
    const ordinary = async () => void (await b.as('social-worker', query, { id: client.id }));
    await ordinary();
    const { byDomain } = await b.graph.statementsDuring(ordinary);
    expect([byDomain.registry, byDomain.services].every((count) => (count as number) <= 4)).toBe(true);
  });

  it('is seen by the auditor of the own town', async () => {
    const list = '{ emergencyAccesses(first: 5) { nodes { id subject reason open person { reference } } } }';
    const { data } = await b.as('auditor', list);
    expect(data.emergencyAccesses.nodes).toContainEqual({
      id: access,
      subject: 'test:carer',
      reason: 'Klients naktī ir bezsamaņā',
      open: true,
      person: { reference: expect.stringMatching(/^P-/) },
    });
    const foreign = await b.ask(
      await b.issuer.issue({ subject: 'x', atbalsts: { audience: 'STAFF', municipality: bauska, roles: ['auditor'] } }),
      list,
    );
    expect(foreign.data.emergencyAccesses.nodes).toEqual([]);
  });
});
