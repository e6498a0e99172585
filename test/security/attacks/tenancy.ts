import { describe, expect, it } from '@jest/globals';
import type { Persona } from '../../support/federation.js';
import { type Bench, codeOf, daugavpils } from '../bench.js';

const nobody = '01900000-0000-7000-8000-00000000dead';

/** Somebody of Daugavpils with everything an attacker of Bauska may have overheard. */
async function victimOf(b: Bench) {
  const [victim] = await b.rows(
    'registry',
    `select p.id, p.reference, p.given_name, p.family_name, p.birth_date::text as birth_date, c.code, m.household_id
       from person p join personal_code c on c.person_id = p.id join household_member m on m.person_id = p.id
      where p.municipality = $1 and not exists (select 1 from personal_code o where o.code = c.code and o.municipality <> p.municipality)
      order by p.id limit 1`,
    [daugavpils],
  );
  return victim as Record<string, string>;
}

/** The same question about somebody of another town and about nobody: the answers, and the statements they took. */
async function compared(b: Bench, persona: Persona, query: string, theirs: object, none: object) {
  const look = async (variables: object) => {
    let answer = await b.as(persona, query, variables as Record<string, unknown>);
    const statements = await b.graph.statementsDuring(async () => {
      answer = await b.as(persona, query, variables as Record<string, unknown>);
    });
    const errors = answer.errors?.map(({ extensions: { requestId: _, ...rest }, ...error }) => ({ ...error, extensions: rest }));
    return { answer: { status: answer.status, data: answer.data, errors }, statements };
  };
  return { theirs: await look(theirs), none: await look(none) };
}

const payload = 'problems { code field message }';

/** Another town's people: searched for, guessed, written to. */
export function tenancyAttacks(the: () => Bench): void {
  describe('somebody of Bauska', () => {
    it('who asks for a personal code of Daugavpils gets the answer of an unknown code, by as many statements', async () => {
      const b = the();
      const { code } = await victimOf(b);
      for (const persona of ['social-worker-bauska', 'director-bauska'] as const) {
        const { theirs, none } = await compared(
          b,
          persona,
          'query($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id reference givenName cases { id } } }',
          { c: code },
          { c: '399999-99998' },
        );
        expect(theirs).toEqual(none);
        expect(theirs.answer).toMatchObject({ status: 200, data: { personByPersonalCode: null } });
      }
    });

    it.each(['code', 'reference', 'family_name', 'id'])(
      'who searches by the %s of somebody of Daugavpils does not find them',
      async (what) => {
        const b = the();
        const victim = await victimOf(b);
        const answer = await b.as(
          'social-worker-bauska',
          'query($s: String) { persons(search: $s, first: 200) { totalCount nodes { id } } }',
          {
            s: victim[what],
          },
        );
        expect(answer.errors).toBeUndefined();
        expect(answer.text).not.toContain(victim.id);
        if (what !== 'family_name') expect(answer.data.persons.totalCount).toBe(0);
      },
    );

    it('who searches by a code of Daugavpils needs as many statements as for an unknown one', async () => {
      const b = the();
      const { code } = await victimOf(b);
      const query = 'query($s: String) { persons(search: $s) { totalCount nodes { id } } }';
      const { theirs, none } = await compared(b, 'social-worker-bauska', query, { s: code }, { s: '399999-99998' });
      expect(theirs).toEqual(none);
    });

    it.each<[string, string, string, string]>([
      ['person', 'registry', 'person', 'person(id: $id) { reference givenName }'],
      ['household', 'registry', 'household', 'household(id: $id) { reference }'],
      ['application', 'benefits', 'application', 'application(id: $id) { number }'],
      ['decision', 'benefits', 'decision', 'decision(id: $id) { number }'],
      ['case', 'services', 'social_case', 'socialCase(id: $id) { openedOn }'],
      ['service request', 'services', 'service_request', 'serviceRequest(id: $id) { state }'],
      ['referral', 'services', 'referral', 'referral(id: $id) { state }'],
      ['facility', 'institutions', 'facility', 'facility(id: $id) { name }'],
      ['employee', 'workforce', 'employee', 'employee(id: $id) { name }'],
    ])('who guesses the id of a %s of Daugavpils gets the answer of an id of nobody', async (_, domain, table, field) => {
      const b = the();
      const [row] = await b.rows(domain as never, `select id from ${table} where municipality = $1 limit 1`, [daugavpils]);
      const { theirs, none } = await compared(b, 'director-bauska', `query($id: ID!) { ${field} }`, { id: row.id }, { id: nobody });
      expect(theirs).toEqual(none);
      expect([theirs.answer.errors, Object.values(theirs.answer.data)]).toEqual([undefined, [null]]);
    });

    it('who registers a person with a code of Daugavpils does not learn that it is known there', async () => {
      const b = the();
      const victim = await victimOf(b);
      const { data } = await b.as(
        'social-worker-bauska',
        `mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id reference } ${payload} } }`,
        {
          i: { personalCode: victim.code, givenName: 'Uzminēts', familyName: 'Svešinieks', birthDate: victim.birth_date, sex: 'FEMALE' },
        },
      );
      expect(data.registerPerson.problems).toEqual([]);
      expect(data.registerPerson.person.id).not.toBe(victim.id);
    });

    it.each<[string, string, (id: string, victim: Record<string, string>) => object]>([
      [
        'moveResidence',
        'moveResidence(input: $i)',
        (personId) => ({ personId, municipality: '0025000', address: 'Rīgas iela 1', since: '2025-06-01' }),
      ],
      [
        'changeHousehold (a member)',
        'changeHousehold(input: $i)',
        (personId) => ({ members: [{ personId, relation: 'HEAD' }], since: '2025-06-01' }),
      ],
      [
        'openCase',
        'openCase(input: $i)',
        (personId) => ({
          personId,
          targetGroup: 'ADULT',
          risk: 'NONE',
          responsibleId: nobody,
          openedOn: '2025-06-01',
          goals: [{ text: 'x' }],
        }),
      ],
      ['requestService', 'requestService(input: $i)', (personId) => ({ personId, serviceType: 'respite-care', requestedOn: '2025-06-01' })],
      [
        'giveConsent',
        'giveConsent(input: $i)',
        (personId) => ({ personId, organisationId: nobody, purpose: 'x', scopes: ['IDENTITY'], from: '2025-06-01', until: '2026-06-01' }),
      ],
      [
        'submitApplication',
        'submitApplication(input: $i)',
        (applicantId, v) => ({ applicantId, householdId: v.household_id, benefitType: 'gmi', submittedOn: '2025-06-01' }),
      ],
      ['admit', 'admit(input: $i)', (personId, v) => ({ personId, facilityId: v.facility, from: '2025-06-01', funding: 'MUNICIPAL' })],
      ['recordNight', 'recordNight(input: $i)', (personId, v) => ({ personId, facilityId: v.facility, night: '2025-06-01' })],
    ])('who writes to somebody of Daugavpils by %s gets the answer of an id of nobody, and nothing changes', async (name, call, input) => {
      const b = the();
      const victim = await victimOf(b);
      const [facility] = await b.rows('institutions', 'select id from facility where municipality = $1 limit 1', [daugavpils]);
      victim.facility = facility.id;
      const field = name.split(' ')[0] as string;
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const query = `mutation($i: ${type}!) { ${call} { ${payload} } }`;
      const persona = field === 'submitApplication' ? 'director-bauska' : 'social-worker-bauska';
      const none = await b.as(persona, query, { i: input(nobody, { ...victim, household_id: nobody, facility: nobody }) });
      const theirs = await b.as(persona, query, { i: input(victim.id as string, victim) });
      expect([theirs.status, theirs.data]).toEqual([none.status, none.data]);
      expect(theirs.errors?.map((e) => e.extensions.code)).toEqual(none.errors?.map((e) => e.extensions.code));
      expect(theirs.data?.[field]?.problems?.length).toBeGreaterThan(0);
    });

    it('who changes a household of Daugavpils by its id changes nothing', async () => {
      const b = the();
      const victim = await victimOf(b);
      const [own] = await b.rows('registry', "select id from person where municipality = '0025000' limit 1");
      const before = await b.rows('registry', 'select * from household_member where household_id = $1 order by id', [victim.household_id]);
      const ask = (householdId: string) =>
        b.as('social-worker-bauska', `mutation($i: ChangeHouseholdInput!) { changeHousehold(input: $i) { household { id } ${payload} } }`, {
          i: { householdId, members: [{ personId: own?.id ?? nobody, relation: 'HEAD' }], since: '2025-06-01' },
        });
      const theirs = await ask(victim.household_id as string);
      expect(theirs.data).toEqual((await ask(nobody)).data);
      expect(theirs.data.changeHousehold.household).toBeNull();
      expect(await b.rows('registry', 'select * from household_member where household_id = $1 order by id', [victim.household_id])).toEqual(
        before,
      );
    });

    it('who publishes or reads the report of Daugavpils gets nothing', async () => {
      const b = the();
      const read = await b.as(
        'director-bauska',
        `{ a: annualReport(municipality: "${daugavpils}", year: 2022) { year } b: publishedReport(municipality: "${daugavpils}", year: 2022) { year } }`,
      );
      expect(read.data).toEqual({ a: null, b: null });
      const write = await b.as(
        'director-bauska',
        `mutation { publishReport(municipality: "${daugavpils}", year: 2023) { problems { code } } }`,
      );
      expect(write.data.publishReport.problems).toEqual([{ code: 'NOT_FOUND' }]);
    });
  });

  describe('a partner', () => {
    it('who asks again after the consent was withdrawn gets neither identity nor needs, by no path', async () => {
      const b = the();
      const organisation = (await b.as('ngo-a', '{ viewer { organisation { id } } }')).data.viewer.organisation.id;
      const registered = await b.as(
        'social-worker',
        'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }',
        {
          i: {
            personalCode: '321717-17171',
            givenName: 'Atsaukta',
            familyName: 'Piekrišana',
            phone: '+37120001717',
            birthDate: '1985-03-02',
            sex: 'FEMALE',
            address: 'Rīgas iela 17',
            residenceSince: '2020-01-01',
          },
        },
      );
      const personId = registered.data.registerPerson.person.id;
      const consent = await b.as(
        'social-worker',
        'mutation($i: GiveConsentInput!) { giveConsent(input: $i) { consent { id } problems { code } } }',
        {
          i: {
            personId,
            organisationId: organisation,
            purpose: 'Atelpa',
            scopes: ['IDENTITY', 'CONTACT', 'NEEDS', 'DELIVERY'],
            from: '2025-01-01',
            until: '2099-12-31',
          },
        },
      );
      const referral = await b.as(
        'social-worker',
        'mutation($i: ReferClientInput!) { referClient(input: $i) { referral { id } problems { code } } }',
        {
          i: { personId, organisationId: organisation, serviceType: 'respite-care', purpose: 'Atelpa', needs: 'Divas dienas nedēļā' },
        },
      );
      const id = referral.data.referClient.referral.id;
      const query =
        'query($id: ID!) { referral(id: $id) { needs person { reference givenName familyName personalCode birthDate phone age declaredResidence { address } } } referrals(first: 100) { nodes { id needs person { givenName familyName personalCode phone } } } }';
      const open = await b.as('ngo-a', query, { id });
      expect(open.text).toContain('Atsaukta');
      expect(open.text).toContain('+37120001717');
      await b.as('social-worker', 'mutation($id: ID!) { withdrawConsent(id: $id) { problems { code } } }', {
        id: consent.data.giveConsent.consent.id,
      });
      const replayed = await b.as('ngo-a', query, { id });
      expect(replayed.status).toBe(200);
      for (const secret of ['Atsaukta', 'Piekrišana', '321717-17171', '+37120001717', '1985-03-02', 'Divas dienas', 'Rīgas iela 17'])
        expect(replayed.text).not.toContain(secret);
      const direct = await b.askSubgraph(
        'registry',
        await b.token('ngo-a'),
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { reference givenName familyName personalCode birthDate phone } } }',
        {
          r: [{ __typename: 'Person', id: personId }],
        },
      );
      expect(direct.text).not.toMatch(/Atsaukta|321717|20001717/);
    });

    it('who answers, or delivers on, the referral of another partner finds none', async () => {
      const b = the();
      const organisation = (await b.as('ngo-b', '{ viewer { organisation { id } } }')).data.viewer.organisation.id;
      const [other] = await b.rows('services', 'select id from referral where organisation_id <> $1 limit 1', [organisation]);
      for (const query of [
        'mutation($id: ID!) { answer: acceptReferral(id: $id) { referral { id } problems { code field } } }',
        'mutation($id: ID!) { answer: declineReferral(id: $id, reason: "x") { referral { id } problems { code field } } }',
      ]) {
        const theirs = await b.as('ngo-b', query, { id: other.id });
        const none = await b.as('ngo-b', query, { id: nobody });
        expect([codeOf(theirs), theirs.data]).toEqual([codeOf(none), none.data]);
        expect(theirs.data.answer.referral).toBeNull();
      }
      const deliver = (referralId: string) =>
        b.as('ngo-b', 'mutation($i: RecordDeliveryInput!) { recordDelivery(input: $i) { delivery { id } problems { code field } } }', {
          i: { key: `stolen-${referralId}`, referralId, on: '2025-06-15', units: 1, unit: 'HOUR' },
        });
      const theirs = await deliver(other.id);
      expect(theirs.data).toEqual((await deliver(nobody)).data);
      expect(theirs.data.recordDelivery.delivery).toBeNull();
    });
  });
}
