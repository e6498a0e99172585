import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** Hours an emergency access lasts unless told (assumed: half a night). */
export const usualEmergencyHours = 4;
/** Hours it lasts at most (assumed: a night; the table refuses more as well). */
export const mostEmergencyHours = 12;
/** Letters a reason has at least (assumed: "unconscious" is one; "x" is none). */
export const shortestReason = 10;

/** What the rules look at when somebody opens a file in an emergency. */
export interface EmergencyTerms {
  personId?: string | null;
  reference?: string | null;
  personalCode?: string | null;
  reason: string;
  hours: number;
}

/** Everything that is wrong with the terms of an emergency access; empty when nothing is. */
export function emergencyProblems({ personId, reference, personalCode, reason, hours }: EmergencyTerms): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const named = [personId, reference, personalCode].filter((one) => one?.trim()).length;
  if (named !== 1)
    invalid(
      'personId',
      'Norādiet personu tieši vienā veidā: personId, reference vai personalCode.',
      'Name the person in exactly one way: personId, reference or personalCode.',
    );
  if ([...reason.trim()].length < shortestReason)
    invalid('reason', 'Paskaidrojiet teikumā, kāpēc tas nevar gaidīt.', 'Say in a sentence why it cannot wait.');
  if (!Number.isInteger(hours) || hours < 1 || hours > mostEmergencyHours)
    invalid('hours', `Stundas ir no 1 līdz ${mostEmergencyHours}.`, `Hours are from 1 to ${mostEmergencyHours}.`);
  return found;
}
