import type { IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What the rules look at in a placement whose contract is to be extended. */
export interface Extendable {
  from: IsoDate;
  until: IsoDate | null;
  endedOn: IsoDate | null;
}

/** The extension as it was asked for. */
export interface ExtensionAsked {
  until: IsoDate;
  agreedOn?: IsoDate | null;
}

/** When an extension was agreed: as told, else today; where the new end has passed already, when the contract before ended. */
export const agreedOnOf = (placement: Extendable, { until, agreedOn }: ExtensionAsked, today: IsoDate): IsoDate =>
  agreedOn ?? (until > today ? today : (placement.until ?? placement.from));

/** Everything that speaks against an extension, on the day of entry. A stay without an agreed end gets its first one. */
export function extensionProblems(placement: Extendable, asked: ExtensionAsked, today: IsoDate): Problem[] {
  if (placement.endedOn !== null) {
    return [problem(ProblemCode.WRONG_STATE, 'Uzturēšanās ir beigusies.', 'The stay has ended.', 'placementId')];
  }
  if (placement.from > today) {
    return [problem(ProblemCode.WRONG_STATE, 'Uzturēšanās vēl nav sākusies.', 'The stay has not begun yet.', 'placementId')];
  }
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const agreedOn = agreedOnOf(placement, asked, today);
  if (asked.until <= (placement.until ?? placement.from)) {
    invalid('until', 'Jaunā beigu diena nav pēc līdzšinējās.', 'The new end does not lie after the one agreed before.');
  } else if (asked.until <= agreedOn) {
    invalid('until', 'Jaunā beigu diena nav pēc vienošanās dienas.', 'The new end does not lie after the day of the agreement.');
  }
  if (agreedOn > today) invalid('agreedOn', 'Vienošanās diena ir nākotnē.', 'The day of the agreement lies in the future.');
  if (agreedOn < placement.from) {
    invalid('agreedOn', 'Vienošanās diena ir pirms uzturēšanās sākuma.', 'The day of the agreement lies before the stay began.');
  }
  return found;
}
