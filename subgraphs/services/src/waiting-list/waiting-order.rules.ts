import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** By what the order of a list goes. */
export interface WaitingOrder {
  urgency: number;
  since: string;
}

/** A change of order that somebody wants. */
export interface WantedOrder {
  urgency?: number | null;
  since?: string | null;
  reason: string;
}

/** The order after a change; what is left out stays. */
export const orderAfter = (before: WaitingOrder, { urgency, since }: WantedOrder): WaitingOrder => ({
  urgency: urgency ?? before.urgency,
  since: since ?? before.since,
});

/**
 * Everything that is wrong with a change of order. Nobody is put in front of another by hand: the order is always by urgency, then by date, and what
 * changes is one of the two, with a reason that whoever looks at the list can read.
 */
export function orderProblems(before: WaitingOrder, wanted: WantedOrder, today: string): Problem[] {
  const after = orderAfter(before, wanted);
  return new Invalid()
    .when(after.urgency < 1 || after.urgency > 3, 'urgency', 'Steidzamība ir no 1 līdz 3.', 'Urgency is 1 to 3.')
    .when(after.since > today, 'since', 'Rindā nevar būt kopš nākotnes.', 'Nobody waits since the future.')
    .when(after.urgency === before.urgency && after.since === before.since, 'urgency', 'Nekas nemainās.', 'Nothing changes.')
    .when(
      isBlank(wanted.reason),
      'reason',
      'Rindas kārtība mainās tikai ar pamatojumu.',
      'The order of a list changes with a reason alone.',
    ).found;
}

/** Compares two who wait: the one to be served first comes first. Of the same urgency and day the earlier entry goes first. */
export function comesBefore(a: WaitingOrder & { id: string }, b: WaitingOrder & { id: string }): number {
  if (a.urgency !== b.urgency) return a.urgency - b.urgency;
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
