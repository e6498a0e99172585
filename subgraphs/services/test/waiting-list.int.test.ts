import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

describe('waiting lists', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  let town: TestSubgraph;

  const waits = async (urgency: number, since: string, change: { municipality?: string; service_type?: string; left_on?: string } = {}) => {
    const { municipality = daugavpils, service_type = 'home-care', left_on = null } = change;
    const decided = { proposed_by: newId(), confirmed_by: newId(), decided_on: since };
    const request = await put(town, 'service_request', {
      municipality,
      person_id: newId(),
      service_type,
      requested_on: since,
      due_on: since,
      state: 'WAITING',
      outcome: 'WAIT',
      ...decided,
    });
    return put(town, 'waiting_list_entry', { municipality, request_id: request, urgency, since_date: since, left_on });
  };

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('order by urgency, then by date, each service and each town for itself, without those who have left', async () => {
    const last = await waits(3, '2026-01-01');
    const third = await waits(2, '2026-05-01');
    const first = await waits(1, '2026-09-01');
    const second = await waits(2, '2026-04-01');
    await waits(1, '2025-01-01', { left_on: '2026-02-01' });
    await waits(1, '2025-01-01', { municipality: bauska });
    const other = await waits(3, '2026-01-01', { service_type: 'social-taxi' });
    const query = 'query($s: ID!) { waitingList(serviceType: $s) { id position since urgency request { state serviceType { code } } } }';
    const { data } = await town.ask(worker, query, { s: 'home-care' });
    expect(data.waitingList.map((e: { id: string; position: number }) => [e.id, e.position])).toEqual([
      [first, 1],
      [second, 2],
      [third, 3],
      [last, 4],
    ]);
    expect(data.waitingList[0]).toMatchObject({
      since: '2026-09-01',
      urgency: 1,
      request: { state: 'WAITING', serviceType: { code: 'home-care' } },
    });
    expect((await town.ask(worker, query, { s: 'social-taxi' })).data.waitingList).toMatchObject([{ id: other, position: 1 }]);
    expect((await town.ask(worker, query, { s: 'no-such' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'serviceType' } },
    ]);
    expect((await town.ask(staff('finance'), query, { s: 'home-care' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
