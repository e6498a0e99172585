import { addDays } from '@atbalsts/database';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answerDays,
  answerOn,
  answerProblem,
  byOrder,
  canBeOffered,
  firstInOrder,
  keepsPlace,
  type Offer,
  type Waiting,
} from './queue.rules.js';
import { OfferAnswer, WaitingUrgency } from './waiting.entity.js';

const today = '2026-11-22';
const offer = (daysAgo: number, answer: OfferAnswer | null = null, answeredAgo = daysAgo, entryId = 'a'): Offer => ({
  entryId,
  offeredOn: addDays(today, -daysAgo),
  answerBy: addDays(today, answerDays - daysAgo),
  answer,
  answeredOn: answer && addDays(today, -answeredAgo),
});

describe('an offered place', () => {
  it.each<[string, Offer, OfferAnswer | null, boolean, boolean]>([
    ['today is open', offer(0), null, true, false],
    ['three days ago is open on its last day', offer(3), null, true, false],
    ['four days ago has lapsed', offer(4), OfferAnswer.LAPSED, false, false],
    ['long ago has lapsed, and may be made again', offer(18), OfferAnswer.LAPSED, false, true],
    ['accepted lately is kept', offer(5, OfferAnswer.ACCEPTED, 4), OfferAnswer.ACCEPTED, true, false],
    ['accepted long ago is not kept', offer(12, OfferAnswer.ACCEPTED, 10), OfferAnswer.ACCEPTED, false, true],
    ['declined lately passes over', offer(5, OfferAnswer.DECLINED, 4), OfferAnswer.DECLINED, false, false],
    ['declined long ago does not', offer(20, OfferAnswer.DECLINED, 15), OfferAnswer.DECLINED, false, true],
  ])('%s', (_, one, answer, keeps, again) => {
    expect([answerOn(one, today), keepsPlace(one, today), canBeOffered([one], today)]).toEqual([answer, keeps, again]);
    expect(answerProblem(one, today)?.code ?? null).toBe(answer === null ? null : 'WRONG_STATE');
  });
});

describe('the order', () => {
  const entry = fc.record({
    id: fc.uuid(),
    urgency: fc.constantFrom(...Object.values(WaitingUrgency)),
    since: fc.integer({ min: 0, max: 400 }).map((n) => addDays(today, -n)),
  });
  it('is by urgency, then by who has waited longest, whatever the order of reading', () => {
    const waiting: Waiting[] = [
      { id: 'a', urgency: WaitingUrgency.NORMAL, since: '2026-01-01' },
      { id: 'b', urgency: WaitingUrgency.CRITICAL, since: '2026-11-01' },
      { id: 'c', urgency: WaitingUrgency.NORMAL, since: '2025-01-01' },
      { id: 'd', urgency: WaitingUrgency.HIGH, since: '2026-10-01' },
    ];
    expect([...waiting].sort(byOrder).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (entries) => {
        expect([...entries].reverse().sort(byOrder)).toEqual([...entries].sort(byOrder));
      }),
    );
  });

  it('offers to nobody who comes after somebody who could be offered the place', () => {
    const offers = fc.array(fc.tuple(fc.nat(5), fc.nat(25), fc.constantFrom(null, ...Object.values(OfferAnswer))));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { maxLength: 6, selector: ({ id }) => id }), offers, (entries, made) => {
        const all = made.flatMap(([at, ago, answer]) => (entries[at] ? [offer(ago, answer, ago, entries[at].id)] : []));
        const of = (id: string) => all.filter(({ entryId }) => entryId === id);
        const first = firstInOrder(entries, all, today);
        const able = entries.filter(({ id }) => canBeOffered(of(id), today));
        expect(first === null).toBe(able.length === 0);
        for (const other of able) if (first) expect(byOrder(first, other)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
