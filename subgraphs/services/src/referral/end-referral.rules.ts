import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** A referral as it stands before it is ended. */
export interface ReferralStanding {
  offeredOn: string;
  /** When the partner answered; null while it has not. */
  answeredOn: string | null;
  /** The day of the latest delivery; null where nothing was delivered. */
  deliveredOn: string | null;
}

/** Everything that is wrong with the end of a referral. The day of the end is the last on which something may have been delivered. */
export function endingProblems(ending: { on: string; reason: string }, before: ReferralStanding, today: string): Problem[] {
  const { offeredOn, answeredOn, deliveredOn } = before;
  return new Invalid()
    .when(ending.on > today, 'on', 'Nosūtījumu nevar izbeigt nākotnē.', 'A referral cannot be ended in the future.')
    .when(ending.on < (answeredOn ?? offeredOn), 'on', 'Tajā dienā nosūtījuma vēl nebija.', 'There was no such referral yet on that day.')
    .when(
      deliveredOn !== null && deliveredOn > ending.on,
      'on',
      `Pēdējais pakalpojums sniegts ${deliveredOn}. Norādiet to vai vēlāku dienu.`,
      `The latest delivery is of ${deliveredOn}. Give that day or a later one.`,
    )
    .when(isBlank(ending.reason), 'reason', 'Norādiet iemeslu.', 'Say why.').found;
}
