import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { FacilityKind, servicesOfKind } from '../facility/facility-kind.js';
import { Destination } from './destination.js';

/** Where somebody goes who is transferred to a facility of a kind. */
export const destinationIn: Readonly<Record<FacilityKind, Destination>> = {
  SHELTER: Destination.SHELTER,
  NIGHT_SHELTER: Destination.SHELTER,
  SOCIAL_HOUSE: Destination.SOCIAL_HOUSE,
  SOCIAL_APARTMENTS: Destination.MUNICIPAL_APARTMENT,
  GROUP_APARTMENTS: Destination.GROUP_APARTMENTS,
  LONG_TERM_CARE: Destination.LONG_TERM_CARE,
  CRISIS_CENTRE: Destination.OTHER,
  DAY_CARE_CENTRE: Destination.OTHER,
  DAY_CENTRE: Destination.OTHER,
  FAMILY_HOME: Destination.OTHER,
  SPECIALISED_WORKSHOP: Destination.OTHER,
};

/** A move, as far as the rules look. */
export interface Move {
  /** What the person has: a bed, or a place by day or help without one. */
  accommodation: boolean;
  /** What the person would get. */
  toAccommodation: boolean;
  /** Whether the facility stays the same. */
  sameFacility: boolean;
  /** The name of the bed that the person has; null without one. */
  place: string | null;
  /** The name of the bed asked for, if any. */
  toPlace: string | null;
}

/** What speaks against a move from the input alone; null where nothing does. Nobody loses a bed by it. */
export function moveProblem({ accommodation, toAccommodation, sameFacility, place, toPlace }: Move): Problem | null {
  if (accommodation && !toAccommodation) {
    return problem(
      ProblemCode.INVALID,
      'Tur nav gultasvietu, un persona paliktu bez vietas. Izrakstiet vai izvēlieties citu iestādi.',
      'There are no beds there, and the person would be left without one. Discharge, or choose another facility.',
      'facilityId',
    );
  }
  if (!sameFacility || (toAccommodation && !accommodation)) return null;
  if (!accommodation) {
    return problem(
      ProblemCode.INVALID,
      'Personai jau ir vieta šajā iestādē.',
      'The person has a place in this facility already.',
      'facilityId',
    );
  }
  if (toPlace !== null && toPlace !== place) return null;
  return problem(
    ProblemCode.INVALID,
    'Persona jau ir šajā iestādē. Norādiet citu vietu tajā vai citu iestādi.',
    'The person is in this facility already. Name another place in it, or another facility.',
    'place',
  );
}

/** On what a stay rests: the granted request or the emergency of the first stay of a chain of transfers, and the kind of facility of that stay. */
export interface Basis {
  kind: FacilityKind;
  byRequest: boolean;
}

/**
 * Whether a stay's basis goes on in a facility of another kind: an emergency does, wherever the person is moved; a granted request only within the
 * service that was granted. Gives the problem where a request for the other service must be named.
 */
export function basisProblem({ kind, byRequest }: Basis, toKind: FacilityKind): Problem | null {
  const services = servicesOfKind[toKind];
  if (!byRequest || kind === toKind || servicesOfKind[kind]?.some((code) => services?.includes(code))) return null;
  return problem(
    ProblemCode.INVALID,
    'Personai piešķirts cits pakalpojums. Norādiet piešķirtu šīs iestādes pakalpojuma pieprasījumu.',
    'The person was granted another service. Name the granted request for the service of this facility.',
    'requestId',
  );
}
