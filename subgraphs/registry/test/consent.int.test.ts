import { withSession } from '@atbalsts/database';
import { daugavpils, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';
import { Person } from '../src/person/person.entity.js';
import { PersonalCode } from '../src/person/personal-code.entity.js';
import { Residence } from '../src/residence/residence.entity.js';

const mine = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const known = '00000000-0000-4000-8000-00000000000';
const consent = (
  n: number,
  person: number,
  organisation: string,
  scopes: string,
  from: string,
  until: string,
  withdrawn: string | null = null,
) => [
  `33333333-3333-4333-8333-33333333333${n}`,
  daugavpils,
  `${known}${person}`,
  organisation,
  'Atelpas brīdis',
  scopes,
  from,
  until,
  withdrawn,
];
const reference = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { reference givenName personalCode sex phone age declaredResidence { address } consents { scopes organisation { id } } } } }`;
const entity = (person: number) => ({ r: [{ __typename: 'Person', id: `${known}${person}` }] });

describe('what a partner sees of a person', () => {
  let town: TestSubgraph;
  const see = async (person: number, as = partner(mine)) => town.ask(as, reference, entity(person));

  beforeAll(async () => {
    town = await testSubgraph(registry);
    for (const [id, name] of [
      [mine, 'Biedrība A'],
      [other, 'Biedrība B'],
    ]) {
      await town.sql(`insert into organisation values ($1, $2, 'NGO', null)`, [id, name]);
    }
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const id = `${known}${n}`;
      await town.sql(
        `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex, phone) values ($1, $2, 'PERSONAL_CODE', 'Anna', 'Paraugs', '1980-01-01', 'FEMALE', '+37120000000')`,
        [id, daugavpils],
      );
      await town.sql(`insert into personal_code values ($1, $2, $3, $4, '1980-01-01', null)`, [
        `44444444-4444-4444-8444-44444444444${n}`,
        daugavpils,
        id,
        `32000${n}-00001`,
      ]);
      await town.sql(`insert into residence values ($1, $2, $3, $2, 'Dārza iela 1', '2000-01-01', null)`, [
        `55555555-5555-4555-8555-55555555555${n}`,
        daugavpils,
        id,
      ]);
    }
    for (const row of [
      consent(1, 1, mine, '{IDENTITY}', '2026-01-01', '2027-01-01'),
      consent(2, 2, mine, '{CONTACT,NEEDS}', '2026-01-01', '2027-01-01'),
      consent(3, 3, mine, '{IDENTITY,CONTACT}', '2026-01-01', '2026-11-22'),
      consent(4, 4, mine, '{IDENTITY}', '2026-01-01', '2027-01-01', '2026-11-21T08:00:00Z'),
      consent(7, 7, mine, '{IDENTITY,NEEDS}', '2026-01-01', '2027-01-01'),
      consent(5, 5, other, '{IDENTITY}', '2026-01-01', '2027-01-01'),
    ]) {
      await town.sql(
        `insert into consent (id, municipality, person_id, organisation_id, purpose, scopes, from_date, until_date, withdrawn_at, capacity) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SELF')`,
        row,
      );
    }
  });
  afterAll(() => town?.drop());

  it('is what the scopes of a live consent open, and no more', async () => {
    const identity = (await see(1)).data._entities[0];
    expect(identity).toMatchObject({
      reference: expect.stringMatching(/^P-/),
      givenName: 'Anna',
      personalCode: '320001-00001',
      sex: 'FEMALE',
      phone: null,
      age: null,
      declaredResidence: null,
    });
    const contact = (await see(2)).data._entities[0];
    expect(contact).toMatchObject({
      givenName: null,
      personalCode: null,
      sex: null,
      phone: '+37120000000',
      age: 46,
      declaredResidence: { address: 'Dārza iela 1' },
    });
  });

  it('does not let a birth date be found out by asking for the age on many days', async () => {
    const aliases = Array.from({ length: 366 }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
      return `a${n}: age(on: "${day}")`;
    });
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { now: age today: age(on: "2026-11-22") ${aliases.join(' ')} } } }`;
    const ages = async (person: number) => {
      const { now, today, ...others } = (await town.ask(partner(mine), query, entity(person))).data._entities[0];
      return { now, today, others: [...new Set(Object.values(others))] };
    };
    expect(await ages(2)).toEqual({ now: 46, today: 46, others: [null] });
    expect(await ages(7)).toEqual({ now: 46, today: 46, others: [44] });
  });

  it('is of codes and residences what the scopes open, even past the application', async () => {
    const seen = (entity: typeof PersonalCode | typeof Residence) =>
      withSession(town.database.database, partner(mine), async (em) =>
        (await em.find(entity as typeof Residence, {}, { filters: false })).map((row) => row.personId).sort(),
      );
    expect(await seen(PersonalCode)).toEqual([1, 3, 7].map((n) => `${known}${n}`));
    expect(await seen(Residence)).toEqual([2, 3].map((n) => `${known}${n}`));
  });

  it('ends on the first day the consent no longer holds, and at once when it is withdrawn', async () => {
    for (const person of [3, 4]) {
      expect((await see(person)).data._entities[0]).toEqual({
        reference: null,
        givenName: null,
        personalCode: null,
        sex: null,
        phone: null,
        age: null,
        declaredResidence: null,
        consents: [],
      });
    }
  });

  it('is nothing at all of a person who consented to somebody else, or to nobody', async () => {
    for (const person of [5, 6]) expect((await see(person)).data._entities).toEqual([null]);
    expect((await see(5, partner(other))).data._entities[0]).toMatchObject({
      givenName: 'Anna',
      consents: [{ organisation: { id: other } }],
    });
  });

  it('leaves an entry in the audit for each look, and none where nothing was shown', async () => {
    const entries = await town.sql<{ person_id: string; fields: string[] }>(
      `select person_id, fields from audit_entry where subject = $1 and action = 'person.identity.read'`,
      [`partner-${mine}`],
    );
    expect(new Set(entries.map((entry) => entry.person_id))).toEqual(new Set([`${known}1`]));
    expect(entries[0]?.fields).toEqual(['givenName', 'personalCode', 'sex']);
  });

  it('is held by the database even without the filter of the ORM', async () => {
    const seen = await withSession(town.database.database, partner(mine), (em) => em.find(Person, {}, { filters: false }));
    expect(seen.map((person) => person.id).sort()).toEqual([1, 2, 3, 4, 7].map((n) => `${known}${n}`));
    expect(await withSession(town.database.database, regional(), (em) => em.find(Person, {}, { filters: false }))).toEqual([]);
    expect(
      await withSession(town.database.database, staff('director', { municipality: '0025000' }), (em) =>
        em.find(Person, {}, { filters: false }),
      ),
    ).toEqual([]);
  });

  it('cannot be asked for by a search, a code or an id', async () => {
    for (const query of ['{ persons { totalCount } }', '{ personByPersonalCode(personalCode: "320001-00001") { reference } }']) {
      expect((await town.ask(partner(mine), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await town.ask(regional(), reference, entity(1))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const token of [null, '', 'somebody else']) {
      const answer = await town.subgraph.execute({ query: reference, variables: entity(1), token, requestId: 'test-request' });
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});
