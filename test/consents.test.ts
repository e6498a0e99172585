import { demoId } from '@atbalsts/auth';
import { newId, withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Federation, federation } from './support/federation.js';

/** A consent as the property tests make them: days counted from 1 November 2026. */
interface Given {
  person: number;
  organisation: 'ngo-a' | 'ngo-b';
  scopes: string[];
  from: number;
  days: number;
  withdrawn: boolean;
}

const people = 7;
const scopes = ['IDENTITY', 'CONTACT', 'NEEDS', 'PLAN', 'DELIVERY'];
const dayOf = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10);

const given = fc.record<Given>({
  person: fc.nat(people - 1),
  organisation: fc.constantFrom('ngo-a', 'ngo-a', 'ngo-b'),
  scopes: fc.subarray(scopes, { minLength: 1 }),
  from: fc.nat(15),
  days: fc.integer({ min: 1, max: 25 }),
  withdrawn: fc.constantFrom(false, false, true),
});

/** Days on which one list is read, page by page; before some pages a consent is withdrawn. */
const reading = fc.array(fc.record({ day: fc.nat(30), withdraw: fc.option(fc.nat(30), { nil: null }) }), { minLength: 4, maxLength: 4 });

const personFields =
  'reference givenName familyName personalCode birthDate sex phone declaredResidence { address } age consents { scopes until }';
const referralFields = `id state purpose needs deliveries(first: 5) { totalCount nodes { units } } person { ${personFields} }`;

/** Whatever consents there are, and whenever a partner looks: every path of the partner graph shows what a live consent opens, and nothing else. */
describe('random consents and days', () => {
  let graph: Federation;
  let today = dayOf(0);
  const ids = Array.from({ length: people }, () => newId());
  const referrals = Array.from({ length: people }, () => newId());
  const deliveries = Array.from({ length: people }, () => newId());
  const sql = (domain: 'registry' | 'services', statement: string, parameters: unknown[] = []) =>
    withClient(graph.databases[domain].superUrl, (client) => client.query(statement, parameters));

  beforeAll(async () => {
    graph = await federation('in process', { empty: true, clock: () => new Date(`${today}T10:00:00Z`) });
    for (const key of ['ngo-a', 'ngo-b'])
      await sql('registry', `insert into organisation (id, name, kind) values ($1, $2, 'NGO')`, [demoId('organisation', key), key]);
    const { rows } = await withClient(graph.databases.services.superUrl, (client) => client.query('select code from service_type limit 1'));
    for (const [n, id] of ids.entries()) {
      await sql(
        'registry',
        `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex, phone) values ($1, $2, 'PERSONAL_CODE', 'Anna', $3, '1980-01-01', 'FEMALE', '+37120000000')`,
        [id, daugavpils, `Paraugs ${'ABCDEFG'[n]}`],
      );
      await sql(
        'registry',
        `insert into personal_code (id, municipality, person_id, code, from_date) values ($1, $2, $3, $4, '1980-01-01')`,
        [newId(), daugavpils, id, `32000${n}-00001`],
      );
      await sql('registry', `insert into residence values ($1, $2, $3, $2, 'Klusa iela 7', '2000-01-01', null)`, [newId(), daugavpils, id]);
      await sql(
        'services',
        `insert into referral (id, municipality, person_id, organisation_id, service_type, purpose, needs, state, offered_on, answered_on)
         values ($1, $2, $3, $4, $5, 'Atbalsts mājās', 'Vajag palīdzību', $6, '2026-10-01', $7)`,
        [
          referrals[n],
          daugavpils,
          id,
          demoId('organisation', 'ngo-a'),
          rows[0].code,
          n % 3 ? 'ACCEPTED' : 'OFFERED',
          n % 3 ? '2026-10-02' : null,
        ],
      );
      await sql(
        'services',
        `insert into delivery (id, municipality, referral_id, organisation_id, key, on_date, units, unit, recorded_by) values ($1, $2, $3, $4, $5, '2026-10-10', 2, 'HOUR', 'x')`,
        [deliveries[n], daugavpils, referrals[n], demoId('organisation', 'ngo-a'), `d-${n}`],
      );
    }
  }, 240_000);
  afterAll(() => graph?.stop());

  /** What an organisation may see of a person on a day: the rule in other words than the program's, over the consents themselves. */
  const opened = (all: readonly Given[], person: number, day: number): Set<string> => {
    const open = new Set<string>();
    for (const one of all) {
      if (one.person !== person || one.organisation !== 'ngo-a' || one.withdrawn) continue;
      for (let d = one.from; d < one.from + one.days; d++) if (d === day) for (const scope of one.scopes) open.add(scope);
    }
    return open;
  };

  const holds = ({ organisation, withdrawn, from, days }: Given, day: number): boolean =>
    organisation === 'ngo-a' && !withdrawn && day >= from && day < from + days;

  const expectedPerson = (open: Set<string>, person: number) => {
    const identity = open.has('IDENTITY');
    return {
      reference: open.size ? expect.stringMatching(/^P-\d{6}$/) : null,
      givenName: identity ? 'Anna' : null,
      familyName: identity ? `Paraugs ${'ABCDEFG'[person]}` : null,
      personalCode: identity ? `32000${person}-00001` : null,
      birthDate: identity ? '1980-01-01' : null,
      sex: identity ? 'FEMALE' : null,
      phone: open.has('CONTACT') ? '+37120000000' : null,
      declaredResidence: open.has('CONTACT') ? { address: 'Klusa iela 7' } : null,
      age: open.has('NEEDS') ? 46 : null,
    };
  };

  const expectedReferral = (all: readonly Given[], person: number, day: number) => {
    const open = opened(all, person, day);
    // Who never consented to this organisation is not there for it.
    const known = all.some((one) => one.person === person && one.organisation === 'ngo-a');
    const live = all.filter((one) => one.person === person && holds(one, day));
    const delivered = open.has('DELIVERY') ? 1 : 0;
    return {
      id: referrals[person],
      state: open.size ? (person % 3 ? 'ACCEPTED' : 'OFFERED') : 'CONSENT_WITHDRAWN',
      purpose: open.size ? 'Atbalsts mājās' : null,
      needs: open.has('NEEDS') ? 'Vajag palīdzību' : null,
      deliveries: { totalCount: delivered, nodes: Array(delivered).fill({ units: 2 }) },
      person: {
        ...expectedPerson(open, person),
        consents: known ? live.map(({ scopes, from, days }) => ({ scopes, until: dayOf(from + days) })) : null,
      },
    };
  };

  /** Consents are listed in an order of their own, and scopes in theirs. */
  const sorted = <T extends { person: { consents: { scopes: string[]; until: string }[] | null } }>(referral: T): T => {
    if (!referral.person.consents) return referral;
    const consents = referral.person.consents.map(({ scopes, until }) => ({ scopes: [...scopes].sort(), until }));
    consents.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return { ...referral, person: { ...referral.person, consents } };
  };

  it('show through lists, single referrals, deliveries and entities what they open on that day, also where a page is turned over an expiry or a withdrawal', async () => {
    let shown = 0;
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 4, maxLength: 24 }), reading, async (made, pages) => {
        const all = made.map((one) => ({ ...one }));
        await sql('registry', 'delete from consent');
        const consentIds = all.map(() => newId());
        for (const [n, one] of all.entries())
          await sql(
            'registry',
            `insert into consent (id, municipality, person_id, organisation_id, purpose, scopes, from_date, until_date, withdrawn_at, capacity)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SELF')`,
            [
              consentIds[n],
              daugavpils,
              ids[one.person],
              demoId('organisation', one.organisation),
              `purpose ${n}`,
              one.scopes,
              dayOf(one.from),
              dayOf(one.from + one.days),
              one.withdrawn ? '2026-10-31T10:00:00Z' : null,
            ],
          );
        let after: string | null = null;
        const listed: string[] = [];
        for (const { day, withdraw } of pages) {
          today = dayOf(day);
          const target = withdraw === null ? undefined : all[withdraw % all.length];
          if (target && !target.withdrawn) {
            target.withdrawn = true;
            await sql('registry', 'update consent set withdrawn_at = now() where id = $1', [consentIds[all.indexOf(target)]]);
          }
          const { data, errors } = await graph.ask(
            'ngo-a',
            `query($after: String) { referrals(first: 2, after: $after) { nodes { ${referralFields} } pageInfo { endCursor } } }`,
            { after },
          );
          expect(errors).toBeUndefined();
          for (const node of data.referrals.nodes) {
            const person = referrals.indexOf(node.id);
            expect(sorted(node)).toEqual(sorted(expectedReferral(all, person, day)));
            if (node.purpose) shown++;
            else hidden++;
            listed.push(node.id);
          }
          after = data.referrals.pageInfo.endCursor;
          const one = day % people;
          const single = await graph.ask('ngo-a', `query($id: ID!) { referral(id: $id) { ${referralFields} } }`, { id: referrals[one] });
          expect(single.errors).toBeUndefined();
          expect(sorted(single.data.referral)).toEqual(sorted(expectedReferral(all, one, day)));
          await entitiesShow(all, day);
        }
        expect(listed.sort()).toEqual([...referrals].sort());
      }),
      { numRuns: 15 },
    );
    // Not all of them open, and not all closed: the property is not empty.
    expect(shown).toBeGreaterThan(3);
    expect(hidden).toBeGreaterThan(3);
  }, 240_000);

  /** A subgraph asked directly with the partner's own token, past the gateway and its contract. */
  async function entitiesShow(all: readonly Given[], day: number): Promise<void> {
    const ask = async (domain: 'registry' | 'services', query: string, representations: object[]) => {
      const subgraph = graph.platform.subgraphs.get(domain);
      if (!subgraph) throw new Error(domain);
      const { data, errors } = (await subgraph.execute({
        query,
        variables: { r: representations },
        token: await graph.tokenOf('ngo-a'),
        requestId: 'consents',
      })) as { data: { _entities: Record<string, unknown>[] }; errors?: unknown };
      return { entities: data?._entities, errors };
    };
    const persons = await ask(
      'registry',
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${personFields.replace(/consents.*/, '')} } } }`,
      ids.map((id) => ({ __typename: 'Person', id })),
    );
    expect(persons.errors).toBeUndefined();
    for (const [n, person] of (persons.entities ?? []).entries()) {
      const open = opened(all, n, day);
      // Who never consented to this organisation is not there for it at all.
      if (person === null) expect([n, open.size]).toEqual([n, 0]);
      else expect(person).toEqual(expectedPerson(open, n));
    }
  }
});
