import { isId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { heldAt } from '../held.js';
import type { WaitingListEntry } from '../waiting-list/waiting-list-entry.entity.js';
import { holdPlaces, offerToNext } from './offer-place.js';
import { FreePlace, FreePlaceState, PlaceOffer, PlaceOfferState } from './place-offer.entity.js';
import type { AnswerOfferInput } from './place-offer.input.js';
import { answerProblems, offerState } from './place-offer.rules.js';

/**
 * Records the answer to an offer: who accepts has the place until the grant is decided by two; where somebody declines, the next is offered it at once.
 * Refuses NOT_FOUND, STALE, INVALID for a refusal without a reason, and WRONG_STATE for an offer that is answered, taken back, or past its last day.
 */
export function answerOffer(context: Context, input: AnswerOfferInput): Promise<Payload<'offer', PlaceOffer>> {
  return mutate(context, 'offer', async () => {
    const { em, today } = context;
    const problems = answerProblems(input);
    if (problems.length) throw new Refusal(problems);
    const place = await placeOf(context, input.offerId);
    const offer = await heldAt(context, PlaceOffer, named(input.offerId), input.version);
    const state = offerState(offer, today);
    if (state === 'LAPSED') {
      refuse(
        ProblemCode.WRONG_STATE,
        `Atbildes termiņš beidzās ${offer.answerBy}.`,
        `The term to answer ended on ${offer.answerBy}.`,
        'offerId',
      );
    }
    if (state !== 'OFFERED')
      refuse(ProblemCode.WRONG_STATE, 'Uz piedāvājumu jau ir atbildēts.', 'This offer is answered already.', 'offerId');
    const recorded = input.accepted ? PlaceOfferState.ACCEPTED : PlaceOfferState.DECLINED;
    Object.assign(offer, { recorded, answeredOn: today, reason: input.reason?.trim() || null });
    if (input.accepted && place) place.state = FreePlaceState.TAKEN;
    await em.flush();
    await context.audit.write(em, {
      action: 'offer.answer',
      personId: offer.personId,
      object: `place-offer:${offer.id}`,
      fields: ['state', ...(offer.reason ? ['reason'] : [])],
    });
    if (!input.accepted && place) await offerToNext(context, place);
    return offer;
  });
}

/** The place of an offer, with all places of its service held before the offer is looked at. */
async function placeOf(context: Context, offerId: string): Promise<FreePlace | null> {
  const offer = isId(offerId) ? await context.em.findOne(PlaceOffer, { id: offerId }) : null;
  const place = offer && (await context.em.findOne(FreePlace, { id: offer.placeId }));
  if (!place) return null;
  await holdPlaces(context, place.serviceTypeCode);
  context.em.clear(); // what was read before the others were done
  return context.em.findOne(FreePlace, { id: place.id });
}

/**
 * What a decision on a request does with a place that it was offered: a grant takes it, a refusal gives it up, and the next is offered it. The caller holds
 * the places of the service, and then the request.
 */
export async function settleOffer(context: Context, entry: WaitingListEntry, isGranted: boolean): Promise<void> {
  const { em, today } = context;
  const live = { entryId: entry.id, recorded: { $in: [PlaceOfferState.OFFERED, PlaceOfferState.ACCEPTED] } } as const;
  const offer = await em.findOne(PlaceOffer, live);
  if (!offer) return;
  const place = await em.findOneOrFail(FreePlace, { id: offer.placeId });
  const isAccepted = offer.recorded === PlaceOfferState.ACCEPTED;
  if (isGranted && isAccepted) return;
  const isTaken = isGranted && offerState(offer, today) === 'OFFERED';
  const given = { recorded: isGranted ? PlaceOfferState.LAPSED : PlaceOfferState.WITHDRAWN, answeredOn: null };
  Object.assign(offer, isTaken ? { recorded: PlaceOfferState.ACCEPTED, answeredOn: today } : given);
  place.state = isTaken ? FreePlaceState.TAKEN : FreePlaceState.OPEN;
  await em.flush();
  await context.audit.write(em, { action: 'place.offer', personId: offer.personId, object: `place-offer:${offer.id}`, fields: ['state'] });
  if (!isTaken) await offerToNext(context, place);
}

const named = (id: string) => ({
  id,
  field: 'offerId',
  missing: { lv: 'Šāda piedāvājuma jūsu pašvaldībā nav.', en: 'There is no such offer in your municipality.' },
});
