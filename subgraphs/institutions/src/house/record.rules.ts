import type { IsoDate } from '@atbalsts/database';
import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { activityProblem } from '../placement/activity.rules.js';

/** What is wrong with a text that tells what happened; null where it says something. */
export const whatProblem = (what: string, field = 'what'): Problem | null =>
  what.trim() ? null : invalid(field, 'Ierakstiet, kas notika.', 'Say what happened.');

/** Everything that is wrong with a record of a day of a stay. */
export function recordProblems(
  { on, what }: { on: IsoDate; what: string },
  stay: { from: IsoDate; endedOn: IsoDate | null },
  today: IsoDate,
): Problem[] {
  return [activityProblem(stay, on, today), whatProblem(what)].filter((found) => found !== null);
}

/** Everything that is wrong with an incident, of whose persons only some were there on the day. */
export function incidentProblems(
  { on, what, persons }: { on: IsoDate; what: string; persons: readonly string[] },
  there: readonly string[],
  today: IsoDate,
): Problem[] {
  const found = [whatProblem(what)].filter((p) => p !== null);
  if (on > today) found.push(invalid('on', 'Diena ir nākotnē.', 'The day lies in the future.'));
  const missing = persons.filter((id) => !there.includes(id.toLowerCase()));
  if (missing.length) {
    found.push(
      invalid(
        'personIds',
        `Šajā dienā iestādē nebija: ${missing.length} no nosauktajiem.`,
        `${missing.length} of those named had no place and slept no night there on that day.`,
      ),
    );
  }
  return found;
}

/** Everything that is wrong with the end of an incident. */
export function conclusionProblems(
  incident: { on: IsoDate; concludedOn: IsoDate | null },
  { on, outcome }: { on: IsoDate; outcome: string },
  today: IsoDate,
): Problem[] {
  if (incident.concludedOn !== null) {
    return [problem(ProblemCode.WRONG_STATE, 'Starpgadījums jau ir noslēgts.', 'The incident was concluded already.', 'id')];
  }
  const found: Problem[] = [];
  if (!outcome.trim()) found.push(invalid('outcome', 'Ierakstiet, kas sekoja.', 'Say what followed.'));
  if (on > today) found.push(invalid('on', 'Diena ir nākotnē.', 'The day lies in the future.'));
  if (on < incident.on) found.push(invalid('on', 'Diena ir pirms starpgadījuma.', 'The day lies before the incident.'));
  return found;
}
