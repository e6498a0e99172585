import type { IsoDate } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { dayKinds, FacilityKind, servicesOfKind } from '../facility/facility-kind.js';

/** What `admit` is given, as far as the rules look. */
export interface Admission {
  from: IsoDate;
  until?: IsoDate | null;
  place?: string | null;
  requestId?: string | null;
  emergency?: string | null;
  accommodation?: boolean | null;
}

/** What can be said against an admission from the input alone. How far ahead a place is reserved is bounded by the facility's registration. */
export function admissionProblems({ from, until, requestId, emergency }: Admission): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (until && until <= from) invalid('until', 'Beigu diena nav pēc sākuma dienas.', 'The agreed end does not lie after the first day.');
  const reason = emergency?.trim();
  if (!requestId && !reason) {
    invalid(
      'requestId',
      'Norādiet piešķirtu pakalpojuma pieprasījumu vai steidzamības iemeslu.',
      'Name a granted service request, or give the reason of an emergency.',
    );
  }
  if (requestId && reason) {
    invalid(
      'emergency',
      'Norādiet vai nu piešķirtu pakalpojuma pieprasījumu, vai steidzamības iemeslu, nevis abus.',
      'Name either a granted service request or the reason of an emergency, not both.',
    );
  }
  return found;
}

/**
 * Whether the person gets a bed: yes where people live, no where they come by day; a crisis centre also helps without a bed when told so.
 * Gives the problem where the input asks for what the kind of facility does not have.
 */
export function accommodationIn(kind: FacilityKind, { accommodation, place }: Admission): boolean | Problem {
  const byDay = dayKinds.includes(kind);
  const wanted = accommodation ?? !byDay;
  if (byDay && (wanted || place)) {
    return problem(ProblemCode.INVALID, 'Šajā iestādē nav gultasvietu.', 'This facility has no beds.', place ? 'place' : 'accommodation');
  }
  if (!byDay && !wanted && kind !== FacilityKind.CRISIS_CENTRE) {
    return problem(
      ProblemCode.INVALID,
      'Bez izmitināšanas palīdz tikai krīzes centrs.',
      'Only a crisis centre helps without accommodation.',
      'accommodation',
    );
  }
  if (!wanted && place) {
    return problem(
      ProblemCode.INVALID,
      'Palīdzībai bez izmitināšanas vietu nenorāda.',
      'Help without accommodation takes no place.',
      'place',
    );
  }
  return wanted;
}

/** A service request as its domain shows it; null where there is none. */
export type AskedRequest = { state: string; person: { id: string }; serviceType: { code: string } } | null;

/** Why a service request does not let the person into a facility of the kind; null where it does. */
export function requestProblem(request: AskedRequest, personId: string, kind: FacilityKind): Problem | null {
  const field = 'requestId';
  if (!request) return problem(ProblemCode.NOT_FOUND, 'Tāda pakalpojuma pieprasījuma nav.', 'There is no such service request.', field);
  if (request.person.id !== personId) {
    return problem(ProblemCode.INVALID, 'Pakalpojuma pieprasījums ir citai personai.', 'The service request is for another person.', field);
  }
  if (request.state !== 'GRANTED') {
    return problem(
      ProblemCode.WRONG_STATE,
      'Pakalpojums nav piešķirts. Vispirms par to jālemj.',
      'The service has not been granted. It must be decided first.',
      field,
    );
  }
  const services = servicesOfKind[kind];
  if (services && !services.includes(request.serviceType.code)) {
    return problem(
      ProblemCode.INVALID,
      'Piešķirts cits pakalpojums, nevis šīs iestādes.',
      'Another service was granted than the one of this facility.',
      field,
    );
  }
  return null;
}
