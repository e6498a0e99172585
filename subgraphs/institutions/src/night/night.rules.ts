import type { IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { FacilityKind } from '../facility/facility-kind.js';

/** What can be said against a night in a facility of a kind; null where nothing can. Past nights are taken, paper comes late. */
export function nightProblem(kind: FacilityKind, night: IsoDate, today: IsoDate): Problem | null {
  if (kind !== FacilityKind.NIGHT_SHELTER) {
    return problem(
      ProblemCode.INVALID,
      'Naktis reģistrē tikai naktspatversmē.',
      'Nights are recorded in a night shelter alone.',
      'facilityId',
    );
  }
  return night > today ? problem(ProblemCode.INVALID, 'Nakts vēl nav sākusies.', 'The night has not begun yet.', 'night') : null;
}
