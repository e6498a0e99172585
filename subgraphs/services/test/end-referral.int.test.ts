import { newId } from '@atbalsts/database';
import { partner, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const problems = 'problems { code field }';
const end = `mutation($i: EndReferralInput!) { endReferral(input: $i) { referral { state endedOn endReason version } ${problems} } }`;
const deliver = `mutation($i: RecordDeliveryInput!) { recordDelivery(input: $i) { delivery { id } ${problems} } }`;
const accept = `mutation($r: ID!) { acceptReferral(id: $r) { ${problems} } }`;
const asPartner = 'query($id: ID!) { referral(id: $id) { state purpose needs deliveries { totalCount } } }';
const codes = (payload: { problems: { code: string; field: string | null }[] }) =>
  payload.problems.map(({ code, field }) => `${code} ${field}`);

describe('the end of a referral', () => {
  const neighbours = new Neighbours();
  const organisation = newId();
  const ngo = partner(organisation);
  const worker = staff('social-worker', { subject: 'kristine' });
  let town: TestSubgraph;

  const referred = async (change: object = {}) => {
    const person = neighbours.person();
    const consent = neighbours.consent(person, organisation, ['IDENTITY', 'NEEDS', 'DELIVERY']);
    const row = {
      person_id: person,
      organisation_id: organisation,
      service_type: 'respite-care',
      purpose: 'Atelpas brīdis',
      needs: 'Atelpa',
      offered_on: '2026-05-01',
    };
    const id = await put(town, 'referral', { ...row, state: 'ACCEPTED', answered_on: '2026-05-02', ...change });
    return { id, person, consent };
  };
  const ending = async (i: object, who = worker) => (await town.ask(who, end, { i })).data.endReferral;
  const delivering = async (i: object, who = ngo) => (await town.ask(who, deliver, { i })).data.recordDelivery;
  const body = (referralId: string, on: string) => ({ key: newId(), referralId, on, units: 2, unit: 'HOUR' });

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('leaves the partner what it did and why, and no needs; late paper of before finds its place through staff alone', async () => {
    const { id, person, consent } = await referred();
    expect(codes(await delivering(body(id, '2026-06-01')))).toEqual([]);
    expect((await town.ask(ngo, asPartner, { id })).data.referral).toMatchObject({ state: 'ACCEPTED', needs: 'Atelpa' });
    const ended = await ending({ referralId: id, version: 1, on: '2026-11-01', reason: 'Vairs nav vajadzīgs' });
    expect(ended).toEqual({
      referral: { state: 'ENDED', endedOn: '2026-11-01', endReason: 'Vairs nav vajadzīgs', version: 2 },
      problems: [],
    });
    const seen = { state: 'ENDED', purpose: 'Atelpas brīdis', needs: null, deliveries: { totalCount: 1 } };
    expect((await town.ask(ngo, asPartner, { id })).data.referral).toEqual(seen);
    const why = 'query($id: ID!) { referral(id: $id) { endReason } }';
    expect((await town.ask(ngo, why, { id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(codes(await delivering(body(id, '2026-10-01')))).toEqual(['WRONG_STATE referralId']);
    expect(codes(await delivering(body(id, '2026-11-01'), worker))).toEqual([]);
    expect(codes(await delivering(body(id, '2026-11-02'), worker))).toEqual(['WRONG_STATE referralId']);
    consent.withdrawnAt = '2026-11-22T08:00:00Z';
    const gone = { state: 'ENDED', purpose: null, needs: null, deliveries: { totalCount: 0 } };
    expect((await town.ask(ngo, asPartner, { id })).data.referral).toEqual(gone);
    expect(await town.sql(`select subject, fields from audit_entry where person_id = $1 and action = 'referral.end'`, [person])).toEqual([
      { subject: 'kristine', fields: ['endReason', 'endedOn', 'state'] },
    ]);
  });

  it('takes back an offer that nobody answers', async () => {
    const { id } = await referred({ state: 'OFFERED', answered_on: null });
    expect((await ending({ referralId: id, version: 1, on: '2026-11-22', reason: 'Neviens neatbild' })).referral.state).toBe('ENDED');
    expect(codes((await town.ask(ngo, accept, { r: id })).data.acceptReferral)).toEqual(['WRONG_STATE id']);
    expect(codes(await delivering(body(id, '2026-11-22'), worker))).toEqual(['WRONG_STATE referralId']);
    await expect(town.sql(`update referral set state = 'ACCEPTED', ended_on = null where id = $1`, [id])).rejects.toThrow(
      /referral_answered/,
    );
  });

  it('is one, on a day that can be, with a reason, by who may', async () => {
    const { id } = await referred();
    await delivering(body(id, '2026-06-01'));
    const right = { referralId: id, version: 1, on: '2026-11-01', reason: 'x' };
    expect(codes(await ending({ ...right, on: '2026-11-23', reason: ' ' }))).toEqual(['INVALID on', 'INVALID reason']);
    expect(codes(await ending({ ...right, on: '2026-05-01' }))).toEqual(['INVALID on', 'INVALID on']);
    expect(codes(await ending({ ...right, on: '2026-05-31' }))).toEqual(['INVALID on']);
    expect(codes(await ending(right, staff('social-worker', { municipality: bauska })))).toEqual(['NOT_FOUND referralId']);
    for (const role of ['assistance-organiser', 'facility-manager'] as const)
      expect((await town.ask(staff(role), end, { i: right })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(ngo, end, { i: right })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ending(right)));
    expect(answers.filter((answer) => !answer.problems.length)).toHaveLength(1);
    expect(codes(await ending({ ...right, version: 2 }))).toEqual(['WRONG_STATE referralId']);
  });
});
