import { newId } from '@atbalsts/database';
import { countStatements, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const problems = 'problems { code field message(language: EN) }';
const offerView = 'id state version offeredOn answerBy reason request { id }';
const placeView = `place { id state version offer { ${offerView} } offers { ${offerView} } }`;
const report = `mutation($i: ReportFreePlaceInput!) { reportFreePlace(input: $i) { ${placeView} ${problems} } }`;
const offerNext = `mutation($id: ID!) { offerFreePlace(id: $id) { ${placeView} ${problems} } }`;
const withdraw = `mutation($i: WithdrawFreePlaceInput!) { withdrawFreePlace(input: $i) { ${placeView} ${problems} } }`;
const answer = `mutation($i: AnswerOfferInput!) { answerOffer(input: $i) { offer { ${offerView} place { state } } ${problems} } }`;
const change = `mutation($i: ChangeWaitingOrderInput!) { changeWaitingOrder(input: $i) { entry { position urgency since version changes { reason urgencyBefore urgencyAfter sinceBefore sinceAfter on changedBy { id } } } ${problems} } }`;
const decide = `mutation($i: DecideServiceInput!) { decideService(input: $i) { serviceRequest { state version waiting { position } } ${problems} } }`;
const list = 'query($s: ID!) { waitingList(serviceType: $s) { id position urgency version changes { reason } request { id } } }';
const codes = (payload: { problems: { code: string; field: string | null }[] }) =>
  payload.problems.map(({ code, field }) => `${code} ${field}`);

describe('a place that becomes free', () => {
  const kristine = newId();
  const worker = staff('social-worker', { employee: kristine, subject: 'kristine' });
  const head = staff('head-of-services', { employee: newId(), subject: 'ilze' });
  let town: TestSubgraph;
  let services: string[] = [];

  /** A service of its own for each test, so that the queues do not mix. */
  const fresh = () => services.pop() as string;
  const waits = async (serviceType: string, urgency: number, since: string, municipality = daugavpils) => {
    const decided = { state: 'WAITING', outcome: 'WAIT', proposed_by: newId(), confirmed_by: newId(), decided_on: since };
    const request = await put(town, 'service_request', {
      municipality,
      person_id: newId(),
      service_type: serviceType,
      requested_on: since,
      due_on: since,
      ...decided,
    });
    const entry = await put(town, 'waiting_list_entry', { municipality, request_id: request, urgency, since_date: since });
    return { request, entry };
  };
  const ask = async (query: string, name: string, variables: object, who = worker) =>
    (await town.ask(who, query, variables as Record<string, unknown>)).data[name];
  const reporting = (serviceType: string, key = newId(), who = worker) =>
    ask(report, 'reportFreePlace', { i: { key, serviceType, from: '2026-12-01', description: 'Vieta' } }, who);
  const answering = (offerId: string, accepted: boolean, more: object = {}, who = worker) =>
    ask(answer, 'answerOffer', { i: { offerId, version: 1, accepted, reason: accepted ? null : 'Par tālu', ...more } }, who);
  const listed = async (serviceType: string) => ask(list, 'waitingList', { s: serviceType });

  beforeAll(async () => {
    town = await townWith(new Neighbours());
    services = (await town.sql('select code from service_type order by code')).map(({ code }) => String(code));
  });
  afterAll(() => town?.drop());

  it('is offered to the first who waits, with working days to answer, and to the next when that one declines', async () => {
    const service = fresh();
    const last = await waits(service, 3, '2026-01-01');
    const first = await waits(service, 1, '2026-05-01');
    const { place } = await reporting(service);
    expect(place).toMatchObject({
      state: 'OPEN',
      offer: { state: 'OFFERED', offeredOn: '2026-11-22', answerBy: '2026-11-27', request: { id: first.request } },
    });
    const declined = await answering(place.offer.id, false);
    expect(declined.offer).toMatchObject({ state: 'DECLINED', reason: 'Par tālu' });
    const [open] = (
      await town.ask(worker, `query($s: ID!) { freePlaces(serviceType: $s) { id offer { ${offerView} } offers { state } } }`, {
        s: service,
      })
    ).data.freePlaces;
    expect(open).toMatchObject({
      offer: { state: 'OFFERED', request: { id: last.request } },
      offers: [{ state: 'OFFERED' }, { state: 'DECLINED' }],
    });
    // who declined goes on waiting in the same place
    expect((await listed(service)).map(({ id }: { id: string }) => id)).toEqual([first.entry, last.entry]);
    const accepted = await answering(open.offer.id, true);
    expect(accepted.offer).toMatchObject({ state: 'ACCEPTED', place: { state: 'TAKEN' } });
    expect(codes(await answering(open.offer.id, true))).toEqual(['STALE version']);
    expect(codes(await answering(open.offer.id, true, { version: 2 }))).toEqual(['WRONG_STATE offerId']);
    expect(codes(await ask(offerNext, 'offerFreePlace', { id: place.id }))).toEqual(['WRONG_STATE id']);
  });

  it('goes to the next when the term has passed, by the day alone: nothing has to run at midnight', async () => {
    const service = fresh();
    const first = await waits(service, 1, '2026-01-01');
    const second = await waits(service, 2, '2026-01-01');
    const { place } = await reporting(service);
    expect(codes(await ask(offerNext, 'offerFreePlace', { id: place.id }))).toEqual(['WRONG_STATE id']);
    await town.sql(`update place_offer set offered_on = '2026-11-02', answer_by = '2026-11-09' where id = $1`, [place.offer.id]);
    const seen = (
      await town.ask(worker, `query($s: ID!) { freePlaces(serviceType: $s) { offer { id } offers { state } } }`, { s: service })
    ).data.freePlaces;
    expect(seen).toEqual([{ offer: null, offers: [{ state: 'LAPSED' }] }]);
    expect(codes(await answering(place.offer.id, true))).toEqual(['WRONG_STATE offerId']);
    const next = await ask(offerNext, 'offerFreePlace', { id: place.id });
    expect(next.place).toMatchObject({
      offer: { state: 'OFFERED', request: { id: second.request } },
      offers: [{ state: 'OFFERED' }, { state: 'LAPSED' }],
    });
    expect(await town.sql('select state from place_offer where id = $1', [place.offer.id])).toEqual([{ state: 'LAPSED' }]);
    // another place may be offered to who let the first one pass
    expect((await reporting(service)).place.offer.request.id).toBe(first.request);
  });

  it('is offered once, whoever asks at once, and one who waits is offered one place at a time', async () => {
    const service = fresh();
    const waiting = [await waits(service, 1, '2026-01-01'), await waits(service, 1, '2026-01-02'), await waits(service, 2, '2026-01-01')];
    const same = await Promise.all(Array.from({ length: 20 }, () => reporting(service, 'one-place')));
    expect(new Set(same.map(({ place }) => place.id)).size).toBe(1);
    expect(await town.sql('select 1 from place_offer where place_id = $1', [same[0].place.id])).toHaveLength(1);
    const others = await Promise.all(Array.from({ length: 8 }, (_, n) => reporting(service, `place-${n}`)));
    const offered = [same[0], ...others].flatMap(({ place }) => (place.offer ? [place.offer.request.id] : []));
    expect(offered.sort()).toEqual(waiting.map(({ request }) => request).sort());
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => answering(same[0].place.offer.id, n % 2 === 0)));
    expect(answers.filter((one) => !one.problems.length)).toHaveLength(1);
    expect(new Set(answers.flatMap(codes))).toEqual(new Set(['STALE version']));
    const another = town.sql(
      `insert into place_offer select gen_random_uuid(), municipality, place_id, entry_id, request_id, person_id, offered_on, offered_by, answer_by, 'OFFERED' from place_offer where state in ('OFFERED', 'ACCEPTED') limit 1`,
    );
    await expect(another).rejects.toThrow(/place_offer_one_of/);
  });

  it('that is declined by all is offered to nobody twice, and waits for who comes', async () => {
    const service = fresh();
    await waits(service, 1, '2026-01-01');
    const { place } = await reporting(service);
    await answering(place.offer.id, false);
    expect((await ask(offerNext, 'offerFreePlace', { id: place.id })).place).toMatchObject({ state: 'OPEN', offer: null });
    const late = await waits(service, 3, '2026-11-01');
    await waits(service, 1, '2026-01-01', bauska);
    expect((await ask(offerNext, 'offerFreePlace', { id: place.id })).place.offer.request.id).toBe(late.request);
  });

  it('is the same under its key, and not another; taken back, it takes the offer along', async () => {
    const service = fresh();
    await waits(service, 1, '2026-01-01');
    const { place } = await reporting(service, 'again');
    expect((await reporting(service, 'again')).place.id).toBe(place.id);
    expect(codes(await reporting(fresh(), 'again'))).toEqual(['INVALID key']);
    expect(codes(await reporting('no-such', ' '))).toEqual(['INVALID key', 'NOT_FOUND serviceType']);
    const back = { placeId: place.id, version: 1, reason: 'Kļūda' };
    expect(codes(await ask(withdraw, 'withdrawFreePlace', { i: { ...back, reason: ' ' } }))).toEqual(['INVALID reason']);
    expect(codes(await ask(withdraw, 'withdrawFreePlace', { i: { ...back, version: 3 } }))).toEqual(['STALE version']);
    expect((await ask(withdraw, 'withdrawFreePlace', { i: back })).place).toMatchObject({
      state: 'WITHDRAWN',
      offer: null,
      offers: [{ state: 'WITHDRAWN', reason: 'Kļūda' }],
    });
    expect(codes(await answering(place.offer.id, true, { version: 2 }))).toEqual(['WRONG_STATE offerId']);
  });

  it('is taken by the grant to whom it was offered, and given on by a refusal; a grant out of turn needs reasons', async () => {
    const service = fresh();
    const [first, second, third] = [
      await waits(service, 1, '2026-01-01'),
      await waits(service, 2, '2026-01-01'),
      await waits(service, 3, '2026-01-01'),
    ];
    const { place } = await reporting(service);
    const deciding = (requestId: string, version: number, more: object, who = worker) =>
      ask(decide, 'decideService', { i: { requestId, version, ...more } }, who);
    const jump = await deciding(second.request, 1, { outcome: 'GRANT' });
    expect(jump.problems).toMatchObject([{ code: 'INVALID', field: 'reasons', message: expect.stringContaining('number 2') }]);
    expect(codes(await deciding(third.request, 1, { outcome: 'GRANT', reasons: 'Dzīvība apdraudēta' }))).toEqual([]);
    await deciding(first.request, 1, { outcome: 'REFUSE', reasons: 'Vairs nav vajadzības' });
    expect((await deciding(first.request, 2, { outcome: 'REFUSE' }, head)).serviceRequest).toMatchObject({
      state: 'REFUSED',
      waiting: null,
    });
    const offers = async () =>
      (await town.sql('select request_id, state from place_offer where place_id = $1 order by id', [place.id])).map(
        ({ request_id, state }) => [request_id, state],
      );
    expect(await offers()).toEqual([
      [first.request, 'WITHDRAWN'],
      [second.request, 'OFFERED'],
    ]);
    await deciding(second.request, 1, { outcome: 'GRANT' });
    expect((await deciding(second.request, 2, { outcome: 'GRANT' }, head)).serviceRequest.state).toBe('GRANTED');
    expect((await offers())[1]).toEqual([second.request, 'ACCEPTED']);
    expect(await town.sql('select state from free_place where id = $1', [place.id])).toEqual([{ state: 'TAKEN' }]);
  });

  it('comes of the end of a service, where it is said to', async () => {
    const service = fresh();
    const next = await waits(service, 2, '2026-02-01');
    const given = {
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-02-01',
      from_date: '2026-02-01',
    };
    const request = await put(town, 'service_request', {
      person_id: newId(),
      service_type: service,
      requested_on: '2026-01-01',
      due_on: '2026-02-01',
      ...given,
    });
    const end = `mutation($i: EndServiceInput!) { endService(input: $i) { ${problems} } }`;
    expect(
      codes(await ask(end, 'endService', { i: { requestId: request, version: 1, on: '2026-11-22', reason: 'DIED', freesPlace: true } })),
    ).toEqual([]);
    const query = 'query($id: ID!) { serviceRequest(id: $id) { offers { state place { description } } waiting { position } } }';
    expect((await town.ask(worker, query, { id: next.request })).data.serviceRequest).toEqual({
      offers: [{ state: 'OFFERED', place: { description: expect.stringMatching(/^PK-\d+: beidzies$/) } }],
      waiting: { position: 1 },
    });
  });

  it('a decision and an answer at once wait for one another, and neither is lost', async () => {
    const service = fresh();
    const waiting = await Promise.all(Array.from({ length: 6 }, (_, n) => waits(service, 2, `2026-03-0${n + 1}`)));
    const { place } = await reporting(service);
    const refusals = waiting
      .slice(1)
      .map(({ request }) => ask(decide, 'decideService', { i: { requestId: request, version: 1, outcome: 'REFUSE', reasons: 'x' } }));
    const [declined, ...proposed] = await Promise.all([answering(place.offer.id, false), ...refusals]);
    expect([declined, ...proposed].flatMap(codes)).toEqual([]);
    const confirmed = await Promise.all(
      waiting
        .slice(1)
        .map(({ request }) => ask(decide, 'decideService', { i: { requestId: request, version: 2, outcome: 'REFUSE' } }, head)),
    );
    expect(confirmed.flatMap(codes)).toEqual([]);
    expect(await town.sql(`select 1 from place_offer where place_id = $1 and state in ('OFFERED', 'ACCEPTED')`, [place.id])).toEqual([]);
  });

  it('the order of a list changes with a reason that whoever looks can read', async () => {
    const service = fresh();
    const first = await waits(service, 2, '2026-01-01');
    const second = await waits(service, 3, '2026-01-01');
    const changing = (i: object, who = worker) =>
      ask(change, 'changeWaitingOrder', { i: { entryId: second.entry, version: 1, ...i } }, who);
    expect(codes(await changing({ urgency: 1, reason: ' ' }))).toEqual(['INVALID reason']);
    expect(codes(await changing({ reason: 'x' }))).toEqual(['INVALID urgency']);
    const moved = await changing({ urgency: 1, reason: 'Apgādnieks nomira' });
    expect(moved.entry).toMatchObject({
      position: 1,
      urgency: 1,
      version: 2,
      changes: [
        {
          reason: 'Apgādnieks nomira',
          urgencyBefore: 3,
          urgencyAfter: 1,
          sinceBefore: '2026-01-01',
          sinceAfter: '2026-01-01',
          on: '2026-11-22',
          changedBy: { id: kristine },
        },
      ],
    });
    const asAuditor = (await town.ask(staff('auditor'), list, { s: service })).data.waitingList;
    expect(asAuditor).toMatchObject([
      { id: second.entry, changes: [{ reason: 'Apgādnieks nomira' }] },
      { id: first.entry, changes: [] },
    ]);
    expect(codes(await changing({ urgency: 2, reason: 'y' }))).toEqual(['STALE version']);
    expect(codes(await changing({ version: 2, urgency: 2, reason: 'y' }, staff('social-worker', { municipality: bauska })))).toEqual([
      'NOT_FOUND entryId',
    ]);
    for (const role of ['assistance-organiser', 'facility-manager', 'auditor'] as const)
      expect(
        (await town.ask(staff(role), change, { i: { entryId: second.entry, version: 2, urgency: 2, reason: 'y' } })).errors,
      ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql(`select fields from audit_entry where action = 'waitingList.change'`)).toEqual([
      { fields: ['reason', 'urgency'] },
    ]);
    const withdrawn = town.sql(`update waiting_list_entry set left_on = '2026-11-22' where id = $1`, [first.entry]);
    await withdrawn;
    expect(codes(await changing({ entryId: first.entry, urgency: 1, reason: 'x' }))).toEqual(['WRONG_STATE entryId']);
  });

  it('is seen and offered by who may, and by nobody of another town', async () => {
    const service = fresh();
    await waits(service, 1, '2026-01-01');
    const { place } = await reporting(service);
    const elsewhere = staff('social-worker', { municipality: bauska });
    expect(codes(await ask(offerNext, 'offerFreePlace', { id: place.id }, elsewhere))).toEqual(['NOT_FOUND id']);
    expect(codes(await answering(place.offer.id, true, {}, elsewhere))).toEqual(['NOT_FOUND offerId']);
    expect((await town.ask(elsewhere, '{ freePlaces { id } }')).data.freePlaces).toEqual([]);
    expect((await town.ask(staff('hr'), '{ freePlaces { id } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(worker, '{ freePlaces(serviceType: "x") { id } }')).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    const i = { offerId: place.offer.id, version: 1, accepted: true };
    expect((await town.ask(staff('facility-manager'), answer, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const statements = countStatements(town.database.superUrl);
    await statements.reset();
    await town.ask(worker, 'query($s: ID!) { waitingList(serviceType: $s) { position urgency since } }', { s: service });
    expect(await statements.count()).toBe(2); // the catalogue, and the whole list with its positions
  });
});
