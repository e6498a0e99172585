import { describe, expect, it } from '@jest/globals';
import type { Outcome, QueuedDelivery } from './delivery.js';
import { DeliveryQueue, type QueueStore } from './queue.js';

/** A store that outlives a page: what IndexedDB does. */
class Kept implements QueueStore {
  readonly kept = new Map<string, QueuedDelivery>();
  all = async () => [...this.kept.values()];
  put = async (delivery: QueuedDelivery) => void this.kept.set(delivery.key, delivery);
  remove = async (keys: readonly string[]) => {
    for (const key of keys) this.kept.delete(key);
  };
}

/** A graph that counts one delivery for a key, and a line that can be cut on the way there or on the way back. */
class Line {
  readonly counted = new Map<string, number>();
  readonly received: string[] = [];
  state: 'up' | 'down' | 'answers are lost' = 'up';
  refuses: { code: string; text: { lv: string; en: string } } | null = null;
  send = async ({ key, units }: QueuedDelivery): Promise<Outcome> => {
    await Promise.resolve();
    if (this.state === 'down') return { kind: 'LATER' };
    this.received.push(key);
    if (this.refuses) return { kind: 'REFUSED', ...this.refuses };
    this.counted.set(key, units);
    return this.state === 'up' ? { kind: 'SENT' } : { kind: 'LATER' };
  };
}

const service = { lv: 'Psihologa pakalpojums', en: 'Psychologist' };
const draft = (key: string, referralId = 'r1') => ({ key, referralId, service, on: '2026-11-20', units: 1, unit: 'SESSION' });

function page(store: Kept, line: Line, subject = 'ngo-a') {
  let tick = 0;
  const now = () => new Date(Date.UTC(2026, 10, 22, 10, 0, tick++)).toISOString();
  return new DeliveryQueue({ subject, store, send: line.send, now });
}

describe('the queue of deliveries', () => {
  it('sends one that is clicked twice once, and shows it as sent', async () => {
    const [store, line] = [new Kept(), new Line()];
    const queue = page(store, line);
    await Promise.all([queue.add(draft('k1')), queue.add(draft('k1')), queue.flush(), queue.flush()]);
    expect(line.received).toEqual(['k1']);
    expect(queue.entries()).toMatchObject([{ key: 'k1', state: 'SENT', attempts: 1 }]);
  });

  it('keeps what is written while the line is down, over a reload, and sends it in the order of writing when the line is back', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.state = 'down';
    const before = page(store, line);
    await before.add(draft('k1'));
    await before.add(draft('k2'));
    expect(before.entries().map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
    const after = page(store, line);
    await after.ready();
    expect(after.entries().map(({ key }) => key)).toEqual(['k1', 'k2']);
    line.state = 'up';
    await after.flush();
    expect(line.received).toEqual(['k1', 'k2']);
    expect(after.entries().map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  });

  it('sends the same key again when the answer was lost, and the graph counts one', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.state = 'answers are lost';
    const queue = page(store, line);
    await queue.add(draft('k1'));
    line.state = 'up';
    await queue.flush();
    expect(line.received).toEqual(['k1', 'k1']);
    expect([...line.counted]).toEqual([['k1', 1]]);
    expect(queue.entries()).toMatchObject([{ state: 'SENT', attempts: 2 }]);
  });

  it('does not send a refused one again, says why, and lets it be taken out; what waits cannot be', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.refuses = { code: 'INVALID', text: { lv: 'Ar šo atslēgu jau ir reģistrēts cits ieraksts.', en: 'Another one.' } };
    const queue = page(store, line);
    await queue.add(draft('k1'));
    await queue.flush();
    expect(line.received).toEqual(['k1']);
    expect(queue.entries()[0]?.refusal?.code).toBe('INVALID');
    line.state = 'down';
    await queue.add(draft('k2'));
    await queue.dismiss('k1');
    await queue.dismiss('k2');
    expect(queue.entries().map(({ key }) => key)).toEqual(['k2']);
    expect([...store.kept.keys()]).toEqual(['k2']);
  });

  it('goes on with the next after a refusal, and stops where the line is down', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.state = 'down';
    const queue = page(store, line);
    for (const key of ['k1', 'k2', 'k3']) await queue.add(draft(key));
    expect(queue.entries().map(({ attempts }) => attempts)).toEqual([3, 0, 0]);
    line.state = 'up';
    line.refuses = { code: 'WRONG_STATE', text: service };
    await queue.flush();
    expect(line.received).toEqual(['k1', 'k2', 'k3']);
  });

  it('sends nothing of another person who used this machine', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.state = 'down';
    await page(store, line, 'ngo-a').add(draft('k1'));
    line.state = 'up';
    const other = page(store, line, 'ngo-b');
    await other.flush();
    expect(other.entries()).toEqual([]);
    expect(line.received).toEqual([]);
    expect(store.kept.has('k1')).toBe(true);
  });

  it('keeps nothing of a client who withdrew the consent; what waited stays as a note without the referral, and is not sent', async () => {
    const [store, line] = [new Kept(), new Line()];
    const queue = page(store, line);
    await queue.add(draft('k0'));
    line.state = 'down';
    await queue.add(draft('k1'));
    await queue.add(draft('k2', 'r2'));
    await queue.forget('r1', { code: 'NO_CONSENT', text: { lv: 'Piekrišana atsaukta.', en: 'Withdrawn.' } });
    expect([...store.kept.keys()]).toEqual(['k2']);
    expect(JSON.stringify(queue.entries().filter(({ key }) => key !== 'k2'))).not.toContain('r1');
    line.state = 'up';
    await queue.flush();
    expect(line.received).toEqual(['k0', 'k2']);
    expect(queue.entries().find(({ key }) => key === 'k1')).toMatchObject({ state: 'REFUSED', refusal: { code: 'NO_CONSENT' } });
  });

  it('forgets the referral when the graph says that the consent no longer holds, and tells', async () => {
    const [store, line] = [new Kept(), new Line()];
    const queue = page(store, line);
    line.state = 'down';
    await queue.add(draft('k1'));
    await queue.add(draft('k2'));
    line.state = 'up';
    line.refuses = { code: 'NO_CONSENT', text: { lv: 'Piekrišana atsaukta.', en: 'Withdrawn.' } };
    await queue.flush();
    expect(line.received).toEqual(['k1']);
    expect([...store.kept.keys()]).toEqual([]);
    expect(JSON.stringify(queue.entries())).not.toContain('r1');
    expect(queue.entries().map(({ state, refusal }) => [state, refusal?.code])).toEqual([
      ['REFUSED', 'NO_CONSENT'],
      ['REFUSED', 'NO_CONSENT'],
    ]);
  });

  it('sends nothing more after one has signed out while it was sending, and keeps the rest for the same person', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.state = 'down';
    const queue = page(store, line);
    for (const key of ['k1', 'k2']) await queue.add(draft(key));
    line.state = 'up';
    const leaving = new DeliveryQueue({
      subject: 'ngo-a',
      store,
      send: async (delivery) => {
        await leaving.leave(); // while the first is on its way
        return line.send(delivery);
      },
    });
    await leaving.flush();
    await leaving.flush();
    expect(line.received).toEqual(['k1']);
    expect([...store.kept.values()]).toMatchObject([{ key: 'k2', state: 'WAITING' }]);
  });

  it('keeps a refusal over signing out until it is taken out, for the same person alone', async () => {
    const [store, line] = [new Kept(), new Line()];
    line.refuses = { code: 'WRONG_STATE', text: service };
    const queue = page(store, line);
    await queue.add(draft('k1'));
    await queue.leave();
    const [other, same] = [page(store, line, 'ngo-b'), page(store, line)];
    await Promise.all([other.ready(), same.ready()]);
    expect(other.entries()).toEqual([]);
    expect(same.entries()).toMatchObject([{ key: 'k1', state: 'REFUSED', refusal: { code: 'WRONG_STATE' } }]);
    await same.dismiss('k1');
    expect([...store.kept.keys()]).toEqual([]);
  });

  it('leaves nothing that was sent when one signs out, and forgets what was sent after the working day', async () => {
    const [store, line] = [new Kept(), new Line()];
    const queue = page(store, line);
    await queue.add(draft('k1'));
    line.state = 'down';
    await queue.add(draft('k2'));
    await queue.leave();
    expect([...store.kept.keys()]).toEqual(['k2']);
    store.kept.set('old', {
      ...(store.kept.get('k2') as QueuedDelivery),
      key: 'old',
      state: 'SENT',
      answeredAt: '2026-11-21T20:00:00.000Z',
    });
    const next = page(store, line);
    await next.ready();
    expect(next.entries().map(({ key }) => key)).toEqual(['k2']);
    expect(store.kept.has('old')).toBe(false);
  });
});
