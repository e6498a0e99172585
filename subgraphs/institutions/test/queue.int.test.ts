import { newId } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admission, admitted, changes, facility, others, refusals } from './fixture.js';

const manager = staff('facility-manager');
const today = '2026-11-22';
const shown =
  'entry { id version position urgency since endedOn endedWhy person { id } offers { id answer answerBy jumpReason } } problems { code field }';
const inputs = {
  joinFacilityQueue: 'JoinFacilityQueueInput',
  leaveFacilityQueue: 'LeaveFacilityQueueInput',
  offerPlace: 'OfferPlaceInput',
  answerPlaceOffer: 'AnswerPlaceOfferInput',
} as const;
const stranger = newId();

describe('the waiting list of a facility', () => {
  let town: TestSubgraph;
  const send = async (name: keyof typeof inputs, i: object, who = manager) => {
    const { data, errors } = await town.ask(who, `mutation($i: ${inputs[name]}!) { done: ${name}(input: $i) { ${shown} } }`, { i });
    expect(errors).toBeUndefined();
    return data.done;
  };
  const join = async (facilityId: string, more: object = {}) =>
    (await send('joinFacilityQueue', { facilityId, personId: newId(), urgency: 'NORMAL', ...more })).entry;
  const order = async (f: string) =>
    (await town.ask(manager, 'query($f: ID!) { facility(id: $f) { waitingList { position id } } }', { f })).data.facility.waitingList.map(
      ({ id }: { id: string }) => id,
    );

  beforeAll(async () => {
    town = await testSubgraph(institutions, others({}, stranger));
  });
  afterAll(() => town?.drop());

  it('is ordered by urgency, then by who has waited longest', async () => {
    const house = await facility(town);
    const normal = await join(house, { since: '2026-01-01' });
    const earlier = await join(house, { since: '2025-01-01' });
    const critical = await join(house, { urgency: 'CRITICAL' });
    const high = await join(house, { urgency: 'HIGH' });
    expect(critical.position).toBe(1);
    expect(await order(house)).toEqual([critical.id, high.id, earlier.id, normal.id]);
  });

  it('has nobody twice, and nobody who is there, is a stranger, or comes from the future', async () => {
    const house = await facility(town);
    const i = { facilityId: house, personId: newId(), urgency: 'NORMAL' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('joinFacilityQueue', i)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE personId'));
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    const { person } = await admitted(town, manager, house);
    expect(refusals(await send('joinFacilityQueue', { ...i, personId: person.id }))).toEqual(['OVERLAP personId']);
    expect(refusals(await send('joinFacilityQueue', { ...i, personId: stranger }))).toEqual(['NOT_FOUND personId']);
    expect(refusals(await send('joinFacilityQueue', { ...i, since: '2026-11-23' }))).toEqual(['INVALID since']);
    expect(refusals(await send('joinFacilityQueue', i, staff('facility-manager', { municipality: bauska })))).toEqual([
      'NOT_FOUND facilityId',
    ]);
  });

  it('offers a free place to the first, then to the next, and to another only for a reason that is kept', async () => {
    const house = await facility(town, { beds: 2 });
    const [first, second, third] = [
      await join(house, { since: '2026-01-01' }),
      await join(house, { since: '2026-02-01' }),
      await join(house, { since: '2026-03-01' }),
    ];
    const offered = await send('offerPlace', { facilityId: house });
    expect(offered.entry).toMatchObject({ id: first.id, offers: [{ answer: null, answerBy: '2026-11-25', jumpReason: null }] });
    expect(refusals(await send('offerPlace', { facilityId: house, entryId: third.id }))).toEqual(['INVALID reason']);
    const jump = await send('offerPlace', {
      facilityId: house,
      entryId: third.id,
      reason: 'Atbrīvojusies vieta pirmajā stāvā ratiņkrēslam',
    });
    expect(jump.entry.offers).toMatchObject([{ jumpReason: 'Atbrīvojusies vieta pirmajā stāvā ratiņkrēslam' }]);
    expect(refusals(await send('offerPlace', { facilityId: house }))).toEqual(['NO_VACANCY facilityId']);
    const declined = await send('answerPlaceOffer', { offerId: offered.entry.offers[0].id, accept: false });
    expect(declined.entry.offers).toMatchObject([{ answer: 'DECLINED' }]);
    expect(refusals(await send('answerPlaceOffer', { offerId: offered.entry.offers[0].id, accept: true }))).toEqual([
      'WRONG_STATE offerId',
    ]);
    expect((await send('offerPlace', { facilityId: house })).entry.id).toBe(second.id);
    expect(await order(house)).toEqual([first.id, second.id, third.id]);
  });

  it('lets a silent one lapse, and the place go to the next', async () => {
    const house = await facility(town, { beds: 1 });
    const [first, second] = [await join(house, { since: '2026-01-01' }), await join(house, { since: '2026-02-01' })];
    const { entry } = await send('offerPlace', { facilityId: house });
    await town.sql(`update facility_place_offer set offered_on = '2026-11-10', answer_by = '2026-11-13' where entry_id = $1`, [first.id]);
    expect(refusals(await send('answerPlaceOffer', { offerId: entry.offers[0].id, accept: true }))).toEqual(['WRONG_STATE offerId']);
    expect((await send('offerPlace', { facilityId: house })).entry.id).toBe(second.id);
    expect(await town.sql('select answer from facility_place_offer where entry_id = $1', [first.id])).toEqual([{ answer: 'LAPSED' }]);
    const full = await facility(town, { beds: 1 });
    expect(refusals(await send('offerPlace', { facilityId: full }))).toEqual(['WRONG_STATE facilityId']);
  });

  it('offers the last place once to twenty who offer it at the same time', async () => {
    const house = await facility(town, { beds: 1 });
    for (const since of ['2026-01-01', '2026-02-01']) await join(house, { since });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('offerPlace', { facilityId: house })));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('NO_VACANCY facilityId'));
  });

  it('lets go who is admitted or transferred there, and keeps who is refused', async () => {
    const house = await facility(town, { beds: 1 });
    const [first, second] = [await join(house), await join(house)];
    const admit = async (entry: { person: { id: string } }) =>
      (
        await town.ask(manager, admission, {
          i: { personId: entry.person.id, facilityId: house, from: today, funding: 'MUNICIPAL', emergency: 'x' },
        })
      ).data.admit;
    expect(refusals(await admit(first))).toEqual([]);
    expect(refusals(await admit(second))).toEqual(['NO_VACANCY facilityId']);
    expect(await order(house)).toEqual([second.id]);
    expect(await town.sql('select ended_on::text as on, ended_why as why from facility_waiting_entry where id = $1', [first.id])).toEqual([
      { on: today, why: 'PLACED' },
    ]);
    const { id, person } = await admitted(town, manager, await facility(town));
    const other = await facility(town);
    await join(other, { personId: person.id });
    await town.ask(manager, changes.transfer, { i: { placementId: id, version: 1, facilityId: other, on: today } });
    expect(await order(other)).toEqual([]);
  });

  it('is left for a reason, once, and with it an offer that was open', async () => {
    const house = await facility(town);
    const { id, version } = await join(house);
    await send('offerPlace', { facilityId: house });
    expect(refusals(await send('leaveFacilityQueue', { entryId: id, version, why: 'PLACED' }))).toEqual(['INVALID why']);
    expect(refusals(await send('leaveFacilityQueue', { entryId: id, version: 9, why: 'WITHDREW' }))).toEqual(['STALE version']);
    expect((await send('leaveFacilityQueue', { entryId: id, version, why: 'WITHDREW' })).entry).toMatchObject({
      position: 0,
      endedOn: today,
      endedWhy: 'WITHDREW',
      offers: [{ answer: 'DECLINED' }],
    });
    expect(refusals(await send('leaveFacilityQueue', { entryId: id, version: version + 1, why: 'DIED' }))).toEqual(['WRONG_STATE entryId']);
    expect(refusals(await send('leaveFacilityQueue', { entryId: newId(), version: 1, why: 'DIED' }))).toEqual(['NOT_FOUND entryId']);
    expect((await town.sql(`select action from audit_entry where object = $1`, [`facility-waiting:${id}`])).length).toBe(3);
  });

  it('is not for a carer to change', async () => {
    const i = { facilityId: await facility(town), personId: newId(), urgency: 'NORMAL' };
    const { errors } = await town.ask(
      staff('carer'),
      'mutation($i: JoinFacilityQueueInput!) { joinFacilityQueue(input: $i) { problems { code } } }',
      { i },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
