import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** A stretch of time, [startsAt, endsAt). */
export interface Stretch {
  startsAt: Date;
  endsAt: Date;
}

/** Whether two stretches have a moment in common. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The slots of reception hours: as many whole ones as fit, one after another. */
export function slotsOf({ startsAt, endsAt, slotMinutes }: Stretch & { slotMinutes: number }): Stretch[] {
  const length = slotMinutes * 60_000;
  const count = Math.floor((endsAt.getTime() - startsAt.getTime()) / length);
  return Array.from({ length: count }, (_, at) => ({
    startsAt: new Date(startsAt.getTime() + at * length),
    endsAt: new Date(startsAt.getTime() + (at + 1) * length),
  }));
}

/** The slots of reception hours in which nobody is booked. */
export const freeSlots = (hours: Stretch & { slotMinutes: number }, booked: readonly Stretch[]): Stretch[] =>
  slotsOf(hours).filter((slot) => !booked.some((one) => overlap(slot, one)));

/** Everything that is wrong with what is said to have come of an appointment. */
export function settlementProblems(
  { state, reason }: { state: string; reason?: string | null },
  { on }: { on: string },
  today: string,
): Problem[] {
  return new Invalid()
    .when(state === 'BOOKED', 'state', 'Pieraksts jau ir izdarīts.', 'It is booked already.')
    .when((state === 'KEPT' || state === 'MISSED') && on > today, 'state', 'Pieņemšana vēl nav bijusi.', 'Its day has not come.')
    .when(state === 'CANCELLED' && isBlank(reason), 'reason', 'Nav norādīts iemesls.', 'No reason is given.').found;
}
