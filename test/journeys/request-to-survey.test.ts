import { assessmentForms } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

/** Points for every criterion of the needs card of today: none but those given. */
const marks = (given: Record<string, number>) =>
  assessmentForms
    .filter(({ kind, validUntil }) => kind === 'NEEDS' && validUntil === null)
    .flatMap(({ areas }) => areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: given[code] ?? 0 }))));

describe('from a request to the survey, by way of the queue', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  // nobody of the demo waits for it
  const serviceType = 'family-assistant';
  const gives = 'serviceRequest { id version state dueOn waiting { id position version } }';
  const requests: Record<'Vilma' | 'Zenta', { id: string; version: number; person: string }> = {
    Vilma: { id: '', version: 0, person: '' },
    Zenta: { id: '', version: 0, person: '' },
  };
  const decide = async (who: 'Vilma' | 'Zenta', outcome: string, more: object = {}) => {
    const request = requests[who];
    for (const persona of ['social-worker', 'social-worker-2'] as const) {
      const given = { requestId: request.id, version: request.version, outcome, ...more };
      const { serviceRequest } = await town.does(persona, 'decideService', given, gives);
      request.version = serviceRequest.version;
    }
  };
  const positions = async () => {
    const query = 'query($s: ID!) { waitingList(serviceType: $s) { position request { id } changes { reason } } }';
    const { waitingList } = await town.sees('auditor', query, { s: serviceType });
    return waitingList.map((entry: { request: { id: string } }) => entry.request.id);
  };

  it('two women ask for the same service; each is due in a month, and the head sees what will be late', async () => {
    for (const [n, name] of (['Vilma', 'Zenta'] as const).entries()) {
      const person = await town.registers('assistance-organiser', 70 + n, {
        givenName: name,
        familyName: 'Rindiņa',
        birthDate: '1988-03-04',
        sex: 'FEMALE',
      });
      const given = { personId: person, serviceType, requestedOn: demoDay };
      const { serviceRequest } = await town.does('assistance-organiser', 'requestService', given, gives);
      expect(serviceRequest).toMatchObject({ state: 'SUBMITTED', dueOn: '2026-12-22', waiting: null });
      requests[name] = { id: serviceRequest.id, version: serviceRequest.version, person };
    }
    const due = 'query($u: Date!) { dueWork(kind: SERVICE_DECISION, until: $u, first: 200) { nodes { objectId } } }';
    const listed = async (u: string) =>
      (await town.sees('head-of-services', due, { u })).dueWork.nodes.map(({ objectId }: { objectId: string }) => objectId);
    expect(await listed('2026-12-21')).not.toContain(requests.Vilma.id);
    expect(await listed('2026-12-22')).toEqual(expect.arrayContaining([requests.Vilma.id, requests.Zenta.id]));
  });

  it('the needs card gives the level of care, area by area; a sum that its points do not give is refused', async () => {
    const cards = {
      Vilma: { washing: 10, cooking: 5 },
      Zenta: { washing: 10, toilet: 10, eating: 10, alone: 10, orientation: 10, medicines: 10 },
    };
    const levels = { Vilma: [15, 1], Zenta: [60, 3] } as const;
    for (const name of ['Vilma', 'Zenta'] as const) {
      const [score, level] = levels[name];
      const card = {
        requestId: requests[name].id,
        version: 1,
        on: demoDay,
        score,
        level,
        findings: 'Saruna mājās',
        marks: marks(cards[name]),
      };
      expect(await town.refusal('social-worker', 'assessNeeds', { ...card, level: 4 })).toBe('INVALID');
      const { serviceRequest } = await town.does(
        'social-worker',
        'assessNeeds',
        card,
        'serviceRequest { version needs { level card { version } areas { code score } } }',
      );
      expect(serviceRequest.needs).toMatchObject({ level, card: { version: 2 } });
      requests[name].version = serviceRequest.version;
    }
  });

  it('two decide that they wait; the more urgent stands in front, and an order changes with a reason alone', async () => {
    await decide('Vilma', 'WAIT');
    expect(await positions()).toEqual([requests.Vilma.id]);
    await decide('Zenta', 'WAIT');
    expect(await positions()).toEqual([requests.Zenta.id, requests.Vilma.id]);
    const { serviceRequest } = await town.sees(
      'social-worker',
      `query($id: ID!) { ${gives.replace('serviceRequest', 'serviceRequest(id: $id)')} }`,
      { id: requests.Vilma.id },
    );
    const change = { entryId: serviceRequest.waiting.id, version: serviceRequest.waiting.version, urgency: 1 };
    expect(await town.refusal('social-worker', 'changeWaitingOrder', { ...change, reason: ' ' })).toBe('INVALID');
    await town.does('social-worker', 'changeWaitingOrder', { ...change, reason: 'Palicis viens ar trim bērniem' }, 'entry { position }');
    expect(await positions()).toEqual([requests.Vilma.id, requests.Zenta.id]);
  });

  let offer: { id: string; version: number };

  it('a place becomes free: it is offered to the first, and when she declines to the next', async () => {
    const free = { key: 'brīva vieta 1', serviceType, from: '2026-12-01', description: 'Ģimenes asistente Cietoksnī' };
    const offered = 'place { id offer { id version answerBy request { id } } }';
    const answers = await town.atOnce(
      20,
      () => 'social-worker',
      'reportFreePlace',
      () => free,
      offered,
    );
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map(({ place }) => place.offer.id)).size).toBe(1);
    const { place } = answers[0];
    expect(place.offer).toMatchObject({ answerBy: '2026-11-27', request: { id: requests.Vilma.id } });
    expect(await town.refusal('social-worker', 'offerFreePlace', { id: place.id })).toBe('WRONG_STATE');
    const no = { offerId: place.offer.id, version: place.offer.version, accepted: false, reason: 'Sākums par vēlu' };
    await town.does('social-worker', 'answerOffer', no);
    const { freePlaces } = await town.sees(
      'social-worker',
      `query($s: ID!) { freePlaces(serviceType: $s) { offer { id version request { id } } } }`,
      { s: serviceType },
    );
    expect(freePlaces[0].offer.request.id).toBe(requests.Zenta.id);
    offer = freePlaces[0].offer;
  });

  it('she accepts, and two grant it: with an accepted place it is no jump, though another stands in front', async () => {
    const request = requests.Zenta;
    expect(
      await town.refusal('social-worker', 'decideService', { requestId: request.id, version: request.version, outcome: 'GRANT' }),
    ).toBe('INVALID');
    await town.does('social-worker', 'answerOffer', { offerId: offer.id, version: offer.version, accepted: true }, 'offer { state }');
    await decide('Zenta', 'GRANT', { from: demoDay });
    expect(await positions()).toEqual([requests.Vilma.id]);
  });

  it('an agreement, a plan by week, deliveries that count once, a review, the end', async () => {
    const request = requests.Zenta;
    const requestId = request.id;
    const at = () => ({ requestId, version: request.version });
    const does = async (name: string, given: object, shows: string) => {
      const { serviceRequest } = await town.does('social-worker', name, { ...at(), ...given }, `serviceRequest { version ${shows} }`);
      request.version = serviceRequest.version;
      return serviceRequest;
    };
    const agreed = await does('makeServiceAgreement', { agreedOn: demoDay, terms: 'Divas reizes nedēļā' }, 'reviewOn agreement { number }');
    expect(agreed).toMatchObject({ reviewOn: '2027-05-22', agreement: { number: expect.stringMatching(/^PL-/) } });
    const tasks = [
      { text: 'Dienas režīms', timesAWeek: 2, minutes: 90, employeeId: await town.employee('social-worker-2'), from: demoDay },
    ];
    const planned = await does(
      'makeCarePlan',
      { goal: 'Ģimene tiek galā pati', tasks },
      'carePlan { week { times minutes tasks { employee { name } } } }',
    );
    expect(planned.carePlan.week).toEqual({ times: 2, minutes: 180, tasks: [{ employee: { name: 'Andris Mežsargs' } }] });
    const delivery = { key: 'zenta-1', requestId, on: demoDay, units: 1, unit: 'VISIT' };
    const delivered = await town.atOnce(
      20,
      () => 'social-worker',
      'recordDelivery',
      () => delivery,
      'delivery { id }',
    );
    expect(new Set(delivered.map((answer) => answer.delivery.id)).size).toBe(1);
    expect(await town.refusal('social-worker', 'recordDelivery', { ...delivery, units: 2 })).toBe('INVALID');
    await does('reviewService', { on: demoDay, findings: 'Ģimene tiek galā', outcome: 'TO_BE_ENDED', nextOn: '2026-12-22' }, 'reviewOn');
    expect(await town.refusal('social-worker', 'endService', { ...at(), on: demoDay, reason: 'NEEDS_MET' })).toBe('INVALID'); // delivered today
    const ended = await does(
      'endService',
      { on: '2026-11-23', reason: 'NEEDS_MET', freesPlace: true },
      'state endReason carePlan { goal } agreement { number }',
    );
    expect(ended).toMatchObject({ state: 'ENDED', endReason: 'NEEDS_MET', carePlan: null, agreement: null });
  });

  it('with the end the place goes to who still waits; she says how it was; her file tells all of it', async () => {
    const { freePlaces } = await town.sees('social-worker', 'query($s: ID!) { freePlaces(serviceType: $s) { offer { request { id } } } }', {
      s: serviceType,
    });
    expect(freePlaces).toEqual([{ offer: { request: { id: requests.Vilma.id } } }]);
    await town.does('social-worker', 'answerSurvey', { requestId: requests.Zenta.id, score: 5, comment: 'Tagad tiekam galā' });
    const query = 'query($id: ID!) { person(id: $id) { timeline(first: 50) { nodes { kind recordedAt } } } }';
    const { person } = await town.sees('social-worker', query, { id: requests.Zenta.person });
    const kinds = person.timeline.nodes.map(({ kind }: { kind: string }) => kind);
    expect(tally(kinds)).toEqual({
      SERVICE_REQUESTED: 1,
      SERVICE_DECIDED: 2,
      PLACE_OFFERED: 1,
      SERVICE_AGREED: 1,
      CARE_PLAN_MADE: 1,
      DELIVERY: 1,
      SERVICE_REVIEWED: 1,
      SERVICE_ENDED: 1,
    });
    // all of one day, told in the order in which it was recorded
    expect(kinds).toEqual([
      'SERVICE_ENDED',
      'SERVICE_REVIEWED',
      'DELIVERY',
      'CARE_PLAN_MADE',
      'SERVICE_AGREED',
      'SERVICE_DECIDED',
      'PLACE_OFFERED',
      'SERVICE_DECIDED',
      'SERVICE_REQUESTED',
    ]);
  });
});
