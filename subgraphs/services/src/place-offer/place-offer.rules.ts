import type { Problem } from '@atbalsts/graphql';
import { addWorkingDays, type ServiceTerm } from '@atbalsts/reference';
import { Invalid, isBlank } from '../invalid.js';

/** An offer as it is recorded. */
export interface RecordedOffer {
  recorded: 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN';
  answerBy: string;
}

/** What an offer is on a day: one that nobody has answered lapses when its last day is over. No timer writes that: it follows from the day. */
export function offerState({ recorded, answerBy }: RecordedOffer, today: string): RecordedOffer['recorded'] {
  return recorded === 'OFFERED' && answerBy < today ? 'LAPSED' : recorded;
}

/** Whether an offer holds a place for somebody: it is open for an answer, or accepted. */
export const holdsPlace = (offer: RecordedOffer, today: string): boolean => ['OFFERED', 'ACCEPTED'].includes(offerState(offer, today));

/** The last day to answer an offer made on a day. */
export const answerByOf = (offeredOn: string, term: Pick<ServiceTerm, 'amount'>): string => addWorkingDays(offeredOn, term.amount);

/** Everything that is wrong with a place that is reported as free. */
export function placeProblems(place: { key: string; description: string }): Problem[] {
  return new Invalid()
    .when(isBlank(place.key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(isBlank(place.description), 'description', 'Uzrakstiet, kura vieta ir brīva.', 'Write which place it is.').found;
}

/** Whether what was reported under a key is what is reported again. */
export const isSamePlace = (
  known: { serviceTypeCode: string; from: string; description: string },
  sent: { serviceType: string; from: string; description: string },
): boolean => known.serviceTypeCode === sent.serviceType && known.from === sent.from && known.description === sent.description.trim();

/** Everything that is wrong with an answer: a refusal of a place says why. */
export function answerProblems(answer: { accepted: boolean; reason?: string | null }): Problem[] {
  return new Invalid().when(!answer.accepted && isBlank(answer.reason), 'reason', 'Norādiet atteikuma iemeslu.', 'Say why it is declined.')
    .found;
}

/**
 * Whether a grant to somebody who waits is a jump that nobody has explained: others stand in front, no offered place was accepted, and no reasons are
 * given. Waiting lists are fair and visible: no jump without a reason on record.
 */
export function isUnexplainedJump(grant: { position: number | null; hasAccepted: boolean; reasons?: string | null }): boolean {
  return (grant.position ?? 1) > 1 && !grant.hasAccepted && isBlank(grant.reasons);
}
