import { newId, withSession } from '@atbalsts/database';
import { countStatements, partner, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Delivery } from '../src/delivery/delivery.entity.js';
import { Referral } from '../src/referral/referral.entity.js';
import { bauska, Neighbours, put, type TestConsent, townWith } from './town.js';

const view =
  'id state needs purpose serviceType { code label(language: EN) } organisation { id } deliveries(first: 5) { totalCount nodes { units unit on recordedBy } }';
const list = `query($s: ReferralState, $n: Int! = 20, $a: String) { referrals(state: $s, first: $n, after: $a) { totalCount nodes { ${view} } pageInfo { endCursor hasNextPage } } }`;
const one = `query($id: ID!) { referral(id: $id) { ${view} person { id } } }`;

describe('referrals to partners', () => {
  const neighbours = new Neighbours();
  const [orgA, orgB] = [newId(), newId()];
  const [ngoA, ngoB] = [partner(orgA), partner(orgB)];
  const worker = staff('social-worker');
  let town: TestSubgraph;
  const made: { id: string; person: string; consent: TestConsent }[] = [];
  let ofB = '';
  let ofBauska = '';

  const refer = async (organisation: string, person: string, change: object = {}) => {
    const row = {
      person_id: person,
      organisation_id: organisation,
      service_type: 'respite-care',
      purpose: 'Atelpas brīdis',
      needs: 'Atelpa divas dienas nedēļā',
      state: 'OFFERED',
      offered_on: '2026-05-01',
    };
    return put(town, 'referral', { ...row, ...change });
  };
  const deliver = (referral: string, organisation: string, change: object = {}) =>
    put(town, 'delivery', {
      referral_id: referral,
      organisation_id: organisation,
      key: newId(),
      on_date: '2026-06-15',
      units: 4,
      unit: 'HOUR',
      recorded_by: 'somebody',
      ...change,
    });

  beforeAll(async () => {
    town = await townWith(neighbours);
    for (let at = 0; at < 5; at++) {
      const person = neighbours.person();
      const consent = neighbours.consent(person, orgA, ['IDENTITY', 'NEEDS', 'DELIVERY']);
      const id = await refer(orgA, person, { offered_on: `2026-05-0${9 - at}` });
      await deliver(id, orgA);
      made.push({ id, person, consent });
    }
    const personOfB = neighbours.person();
    neighbours.consent(personOfB, orgB, ['NEEDS', 'DELIVERY']);
    ofB = await refer(orgB, personOfB);
    await deliver(ofB, orgB);
    ofBauska = await refer(orgA, neighbours.person(bauska), { municipality: bauska, offered_on: '2026-04-01' });
  });
  afterAll(() => town?.drop());
  beforeEach(() => {
    for (const { consent } of made)
      Object.assign(consent, { withdrawnAt: null, until: '2027-01-01', scopes: ['IDENTITY', 'NEEDS', 'DELIVERY'] });
    neighbours.registryIsDown = false;
    neighbours.asked = 0;
  });

  it('show a partner its own, with what its consents open, asking the registry once for all', async () => {
    const { data } = await town.ask(ngoA, list);
    expect(data.referrals.totalCount).toBe(6);
    expect(data.referrals.nodes.map((r: { id: string }) => r.id)).toEqual([...made.map(({ id }) => id), ofBauska]);
    expect(data.referrals.nodes[0]).toEqual({
      id: made[0]?.id,
      state: 'OFFERED',
      needs: 'Atelpa divas dienas nedēļā',
      purpose: 'Atelpas brīdis',
      serviceType: { code: 'respite-care', label: expect.stringMatching(/^Respite/) },
      organisation: { id: orgA },
      deliveries: { totalCount: 1, nodes: [{ units: 4, unit: 'HOUR', on: '2026-06-15', recordedBy: 'somebody' }] },
    });
    expect(neighbours.asked).toBe(1);
  });

  it('leave an entry in the audit for each client whose needs are shown, and none where nothing is', async () => {
    for (const { consent } of made) consent.scopes = ['IDENTITY'];
    const entries = () =>
      town.sql<{ person_id: string }>(
        `select distinct person_id from audit_entry where action = 'referral.needs.read' and request_id = 'test-request'`,
      );
    await town.sql('delete from audit_entry');
    await town.ask(ngoA, one, { id: made[0]?.id });
    expect(await entries()).toEqual([]);
    Object.assign(made[0]?.consent ?? {}, { scopes: ['NEEDS'] });
    await town.ask(ngoA, list);
    const looked = (await entries()).map((entry) => entry.person_id);
    expect(looked).toContain(made[0]?.person);
    expect(looked).not.toContain(made[1]?.person);
  });

  it('cost as many statements for five as for one', async () => {
    const statements = countStatements(town.database.superUrl);
    const counted = async (n: number) => {
      await statements.reset();
      await town.ask(ngoA, list, { n });
      return statements.count();
    };
    expect(await counted(5)).toBe(await counted(1));
  });

  it('are nobody else’s, by list, by id, by reference and by person', async () => {
    const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Referral { id } ... on Person { referrals { id } } } }';
    expect((await town.ask(ngoB, list)).data.referrals.nodes).toMatchObject([{ id: ofB }]);
    for (const { id, person } of made) {
      expect((await town.ask(ngoB, one, { id })).data).toEqual({ referral: null });
      const reps = [
        { __typename: 'Referral', id },
        { __typename: 'Person', id: person },
      ];
      expect((await town.ask(ngoB, entities, { r: reps })).data._entities).toEqual([null, { referrals: [] }]);
    }
    expect((await town.ask(ngoA, one, { id: ofB })).data).toEqual({ referral: null });
    expect((await town.ask(ngoA, one, { id: "' or 1=1 --" })).data).toEqual({ referral: null });
  });

  it('are kept apart by the database alone, with every filter of the ORM off', async () => {
    const seen = (organisation: string) =>
      withSession(town.database.database, partner(organisation), async (em) => ({
        referrals: (await em.find(Referral, {}, { filters: false })).map((r) => r.id),
        deliveries: (await em.find(Delivery, {}, { filters: false })).length,
        sql: (await em.execute('select organisation_id from referral union select organisation_id from delivery')).map(
          (r) => r.organisation_id,
        ),
        cases: (await em.execute('select id from social_case union select id from service_request union select id from home_visit')).length,
      }));
    expect(await seen(orgB)).toEqual({ referrals: [ofB], deliveries: 1, sql: [orgB], cases: 0 });
    expect((await seen(orgA)).deliveries).toBe(5);
    expect(await seen(newId())).toEqual({ referrals: [], deliveries: 0, sql: [], cases: 0 });
    const asA = (statement: string, parameters: unknown[]) =>
      withSession(town.database.database, partner(orgA), (em) => em.execute(statement, parameters));
    await expect(asA(`update referral set purpose = 'x' where id = ?`, [made[0]?.id])).rejects.toThrow(/row-level security|nothing else/);
    await expect(asA(`update referral set purpose = 'x', state = 'ACCEPTED' where id = ?`, [made[0]?.id])).rejects.toThrow(/nothing else/);
    await asA(`update referral set purpose = 'x' where id = ?`, [ofB]);
    await asA('delete from referral where organisation_id = ?', [orgA]);
    await asA('delete from delivery where organisation_id = ?', [orgA]);
    await asA('update delivery set units = 9 where organisation_id = ?', [orgA]);
    expect(await town.sql(`select 1 from referral where purpose = 'x'`)).toEqual([]);
    expect(await town.sql('select 1 from delivery where units = 9')).toEqual([]);
    expect((await seen(orgA)).deliveries).toBe(5);
  });

  it('show the staff those of their own town alone, needs and all', async () => {
    const { data } = await town.ask(worker, list);
    expect(data.referrals.totalCount).toBe(6);
    expect(data.referrals.nodes.every((r: { needs: string }) => r.needs.startsWith('Atelpa'))).toBe(true);
    expect((await town.ask(worker, one, { id: ofBauska })).data).toEqual({ referral: null });
    expect((await town.ask(staff('social-worker', { municipality: bauska }), list)).data.referrals.nodes).toMatchObject([
      { id: ofBauska, state: 'CONSENT_WITHDRAWN' },
    ]);
    const { errors } = await town.ask(staff('facility-manager'), '{ referrals { nodes { needs } } }');
    expect(errors).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })]),
    );
  });

  it.each([
    ['withdrawn', { withdrawnAt: '2026-11-22T09:59:00Z' }],
    ['expired today', { until: '2026-11-22' }],
    ['given for later', { from: '2026-11-23' }],
  ])('close at once in the middle of a list where the consent is %s, and leave the others open', async (_how, change) => {
    Object.assign(made[2]?.consent as TestConsent, change);
    const { data } = await town.ask(ngoA, list);
    Object.assign(made[2]?.consent as TestConsent, { from: '2026-01-01' });
    const [before, middle, after] = data.referrals.nodes.slice(1, 4);
    expect(middle).toMatchObject({
      id: made[2]?.id,
      state: 'CONSENT_WITHDRAWN',
      needs: null,
      purpose: null,
      deliveries: { totalCount: 0, nodes: [] },
    });
    expect([before.needs, after.needs]).toEqual(['Atelpa divas dienas nedēļā', 'Atelpa divas dienas nedēļā']);
    expect((await town.ask(worker, one, { id: made[2]?.id })).data.referral).toMatchObject({ needs: 'Atelpa divas dienas nedēļā' });
  });

  it('open what the scopes name and nothing else', async () => {
    const only = async (...scopes: string[]) => {
      Object.assign(made[0]?.consent as TestConsent, { scopes });
      const { state, needs, deliveries } = (await town.ask(ngoA, one, { id: made[0]?.id })).data.referral;
      return { state, needs, delivered: deliveries.totalCount };
    };
    expect(await only('IDENTITY', 'CONTACT')).toEqual({ state: 'OFFERED', needs: null, delivered: 0 });
    expect(await only('NEEDS')).toEqual({ state: 'OFFERED', needs: 'Atelpa divas dienas nedēļā', delivered: 0 });
    expect(await only('DELIVERY')).toEqual({ state: 'OFFERED', needs: null, delivered: 1 });
  });

  it('that were declined or have ended stay so without a consent, and show nothing more', async () => {
    const person = neighbours.person();
    const ended = await refer(orgA, person, {
      state: 'ENDED',
      offered_on: '2025-01-01',
      answered_on: '2025-01-02',
      ended_on: '2025-09-01',
    });
    const declined = await refer(orgA, person, {
      state: 'DECLINED',
      offered_on: '2025-01-01',
      answered_on: '2025-01-02',
      decline_reason: 'Nav vietu',
    });
    for (const [id, state] of [
      [ended, 'ENDED'],
      [declined, 'DECLINED'],
    ]) {
      expect((await town.ask(ngoA, one, { id })).data.referral).toMatchObject({ state, needs: null, purpose: null });
    }
    // with a consent the partner knows what it had been asked for; the needs are told no more
    const consent = neighbours.consent(person, orgA, ['NEEDS', 'DELIVERY']);
    for (const id of [ended, declined])
      expect((await town.ask(ngoA, one, { id })).data.referral).toMatchObject({ needs: null, purpose: 'Atelpas brīdis' });
    neighbours.consents.splice(neighbours.consents.indexOf(consent), 1);
    await town.sql('delete from referral where id in ($1, $2)', [ended, declined]);
  });

  it('are listed by the state they are in, consents considered, page by page', async () => {
    Object.assign(made[1]?.consent as TestConsent, { withdrawnAt: '2026-11-01T00:00:00Z' });
    const listed = async (s: string, n = 20, a: string | null = null) => (await town.ask(ngoA, list, { s, n, a })).data.referrals;
    const withdrawn = await listed('CONSENT_WITHDRAWN');
    expect(withdrawn.nodes.map((r: { id: string }) => r.id)).toEqual([made[1]?.id, ofBauska]);
    const first = await listed('OFFERED', 3);
    expect(first).toMatchObject({
      totalCount: 4,
      nodes: [
        { id: made[0]?.id, needs: 'Atelpa divas dienas nedēļā', purpose: 'Atelpas brīdis' },
        { id: made[2]?.id },
        { id: made[3]?.id },
      ],
    });
    expect((await listed('OFFERED', 3, first.pageInfo.endCursor)).nodes).toMatchObject([{ id: made[4]?.id }]);
    expect((await listed('ACCEPTED')).totalCount).toBe(0);
  });

  it('fail closed while the registry does not answer', async () => {
    neighbours.registryIsDown = true;
    const { data, errors } = await town.ask(ngoA, 'query($id: ID!) { referral(id: $id) { id purpose needs } }', { id: made[0]?.id });
    expect(data).toEqual({ referral: { id: made[0]?.id, purpose: null, needs: null } });
    const told = (errors ?? []).map(({ path, extensions }) => [path?.at(-1), extensions?.code]);
    expect(told.sort()).toEqual([
      ['needs', 'UNAVAILABLE'],
      ['purpose', 'UNAVAILABLE'],
    ]);
    const whole = await town.ask(ngoA, one, { id: made[0]?.id });
    expect(whole.data).toEqual({ referral: null });
    expect(JSON.stringify(whole)).not.toContain('Atelpa');
    expect((await town.ask(ngoA, list, { s: 'OFFERED' })).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  });

  it('count a delivery once by its key, whoever writes', async () => {
    const [first] = made;
    await deliver(first?.id as string, orgA, { key: 'same' });
    await expect(deliver(first?.id as string, orgA, { key: 'same' })).rejects.toThrow(/delivery_once_by_organisation/);
    await expect(deliver(ofB, orgA, { key: 'other' })).rejects.toThrow(/foreign key/);
    await town.sql(`delete from delivery where key = 'same'`);
  });
});
