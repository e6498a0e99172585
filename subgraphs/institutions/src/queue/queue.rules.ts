import { addDays, type IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { OfferAnswer, WaitingUrgency } from './waiting.entity.js';

/** Days to answer an offered place, the day of the offer not counted (assumed). */
export const answerDays = 3;

/** For how many days after a refusal or silence somebody is passed over, to be first in order again afterwards (assumed). */
export const passedOverDays = 14;

/** For how many days a place that was accepted is kept before somebody else may be offered it (assumed). */
export const acceptedDays = 7;

const order: readonly WaitingUrgency[] = [WaitingUrgency.CRITICAL, WaitingUrgency.HIGH, WaitingUrgency.NORMAL];

/** What the order looks at in somebody who waits. */
export interface Waiting {
  id: string;
  urgency: WaitingUrgency;
  since: IsoDate;
}

/** Who comes first: the more urgent, then who has waited longer, then by id, so that nobody changes places from one look to the next. */
export const byOrder = (a: Waiting, b: Waiting): number =>
  order.indexOf(a.urgency) - order.indexOf(b.urgency) || compare(a.since, b.since) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the rules look at in an offer. */
export interface Offer {
  entryId: string;
  offeredOn: IsoDate;
  answerBy: IsoDate;
  answer: OfferAnswer | null;
  answeredOn: IsoDate | null;
}

/** What an offer has come to on a day: its answer; LAPSED where none came in time; null while it is open. */
export const answerOn = ({ answer, answerBy }: Offer, today: IsoDate): OfferAnswer | null =>
  answer ?? (today > answerBy ? OfferAnswer.LAPSED : null);

/** Whether an offer keeps a place from being offered to somebody else: open, or accepted a short while ago. */
export function keepsPlace(offer: Offer, today: IsoDate): boolean {
  const answer = answerOn(offer, today);
  return answer === null || (answer === OfferAnswer.ACCEPTED && addDays(offer.answeredOn ?? offer.offeredOn, acceptedDays) >= today);
}

/** Whether somebody can be offered a place now: neither with an offer that keeps one, nor after having declined or been silent lately. */
export function canBeOffered(offers: readonly Offer[], today: IsoDate): boolean {
  return offers.every((offer) => {
    if (keepsPlace(offer, today)) return false;
    const answer = answerOn(offer, today);
    const ended = answer === OfferAnswer.LAPSED ? offer.answerBy : (offer.answeredOn ?? offer.answerBy);
    return answer === OfferAnswer.ACCEPTED || addDays(ended, passedOverDays) < today;
  });
}

/** The first in order who can be offered a place; null where nobody can. */
export function firstInOrder<T extends Waiting>(waiting: readonly T[], offers: readonly Offer[], today: IsoDate): T | null {
  const sorted = [...waiting].sort(byOrder);
  return (
    sorted.find((entry) =>
      canBeOffered(
        offers.filter(({ entryId }) => entryId === entry.id),
        today,
      ),
    ) ?? null
  );
}

/** What is wrong with an answer to an offer on a day; null where nothing is. */
export function answerProblem(offer: Offer, today: IsoDate): Problem | null {
  const answer = answerOn(offer, today);
  if (answer === null) return null;
  return answer === OfferAnswer.LAPSED
    ? problem(
        ProblemCode.WRONG_STATE,
        `Termiņš atbildei bija ${offer.answerBy}. Piedāvājiet vēlreiz.`,
        `The answer was due on ${offer.answerBy}. Offer it again.`,
        'offerId',
      )
    : problem(ProblemCode.WRONG_STATE, 'Uz piedāvājumu jau ir atbildēts.', 'The offer was answered already.', 'offerId');
}
