import { addDays, addMonths } from '@atbalsts/database';
import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** The latest day of the next review after a day, by the term of that day in months. */
export const latestReview = (on: string, months: number): string => addMonths(on, months);

/** Everything that is wrong with the day of a next review: it lies after the day it is counted from, and not later than the term allows. */
export function nextReviewProblems(reviewOn: string, since: string, months: number, field: string): Problem[] {
  const latest = latestReview(since, months);
  return new Invalid()
    .when(reviewOn <= since, field, 'Pārskatīšanas diena nav vēlāka.', 'The day of the review is not later.')
    .when(reviewOn > latest, field, `Pakalpojums jāpārskata ne vēlāk kā ${latest}.`, `The service is to be reviewed by ${latest}.`).found;
}

/** Everything that is wrong with an agreement on a granted service. */
export function agreementProblems(
  agreement: { agreedOn: string; terms: string },
  decidedOn: string | null,
  before: string | null,
  today: string,
): Problem[] {
  const { agreedOn, terms } = agreement;
  return new Invalid()
    .when(agreedOn > today, 'agreedOn', 'Līgums nevar būt noslēgts nākotnē.', 'An agreement cannot have been made in the future.')
    .when(
      decidedOn !== null && agreedOn < decidedOn,
      'agreedOn',
      'Tajā dienā pakalpojums vēl nebija piešķirts.',
      'The service was not granted yet on that day.',
    )
    .when(
      before !== null && agreedOn < before,
      'agreedOn',
      `Spēkā esošais līgums ir no ${before}.`,
      `The agreement that counts is of ${before}.`,
    )
    .when(isBlank(terms), 'terms', 'Uzrakstiet, par ko vienojās.', 'Write what was agreed.').found;
}

/** Everything that is wrong with a review of a granted service. */
export function reviewProblems(review: { on: string; findings: string }, from: string, last: string | null, today: string): Problem[] {
  return new Invalid()
    .when(review.on > today, 'on', 'Pārskatīšana nevar būt nākotnē.', 'A review cannot have been made in the future.')
    .when(review.on < from, 'on', 'Tajā dienā pakalpojums vēl netika sniegts.', 'The service had not begun on that day.')
    .when(last !== null && review.on < last, 'on', `Pēdējā pārskatīšana bija ${last}.`, `The latest review was on ${last}.`)
    .when(isBlank(review.findings), 'findings', 'Uzrakstiet, kas konstatēts.', 'Write what was found.').found;
}

/** What the end of a service is checked against. */
export interface ServiceStanding {
  from: string;
  until: string | null;
  /** The day of the latest delivery; null where nothing was delivered. */
  deliveredOn: string | null;
}

/**
 * Everything that is wrong with the end of a service. `on` is the first day on which it is no longer given; it may be tomorrow, where today is the last, and
 * its first day, where it was never given.
 */
export function serviceEndProblems(
  end: { on: string; reason: string; note?: string | null },
  standing: ServiceStanding,
  today: string,
): Problem[] {
  const { from, until, deliveredOn } = standing;
  return new Invalid()
    .when(
      end.on > addDays(today, 1) && end.on > from,
      'on',
      'Pakalpojumu nevar izbeigt nākotnē.',
      'A service cannot be ended in the future.',
    )
    .when(end.on < from, 'on', 'Tajā dienā pakalpojums vēl nebija sācies.', 'The service had not begun on that day.')
    .when(until !== null && end.on > until, 'on', `Pakalpojums piešķirts līdz ${until}.`, `The service is granted until ${until}.`)
    .when(
      deliveredOn !== null && deliveredOn >= end.on,
      'on',
      `Pēdējais pakalpojums sniegts ${deliveredOn}. Norādiet vēlāku dienu.`,
      `The latest delivery is of ${deliveredOn}. Give a later day.`,
    )
    .when(end.reason === 'OTHER' && isBlank(end.note), 'note', 'Uzrakstiet, kāds ir iemesls.', 'Write what the reason is.').found;
}
