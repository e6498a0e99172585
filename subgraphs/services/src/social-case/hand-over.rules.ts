import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What the rules look at when a case is handed over. */
export interface Handover {
  responsibleId: string;
  on: string;
  reason: string;
}

/** A case as it stands before the handover. */
export interface CaseBefore {
  responsibleId: string;
  openedOn: string;
  /** The day of the latest handover; null where there was none. */
  handedOverOn: string | null;
}

/** Everything that is wrong with a handover: to somebody else, with a reason, on a day since which nobody else has got the case. */
export function handoverProblems(handover: Handover, before: CaseBefore, today: string): Problem[] {
  const since = before.handedOverOn ?? before.openedOn;
  return new Invalid()
    .when(handover.on > today, 'on', 'Lieta nevar būt nodota nākotnē.', 'A case cannot have been handed over in the future.')
    .when(
      handover.on < since,
      'on',
      `Pašreizējais darbinieks par lietu atbild kopš ${since}. Norādiet vēlāku dienu.`,
      `The present employee has the case since ${since}. Give a later day.`,
    )
    .when(isBlank(handover.reason), 'reason', 'Norādiet nodošanas iemeslu.', 'Say why it is handed over.')
    .when(
      handover.responsibleId.toLowerCase() === before.responsibleId,
      'responsibleId',
      'Šis darbinieks jau ir atbildīgs par lietu.',
      'This employee is responsible for the case already.',
    ).found;
}
