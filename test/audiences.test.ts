import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CallPath, type Federation, federation } from './support/federation.js';

describe.each<[CallPath]>([['in process'], ['over HTTP']])('who is asking, subgraphs called %s', (path) => {
  let graph: Federation;
  beforeAll(async () => {
    graph = await federation(path);
  }, 240_000);
  afterAll(() => graph?.stop());

  it('is refused without a token, introspection too, and at another audience’s door', async () => {
    for (const audience of ['STAFF', 'REGIONAL', 'PARTNER'] as const) {
      for (const query of ['{ viewer { audience } }', '{ __schema { types { name } } }']) {
        const { status, errors } = await graph.ask(null, query, {}, audience);
        expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      }
    }
    for (const [persona, audience] of [
      ['region-analyst', 'STAFF'],
      ['ngo-a', 'STAFF'],
      ['social-worker', 'PARTNER'],
      ['ngo-a', 'REGIONAL'],
      ['director', 'REGIONAL'],
      ['region-analyst', 'PARTNER'],
    ] as const) {
      const { status, errors } = await graph.ask(persona, '{ viewer { audience } }', {}, audience);
      expect([persona, status, errors?.[0]?.extensions.code]).toEqual([persona, 403, 'FORBIDDEN']);
    }
  });

  it('is told who it is', async () => {
    const staff = await graph.ask('social-worker', '{ viewer { audience roles municipality { code label } employee { id name } } }');
    expect(staff.data.viewer).toMatchObject({
      audience: 'STAFF',
      municipality: { code: '0002000', label: 'Daugavpils' },
      employee: { name: expect.any(String) },
    });
    const region = await graph.ask('region-analyst', '{ viewer { audience region { label } } }');
    expect(region.data.viewer).toEqual({ audience: 'REGIONAL', region: { label: expect.stringContaining('Latgale') } });
    const partner = await graph.ask('ngo-a', '{ viewer { audience organisation { id name } } }');
    expect(partner.data.viewer).toMatchObject({ audience: 'PARTNER', organisation: { name: expect.any(String) } });
  });

  it('sees its own town’s people only', async () => {
    const mine = await graph.ask('social-worker', '{ persons(first: 1) { totalCount nodes { id reference givenName } } }');
    const [person] = mine.data.persons.nodes;
    expect(person.reference).toMatch(/^P-/);
    const theirs = await graph.ask('social-worker-bauska', 'query($id: ID!) { person(id: $id) { id givenName } }', { id: person.id });
    expect(theirs).toMatchObject({ status: 200, data: { person: null } });
    expect(theirs.errors).toBeUndefined();
  });

  it('as a region sees towns side by side and no person', async () => {
    const towns = await graph.ask(
      'region-analyst',
      '{ municipalities { code label staffing(on: "2022-12-31") { fte specialists specialistsPerThousand met } } }',
    );
    expect(towns.errors).toBeUndefined();
    expect(towns.data.municipalities).toHaveLength(42);
    expect(towns.data.municipalities).toContainEqual({
      code: '0002000',
      label: 'Daugavpils',
      staffing: { fte: 235.16, specialists: 87, specialistsPerThousand: expect.any(Number), met: expect.any(Boolean) },
    });
    for (const query of [
      '{ persons(first: 1) { nodes { id } } }',
      '{ annualReport(municipality: "0002000", year: 2022) { year } }',
      '{ facilities { placements { nodes { person { givenName } } } } }',
    ]) {
      const { status, errors } = await graph.ask('region-analyst', query);
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
    }
  });

  it('as a region sees the report a town published, with no cell of 1 to 4 persons', async () => {
    const { data, errors } = await graph.ask(
      'region-analyst',
      '{ publishedReport(municipality: "0002000", year: 2022) { publishedOn tables { id rows { key measure value suppressed previous previousSuppressed } } } }',
    );
    expect(errors).toBeUndefined();
    const tables = new Map(data.publishedReport.tables.map((t: { id: string }) => [t.id, t]));
    expect(tables.get('shelter')).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ key: 'total', value: 200 }),
        expect.objectContaining({ key: 'men', value: 152 }),
      ]),
    });
    const counts = [...tables.values()].flatMap(
      (t) => (t as { rows: { measure: string; value: number | null; previous: number | null; suppressed: boolean; key: string }[] }).rows,
    );
    const small = counts.filter((row) => ['PERSONS', 'FAMILIES', 'HOUSEHOLDS', 'CASES'].includes(row.measure));
    for (const row of small)
      for (const figure of [row.value, row.previous])
        expect([row.key, figure !== null && figure >= 1 && figure <= 4]).toEqual([row.key, false]);
    expect(small.some((row) => row.suppressed)).toBe(true);
  });

  it('as a partner sees its own referrals and nothing else', async () => {
    const mine = await graph.ask(
      'ngo-a',
      '{ referrals(first: 5) { nodes { id state serviceType { code label } organisation { id } person { reference } } } }',
    );
    expect(mine.errors).toBeUndefined();
    expect(mine.data.referrals.nodes.length).toBeGreaterThan(0);
    const [referral] = mine.data.referrals.nodes;
    const theirs = await graph.ask('ngo-b', 'query($id: ID!) { referral(id: $id) { id } }', { id: referral.id });
    expect(theirs).toMatchObject({ data: { referral: null } });
    for (const query of [
      '{ persons(first: 1) { nodes { id } } }',
      '{ referrals(first: 1) { nodes { person { benefits { number } } } } }',
      '{ person(id: "x") { reference } }',
    ]) {
      expect((await graph.ask('ngo-a', query)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});
