import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

describe('from violence reported to a safe bed', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let woman: string;
  let placement: { id: string; version: number };
  let organisation: string;
  let consent: string;
  let referral: string;
  const offer = () => ({
    personId: woman,
    organisationId: organisation,
    serviceType: 'psychologist',
    purpose: 'Psiholoģiskā palīdzība',
    needs: 'Divas tikšanās nedēļā',
  });
  const delivery = () => ({ key: 'saulgriezu-seta-2026-11-22-1', referralId: referral, on: demoDay, units: 1.5, unit: 'HOUR' });

  it('a woman comes by night, without papers, and gets a bed in the crisis centre at once', async () => {
    const details = {
      identityBasis: 'OWN_STATEMENT',
      givenName: 'Anna',
      familyName: 'Naktstauriņa',
      birthDate: '1991-07-08',
      sex: 'FEMALE',
    };
    woman = (await town.does('social-worker', 'registerPerson', details, 'person { id }')).person.id;
    const { vacancies } = await town.sees('social-worker', '{ vacancies(kind: CRISIS_CENTRE) { facility { id } free } }');
    const given = {
      personId: woman,
      facilityId: vacancies[0].facility.id,
      from: demoDay,
      funding: 'MUNICIPAL',
      emergency: 'Vardarbība naktī',
    };
    const gives = 'placement { id version accommodation place emergency confirmationDue confirmedOn }';
    const admitted = await town.does('social-worker', 'admit', given, gives);
    expect(admitted.placement).toMatchObject({
      accommodation: true,
      place: expect.any(String),
      emergency: 'Vardarbība naktī',
      confirmationDue: '2026-11-23',
      confirmedOn: null,
    });
    expect(await town.refusal('social-worker', 'admit', given)).toBe('OVERLAP');
    const after = await town.sees('social-worker', '{ vacancies(kind: CRISIS_CENTRE) { free } }');
    expect(after.vacancies[0].free).toBe(vacancies[0].free - 1);
    placement = admitted.placement;
  });

  it('the emergency waits for a second person, who is not the one who admitted', async () => {
    const given = { id: placement.id, version: placement.version };
    const waiting = async () => {
      const { placementsToConfirm } = await town.sees('director', '{ placementsToConfirm(first: 50) { nodes { id } } }');
      return placementsToConfirm.nodes.map(({ id }: { id: string }) => id);
    };
    expect(await waiting()).toContain(placement.id);
    expect(await town.refusal('social-worker', 'confirmPlacement', given)).toBe('FOUR_EYES');
    const confirmed = await town.does('social-worker-2', 'confirmPlacement', given, 'placement { version confirmedOn }');
    expect(confirmed.placement.confirmedOn).toBe(demoDay);
    expect(await town.refusal('director', 'confirmPlacement', given)).toBe('STALE');
    expect(await town.refusal('director', 'confirmPlacement', { id: placement.id, version: confirmed.placement.version })).toBe(
      'WRONG_STATE',
    );
    expect(await waiting()).not.toContain(placement.id);
  });

  it('a case of violence is opened, and weighs on the caseload of who is responsible', async () => {
    const caseload = async () =>
      (await town.sees('social-worker', '{ viewer { employee { caseload { open highRisk } } } }')).viewer.employee.caseload;
    const before = await caseload();
    const given = {
      personId: woman,
      targetGroup: 'VIOLENCE',
      risk: 'HIGH_RISK',
      responsibleId: await town.employee('social-worker'),
      openedOn: demoDay,
      goals: [{ text: 'Droša dzīve', activities: ['Drošības plāns', 'Pagaidu aizsardzība pret vardarbību'] }],
    };
    const opened = await town.does('social-worker', 'openCase', given, 'socialCase { risk targetGroup goals { text activities } }');
    expect(opened.socialCase).toEqual({ risk: 'HIGH_RISK', targetGroup: 'VIOLENCE', goals: given.goals });
    expect(await town.refusal('social-worker', 'openCase', given)).toBe('DUPLICATE');
    expect(await caseload()).toEqual({ open: before.open + 1, highRisk: before.highRisk + 1 });
  });

  it('nobody refers her to a partner before she consents', async () => {
    organisation = (await town.sees('ngo-a', '{ viewer { organisation { id } } }')).viewer.organisation.id;
    expect(await town.refusal('social-worker', 'referClient', offer())).toBe('NO_CONSENT');
    const scopes = { scopes: ['IDENTITY', 'NEEDS', 'DELIVERY'], from: demoDay, until: '2027-11-22' };
    const given = { personId: woman, organisationId: organisation, purpose: 'Psiholoģiskā palīdzība', ...scopes };
    consent = (await town.does('social-worker', 'giveConsent', given, 'consent { id }')).consent.id;
    const referred = await town.does('social-worker', 'referClient', offer(), 'referral { id state }');
    expect(referred.referral.state).toBe('OFFERED');
    referral = referred.referral.id;
  });

  const shown = 'state needs person { givenName familyName birthDate sex age phone } deliveries { totalCount nodes { units } }';
  const asPartner = `query($id: ID!) { referral(id: $id) { ${shown} } }`;

  it('the partner sees what she consented to, and no other partner anything', async () => {
    const mine = await town.sees('ngo-a', asPartner, { id: referral });
    expect(mine.referral).toEqual({
      state: 'OFFERED',
      needs: 'Divas tikšanās nedēļā',
      person: { givenName: 'Anna', familyName: 'Naktstauriņa', birthDate: '1991-07-08', sex: 'FEMALE', age: 35, phone: null },
      deliveries: { totalCount: 0, nodes: [] },
    });
    expect(await town.sees('ngo-b', asPartner, { id: referral })).toEqual({ referral: null });
    expect(await town.refusal('ngo-b', 'acceptReferral', { id: referral })).toBe('NOT_FOUND');
  });

  it('the partner accepts and delivers: the same key twenty times at once counts once', async () => {
    const accepted = await town.does('ngo-a', 'acceptReferral', { id: referral }, 'referral { state }');
    expect(accepted.referral.state).toBe('ACCEPTED');
    expect(await town.refusal('ngo-a', 'acceptReferral', { id: referral })).toBe('WRONG_STATE');
    const answers = await town.atOnce(20, () => 'ngo-a', 'recordDelivery', delivery, 'delivery { id units }');
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.delivery.id)).size).toBe(1);
    expect(await town.refusal('ngo-a', 'recordDelivery', { ...delivery(), units: 2 })).toBe('INVALID');
    expect(await town.refusal('ngo-b', 'recordDelivery', delivery())).toBe('NOT_FOUND');
    const { referral: seen } = await town.sees('ngo-a', asPartner, { id: referral });
    expect(seen.deliveries).toEqual({ totalCount: 1, nodes: [{ units: 1.5 }] });
  });

  it('the stay is granted by two, and she says how it was', async () => {
    const wanted = { personId: woman, serviceType: 'crisis-centre', requestedOn: demoDay };
    const gives = 'serviceRequest { id version state proposedBy { name } confirmedBy { name } }';
    const { serviceRequest: asked } = await town.does('social-worker', 'requestService', wanted, gives);
    const card = { requestId: asked.id, version: asked.version, on: demoDay, score: 14, level: 4, findings: 'Draudi turpinās' };
    const { serviceRequest: assessed } = await town.does('social-worker', 'assessNeeds', card, gives);
    const decide = { requestId: asked.id, outcome: 'GRANT' };
    const { serviceRequest: proposed } = await town.does('social-worker', 'decideService', { ...decide, version: assessed.version }, gives);
    expect(proposed).toMatchObject({ state: 'PROPOSED', confirmedBy: null });
    const answer = { requestId: asked.id, score: 5, comment: 'Jutos droši' };
    expect(await town.refusal('social-worker', 'decideService', { ...decide, version: proposed.version })).toBe('FOUR_EYES');
    expect(await town.refusal('social-worker', 'answerSurvey', answer)).toBe('WRONG_STATE');
    const { serviceRequest: granted } = await town.does(
      'social-worker-2',
      'decideService',
      { ...decide, version: proposed.version },
      gives,
    );
    expect(granted).toMatchObject({
      state: 'GRANTED',
      proposedBy: { name: 'Kristīne Vējlauka' },
      confirmedBy: { name: 'Andris Mežsargs' },
    });
    await town.does('social-worker', 'answerSurvey', answer);
    expect(await town.refusal('social-worker', 'answerSurvey', { ...answer, score: 1 })).toBe('DUPLICATE');
    const query = 'query($id: ID!) { serviceRequest(id: $id) { survey { score comment } } }';
    const { serviceRequest: after } = await town.sees('social-worker', query, { id: asked.id });
    expect(after.survey).toEqual({ score: 5, comment: 'Jutos droši' });
  });

  it('she withdraws her consent: at once the partner sees nothing of her, and writes nothing, by any path', async () => {
    await town.does('social-worker', 'withdrawConsent', { id: consent });
    const nothing = {
      state: 'CONSENT_WITHDRAWN',
      needs: null,
      person: { givenName: null, familyName: null, birthDate: null, sex: null, age: null, phone: null },
      deliveries: { totalCount: 0, nodes: [] },
    };
    expect(await town.sees('ngo-a', asPartner, { id: referral })).toEqual({ referral: nothing });
    const list = await town.sees('ngo-a', `{ referrals(first: 100) { nodes { id ${shown} } } }`);
    expect(list.referrals.nodes).toContainEqual({ id: referral, ...nothing });
    for (const state of ['OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED']) {
      const { referrals } = await town.sees('ngo-a', `{ referrals(first: 100, state: ${state}) { nodes { id } } }`);
      expect(referrals.nodes).not.toContainEqual({ id: referral });
    }
    expect(await town.refusal('ngo-a', 'recordDelivery', delivery())).toBe('NO_CONSENT');
    expect(await town.refusal('ngo-a', 'recordDelivery', { ...delivery(), key: 'saulgriezu-seta-2026-11-22-2' })).toBe('NO_CONSENT');
    expect(await town.refusal('ngo-a', 'acceptReferral', { id: referral })).toBe('NO_CONSENT');
    expect(await town.refusal('ngo-a', 'declineReferral', { id: referral, reason: 'Nav vietu' })).toBe('NO_CONSENT');
    expect(await town.refusal('social-worker', 'referClient', offer())).toBe('NO_CONSENT');
  });

  it('the town keeps her story, each part of it told once', async () => {
    await town.newsArrives();
    await town.newsArrives();
    const query = 'query($id: ID!) { person(id: $id) { currentPlacement { facility { kind } } timeline(first: 50) { nodes { kind } } } }';
    const { person } = await town.sees('social-worker', query, { id: woman });
    expect(person.currentPlacement.facility.kind).toBe('CRISIS_CENTRE');
    expect(tally(person.timeline.nodes.map(({ kind }: { kind: string }) => kind))).toEqual({
      PLACEMENT_BEGAN: 1,
      CASE_OPENED: 1,
      REFERRED: 1,
      DELIVERY: 1,
      SERVICE_REQUESTED: 1,
      SERVICE_DECIDED: 1,
    });
  });
});
