import { type DomainName, domains } from '@atbalsts/database';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, type GraphQLUnionType, getNamedType, isCompositeType, isRequiredArgument } from 'graphql';
import { type Bench, bauska, codeOf, daugavpils } from '../bench.js';

const nobody = '01900000-0000-7000-8000-00000000dead';
const persons = '{ persons(first: 50) { totalCount nodes { id reference } } }';

/** Headers by which others tell a service behind a proxy who is asking. */
const forwarded: Record<string, string> = {
  'x-forwarded-user': 'demo:director',
  'x-user': 'demo:director',
  'x-user-id': 'demo:director',
  'x-remote-user': 'demo:director',
  'x-auth-request-user': 'demo:director',
  'x-authenticated-userid': 'demo:director',
  'x-principal': JSON.stringify({ subject: 'demo:director', audience: 'STAFF', municipality: daugavpils, roles: ['director'] }),
  'x-audience': 'STAFF',
  'x-roles': 'director',
  'x-municipality': daugavpils,
  'x-atbalsts-municipality': daugavpils,
  'x-atbalsts-audience': 'SYSTEM',
  'x-atbalsts-roles': 'director,domain',
  'x-forwarded-for': '127.0.0.1',
  'x-original-url': '/graphql',
  'router-authorization': 'internal',
  'apollo-federation-include-trace': 'ftv1',
};

/** Fields of an entity that need no argument, one level deep. */
function selectionOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .map((field) => (isCompositeType(getNamedType(field.type)) ? `${field.name} { __typename }` : field.name))
    .join(' ');
}

/** Entity types of a subgraph that have ids. */
function entitiesOf(b: Bench, domain: DomainName): GraphQLObjectType[] {
  const union = b.platform.subgraphs.get(domain)?.schema.getType('_Entity') as GraphQLUnionType | undefined;
  return (union?.getTypes() ?? []).filter((type) => 'id' in type.getFields() || 'personId' in type.getFields());
}

const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, '_$&').toLowerCase();

/** An id of Daugavpils for an entity type, from the table of its name in whichever database has it; null where none is kept by town. */
async function idOf(b: Bench, type: string): Promise<string | null> {
  const table = type === 'AuditTrail' ? 'person' : snake(type);
  for (const domain of domains) {
    const columns = await b.rows(
      domain,
      "select column_name from information_schema.columns where table_name = $1 and column_name in ('id', 'municipality')",
      [table],
    );
    if (columns.length < 2) continue;
    const [row] = await b.rows(domain, `select id from ${table} where municipality = $1 limit 1`, [daugavpils]);
    if (row) return row.id;
  }
  return null;
}

/** Asks a subgraph for an entity by reference; the answer without request ids and without the id itself. */
async function entity(b: Bench, domain: DomainName, token: string, type: GraphQLObjectType, id: string): Promise<string> {
  const key = 'id' in type.getFields() ? 'id' : 'personId';
  const answer = await b.askSubgraph(
    domain,
    token,
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type.name} { ${selectionOf(type)} } } }`,
    { r: [{ __typename: type.name, [key]: id }] },
  );
  const errors = answer.errors?.map((e) => [e.extensions.code, e.path]);
  return JSON.stringify({ data: answer.data, errors }).replaceAll(id, 'ID');
}

/** What is tried at a subgraph's own door, past the gateway. */
export function subgraphAttacks(the: () => Bench): void {
  describe('at a subgraph’s own door', () => {
    it.each([...domains])('%s believes no forwarded header: without a token it gives nothing, its schema neither', async (domain) => {
      const b = the();
      for (const query of ['{ _service { sdl } }', '{ __schema { types { name } } }', '{ __typename }', persons]) {
        for (const headers of [{}, forwarded]) {
          const answer = await b.askSubgraph(domain, null, query, {}, headers);
          expect([codeOf(answer), answer.data ?? null]).toEqual(['UNAUTHENTICATED', null]);
        }
      }
    });

    it('a token of Bauska with headers of Daugavpils sees Bauska', async () => {
      const b = the();
      const token = await b.token('director-bauska');
      const plain = await b.askSubgraph('registry', token, persons);
      const forged = await b.askSubgraph('registry', token, persons, {}, forwarded);
      expect(forged.data).toEqual(plain.data);
      const ids = forged.data.persons.nodes.map((p: { id: string }) => p.id);
      const towns = await b.rows('registry', 'select distinct municipality from person where id = any($1)', [ids]);
      expect(towns).toEqual(ids.length ? [{ municipality: bauska }] : []);
    });

    it.each([...domains])('%s answers a guessed id of Daugavpils, asked with tokens of Bauska, as an id of nobody', async (domain) => {
      const b = the();
      let tried = 0;
      for (const type of entitiesOf(b, domain)) {
        const id = await idOf(b, type.name);
        if (!id) continue;
        for (const persona of ['director-bauska', 'social-worker-bauska'] as const) {
          const token = await b.token(persona);
          const theirs = await entity(b, domain, token, type, id);
          expect([type.name, theirs]).toEqual([type.name, await entity(b, domain, token, type, nobody)]);
          tried++;
        }
      }
      expect(tried).toBeGreaterThan(0);
    });

    it('a partner gets nothing of a client who is not referred to it, whatever domain it asks', async () => {
      const b = the();
      const mine = await b.as('ngo-b', '{ viewer { organisation { id } } }');
      const organisation = mine.data.viewer.organisation.id;
      const referred = (await b.rows('services', 'select person_id from referral where organisation_id = $1', [organisation])).map(
        (r) => r.person_id,
      );
      const consented = (await b.rows('registry', 'select person_id from consent where organisation_id = $1', [organisation])).map(
        (r) => r.person_id,
      );
      const [other] = await b.rows(
        'services',
        'select id, person_id from referral where organisation_id <> $1 and not person_id = any($2) limit 1',
        [organisation, [...referred, ...consented]],
      );
      const token = await b.token('ngo-b');
      for (const domain of domains) {
        for (const type of entitiesOf(b, domain).filter((t) => ['Person', 'AuditTrail', 'Referral'].includes(t.name))) {
          const id = type.name === 'Referral' ? other.id : other.person_id;
          const theirs = await entity(b, domain, token, type, id);
          expect([domain, type.name, theirs]).toEqual([domain, type.name, await entity(b, domain, token, type, nobody)]);
        }
      }
    });

    it('a partner that asks with a domain’s own query, past its contract, gets no staff data', async () => {
      const b = the();
      const token = await b.token('ngo-a');
      for (const [domain, query] of [
        ['registry', persons],
        ['registry', '{ personByPersonalCode(personalCode: "320000-00000") { id } }'],
        ['benefits', '{ applications(first: 1) { nodes { id } } }'],
        ['benefits', '{ paymentBatches(first: 1) { nodes { id } } }'],
        ['services', '{ socialCases(first: 1) { nodes { id } } }'],
        ['institutions', '{ facilities { id placements { nodes { id } } } }'],
        ['workforce', '{ employees(first: 1) { nodes { id name } } }'],
        ['strategy', '{ budget(year: 2022) { __typename } }'],
      ] as const) {
        const answer = await b.askSubgraph(domain, token, query);
        expect([domain, codeOf(answer), Object.values(answer.data ?? {}).every((v) => v === null)]).toEqual([domain, 'FORBIDDEN', true]);
      }
    });

    it('a region that asks a domain past its contract gets no person', async () => {
      const b = the();
      const token = await b.token('region-analyst');
      for (const [domain, query] of [
        ['registry', persons],
        ['services', '{ referrals(first: 1) { nodes { id } } }'],
        ['institutions', '{ placementsToConfirm(first: 1) { nodes { id } } }'],
        ['workforce', '{ employees(first: 1) { nodes { id } } }'],
        ['strategy', `{ annualReport(municipality: "${daugavpils}", year: 2022) { year } }`],
      ] as const) {
        const answer = await b.askSubgraph(domain, token, query);
        expect([domain, codeOf(answer)]).toEqual([domain, 'FORBIDDEN']);
      }
    });

    it('a representation that is no entity is refused without a surprise', async () => {
      const b = the();
      const token = await b.token('director');
      for (const r of [
        { __typename: 'Nobody', id: 'x' },
        { id: 'x' },
        {},
        { __typename: 'Query' },
        { __typename: 'Person' },
        { __typename: 'Person', id: "' or 1=1 --" },
      ]) {
        const answer = await b.askSubgraph(
          'registry',
          token,
          'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { reference } } }',
          {
            r: [r],
          },
        );
        expect(answer.text).not.toMatch(/P-\d{6}/);
        expect(answer.text).not.toMatch(/node_modules|\.ts:\d|select /);
      }
    });
  });
}
