import { newId, withSession } from '@atbalsts/database';
import { partner, regional, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, type TestConsent, townWith } from './town.js';

const problems = 'problems { code field message(language: EN) }';
const refer = `mutation($i: ReferClientInput!) { referClient(input: $i) { referral { id state needs purpose person { id } } ${problems} } }`;
const accept = `mutation($r: ID!) { acceptReferral(id: $r) { referral { state person { id } } ${problems} } }`;
const decline = `mutation($r: ID!, $w: String!) { declineReferral(id: $r, reason: $w) { referral { state } ${problems} } }`;
const deliver = `mutation($i: RecordDeliveryInput!) { recordDelivery(input: $i) { delivery { id on units unit recordedBy } ${problems} } }`;
const delivered = 'query($r: ID!) { referral(id: $r) { state deliveries(first: 5) { totalCount } } }';

describe('work with a partner', () => {
  const neighbours = new Neighbours();
  const [orgA, orgB] = [newId(), newId()];
  const [ngoA, ngoB] = [partner(orgA), partner(orgB)];
  const worker = staff('social-worker');
  let town: TestSubgraph;

  const referring = async (input: object, who = worker) => (await town.ask(who, refer, { i: input })).data.referClient;
  const accepting = async (r: string, who = ngoA) => (await town.ask(who, accept, { r })).data.acceptReferral;
  const declining = async (r: string, w: string, who = ngoA) => (await town.ask(who, decline, { r, w })).data.declineReferral;
  const delivering = async (input: object, who = ngoA) => (await town.ask(who, deliver, { i: input })).data.recordDelivery;
  const terms = (personId: string) => ({
    personId,
    organisationId: orgA,
    serviceType: 'respite-care',
    purpose: 'Atelpas brīdis',
    needs: 'Atelpa divas dienas nedēļā',
  });
  const body = (referralId: string, change: object = {}) => ({
    key: newId(),
    referralId,
    on: '2026-06-15',
    units: 4,
    unit: 'HOUR',
    ...change,
  });

  const referred = async (...scopes: string[]): Promise<{ person: string; consent: TestConsent; id: string }> => {
    const person = neighbours.person();
    const consent = neighbours.consent(person, orgA, scopes.length ? scopes : ['IDENTITY', 'NEEDS', 'DELIVERY']);
    const { referral } = await referring(terms(person));
    return { person, consent, id: referral.id };
  };
  const accepted = async (...scopes: string[]) => {
    const made = await referred(...scopes);
    await accepting(made.id);
    return made;
  };

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('begins with a referral, which needs a live consent for that organisation, of whatever scope', async () => {
    const person = neighbours.person();
    expect(await referring(terms(person))).toMatchObject({ referral: null, problems: [{ code: 'NO_CONSENT' }] });
    neighbours.consent(person, orgB, ['NEEDS']);
    neighbours.consent(person, orgA, ['NEEDS'], { withdrawnAt: '2026-11-22T08:00:00Z' });
    neighbours.consent(person, orgA, ['NEEDS'], { until: '2026-11-22' });
    neighbours.consent(person, orgA, ['NEEDS'], { from: '2026-11-23' });
    expect(await referring(terms(person))).toMatchObject({ referral: null, problems: [{ code: 'NO_CONSENT' }] });
    expect(await town.sql('select 1 from referral where person_id = $1', [person])).toEqual([]);
    neighbours.consent(person, orgA, ['CONTACT']);
    const { referral, problems: none } = await referring(terms(person));
    expect([referral, none]).toMatchObject([{ state: 'OFFERED', needs: 'Atelpa divas dienas nedēļā', person: { id: person } }, []]);
    expect(
      await town.sql(`select action, object, fields from audit_entry where person_id = $1 and action not like '%.read'`, [person]),
    ).toEqual([
      { action: 'referral.make', object: `referral:${referral.id}`, fields: ['needs', 'organisation', 'purpose', 'serviceType'] },
    ]);
  });

  it('refers a person of the own town, for a purpose, to a service there is, and not while the registry is silent', async () => {
    const stranger = neighbours.person(bauska);
    neighbours.consent(stranger, orgA, ['NEEDS']);
    expect((await referring(terms(stranger))).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'personId' }]);
    const person = neighbours.person();
    neighbours.consent(person, orgA, ['NEEDS']);
    expect((await referring({ ...terms(person), purpose: ' ', serviceType: 'nothing' })).problems).toMatchObject([
      { code: 'INVALID', field: 'purpose' },
      { code: 'NOT_FOUND', field: 'serviceType' },
    ]);
    neighbours.registryIsDown = true;
    expect((await referring(terms(person))).problems).toMatchObject([{ code: 'UNAVAILABLE' }]);
    neighbours.registryIsDown = false;
    expect((await town.ask(staff('facility-manager'), refer, { i: terms(person) })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('lets the partner accept, once, in the audit of the client’s town', async () => {
    const { id, person } = await referred();
    const answers = await Promise.all(Array.from({ length: 5 }, () => accepting(id)));
    expect(answers.map((answer) => answer.problems[0]?.code ?? 'done').sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'WRONG_STATE'),
      'done',
    ]);
    expect(answers.find((answer) => !answer.problems.length)?.referral).toEqual({ state: 'ACCEPTED', person: { id: person } });
    expect((await declining(id, 'Nav vietu')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const entries = await town.sql(`select municipality, subject, role from audit_entry where object = $1 and action = 'referral.answer'`, [
      `referral:${id}`,
    ]);
    expect(entries).toEqual([{ municipality: '0002000', subject: ngoA.subject, role: 'partner' }]);
    expect(await town.sql('select answered_on::text as answered_on, version from referral where id = $1', [id])).toEqual([
      { answered_on: '2026-11-22', version: 2 },
    ]);
  });

  it('lets the partner decline with a reason, which staff can read in the record', async () => {
    const { id } = await referred();
    expect((await declining(id, ' ')).problems).toMatchObject([{ code: 'INVALID', field: 'reason' }]);
    expect(await declining(id, ' Nav vietu ')).toEqual({ referral: { state: 'DECLINED' }, problems: [] });
    expect(await town.sql('select state, decline_reason from referral where id = $1', [id])).toEqual([
      { state: 'DECLINED', decline_reason: 'Nav vietu' },
    ]);
    expect((await accepting(id)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('is the organisation’s own: another, staff and a region answer nothing', async () => {
    const { id } = await referred();
    expect((await accepting(id, ngoB)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'id' }]);
    expect((await declining(id, 'x', ngoB)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'id' }]);
    expect((await accepting("' or 1=1 --")).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (const who of [worker, staff('director'), regional()])
      expect((await town.ask(who, accept, { r: id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql('select state from referral where id = $1', [id])).toEqual([{ state: 'OFFERED' }]);
  });

  it('stops with the consent: nothing is answered, nothing delivered', async () => {
    const offered = await referred();
    const taken = await accepted();
    const kept = body(taken.id);
    expect((await delivering(kept)).problems).toEqual([]);
    for (const { consent } of [offered, taken]) consent.withdrawnAt = '2026-11-22T09:59:59Z';
    expect((await accepting(offered.id)).problems).toMatchObject([{ code: 'NO_CONSENT' }]);
    expect((await declining(offered.id, 'x')).problems).toMatchObject([{ code: 'NO_CONSENT' }]);
    for (const input of [body(taken.id), kept, body(offered.id)])
      expect(await delivering(input)).toMatchObject({ delivery: null, problems: [{ code: 'NO_CONSENT' }] });
    expect((await town.ask(ngoA, delivered, { r: taken.id })).data.referral).toEqual({
      state: 'CONSENT_WITHDRAWN',
      deliveries: { totalCount: 0 },
    });
    expect(await town.sql('select 1 from delivery where referral_id = $1', [taken.id])).toHaveLength(1);
    neighbours.registryIsDown = true;
    expect((await delivering(body(taken.id))).problems).toMatchObject([{ code: 'UNAVAILABLE' }]);
    neighbours.registryIsDown = false;
  });

  it('counts a delivery once for its key, sent twenty times at once, with one entry in the audit', async () => {
    const { id, person } = await accepted();
    const input = body(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => delivering(input)));
    expect(answers.flatMap((answer) => answer.problems)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.delivery.id)).size).toBe(1);
    expect(answers[0].delivery).toEqual({ id: expect.any(String), on: '2026-06-15', units: 4, unit: 'HOUR', recordedBy: ngoA.subject });
    expect((await town.ask(ngoA, delivered, { r: id })).data.referral).toEqual({ state: 'ACCEPTED', deliveries: { totalCount: 1 } });
    expect(await town.sql(`select municipality from audit_entry where person_id = $1 and action = 'delivery.record'`, [person])).toEqual([
      { municipality: '0002000' },
    ]);
  });

  it('refuses another delivery under a key that is used, also of another referral, and leaves the first as it was', async () => {
    const { id } = await accepted();
    const other = await accepted();
    const input = body(id);
    await delivering(input);
    for (const change of [{ on: '2025-06-16' }, { units: 4.5 }, { unit: 'VISIT' }, { referralId: other.id }])
      expect(await delivering({ ...input, ...change })).toMatchObject({ delivery: null, problems: [{ code: 'INVALID', field: 'key' }] });
    expect((await delivering({ ...input, units: 4.0 })).delivery).toMatchObject({ units: 4 });
    expect(await town.sql('select units::float as units from delivery where key = $1', [input.key])).toEqual([{ units: 4 }]);
    const raced = await Promise.all([1, 2, 3, 4, 5].map((units) => delivering({ ...body(id), key: `race-${id}`, units })));
    expect(raced.filter((answer) => answer.delivery)).toHaveLength(1);
    expect(raced.flatMap((answer) => answer.problems.map((p: { code: string }) => p.code))).toEqual(
      Array.from({ length: 4 }, () => 'INVALID'),
    );
  });

  it('takes a partner’s deliveries on its own accepted referrals with scope DELIVERY, and on nothing else', async () => {
    const { id } = await accepted();
    expect(await delivering(body(id), ngoB)).toMatchObject({ delivery: null, problems: [{ code: 'NOT_FOUND', field: 'referralId' }] });
    const offered = await referred();
    expect((await delivering(body(offered.id))).problems).toMatchObject([{ code: 'WRONG_STATE', field: 'referralId' }]);
    const narrow = await accepted('IDENTITY', 'NEEDS');
    expect((await delivering(body(narrow.id))).problems).toMatchObject([{ code: 'NO_CONSENT', field: 'referralId' }]);
    const early = { ...body(id), on: '2025-12-31' };
    expect(await delivering(early)).toMatchObject({ delivery: null, problems: [{ code: 'NO_CONSENT', field: 'on' }] });
    expect((await delivering({ ...early, on: '2026-01-01' })).problems).toEqual([]);
    const request = await granted();
    expect((await delivering({ ...body(id), referralId: null, requestId: request.id })).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'requestId' },
    ]);
    expect((await delivering({ ...body(id), key: ' ', on: '2026-11-23', units: 0, requestId: request.id })).problems).toMatchObject([
      { code: 'INVALID', field: 'key' },
      { code: 'INVALID', field: 'referralId' },
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'units' },
    ]);
  });

  it('is held by the database too: a partner’s session writes deliveries on its own accepted referrals alone', async () => {
    const [mine, offered] = [await accepted(), await referred()];
    const insert = (
      organisation: string,
      referral: string,
      change: { organisation_id?: string; municipality?: string; referral_id?: null } = {},
    ) =>
      withSession(town.database.database, partner(organisation), (em) =>
        em.execute(
          `insert into delivery (id, municipality, referral_id, organisation_id, key, on_date, units, unit, recorded_by) values (?, ?, ?, ?, ?, '2026-01-01', 1, 'HOUR', 'x')`,
          [
            newId(),
            change.municipality ?? '0002000',
            change.referral_id === null ? null : referral,
            change.organisation_id ?? organisation,
            newId(),
          ],
        ),
      );
    await insert(orgA, mine.id);
    const forged: Parameters<typeof insert>[] = [
      [orgB, mine.id],
      [orgB, mine.id, { organisation_id: orgA }],
      [orgA, offered.id],
      [orgA, mine.id, { municipality: bauska }],
      [orgA, mine.id, { referral_id: null }],
    ];
    for (const row of forged) await expect(insert(...row)).rejects.toThrow(/row-level security/);
  });

  const granted = async (change: object = {}) => {
    const person = neighbours.person();
    const decision = {
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-03-20',
      from_date: '2026-04-01',
    };
    const row = {
      person_id: person,
      service_type: 'home-care',
      requested_on: '2026-03-01',
      due_on: '2026-04-01',
      until_date: '2026-10-01',
    };
    return { person, id: await put(town, 'service_request', { ...row, ...decision, ...change }) };
  };

  it('has its like in the town’s own services: staff deliver on a granted request within its time', async () => {
    const { id, person } = await granted();
    const input = { key: newId(), requestId: id, on: '2026-04-02', units: 0.5, unit: 'VISIT' };
    const carer = staff('carer');
    const both = await Promise.all([delivering(input, carer), delivering(input, carer)]);
    expect(both.map((answer) => [answer.delivery.units, answer.problems])).toEqual([
      [0.5, []],
      [0.5, []],
    ]);
    expect(new Set(both.map((answer) => answer.delivery.id)).size).toBe(1);
    for (const on of ['2026-03-31', '2026-10-01'])
      expect((await delivering({ ...input, key: newId(), on }, carer)).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
    const waiting = await granted({ state: 'WAITING', outcome: 'WAIT', from_date: null, until_date: null });
    expect((await delivering({ ...input, key: newId(), requestId: waiting.id }, carer)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const elsewhere = staff('carer', { municipality: bauska });
    expect((await delivering({ ...input, key: newId() }, elsewhere)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'requestId' }]);
    expect((await town.ask(staff('finance'), deliver, { i: input })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { nodes { at kind } } } } }';
    const { data } = await town.ask(worker, query, { r: [{ __typename: 'Person', id: person }] });
    expect(data._entities[0].timeline.nodes[0]).toEqual({ at: '2026-04-02', kind: 'DELIVERY' });
  });

  it('lets staff enter what a partner told on paper, and the partner’s own keys stay apart from the town’s', async () => {
    const { id, consent } = await accepted();
    const request = await granted();
    consent.withdrawnAt = '2026-11-01T00:00:00Z';
    const key = newId();
    expect((await delivering(body(id, { key }), worker)).delivery).toMatchObject({ units: 4, recordedBy: worker.subject });
    expect((await delivering({ key, requestId: request.id, on: '2026-05-01', units: 1, unit: 'VISIT' }, worker)).problems).toEqual([]);
    expect(await town.sql('select organisation_id from delivery where key = $1 order by organisation_id', [key])).toEqual([
      { organisation_id: orgA },
      { organisation_id: null },
    ]);
  });
});
