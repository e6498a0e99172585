import { addDays, addMonths, type IsoDate } from '@atbalsts/database';
import { invalid, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { dayKinds, type FacilityKind, servicesOfKind } from '../facility/facility-kind.js';

/** How many months ahead a change of a facility is entered (assumed). */
export const monthsAhead = 12;

/** For how long a registration holds at most. Law on Social Services and Social Assistance, section 17. */
export const registeredMonths = 60;

/** What is wrong with the day of a change: it lies too far ahead. The past is taken, since paper comes late. */
export function dayProblem(day: IsoDate, today: IsoDate, field: string): Problem | null {
  return day > addMonths(today, monthsAhead)
    ? invalid(field, 'Izmaiņas reģistrē ne vairāk kā gadu uz priekšu.', 'A change is entered at most a year ahead.')
    : null;
}

/** A text that must say something. */
export function emptyProblem(text: string, field: string): Problem | null {
  return text.trim() ? null : invalid(field, 'Šis lauks ir tukšs.', 'This field is empty.');
}

/** A registration as it is asked for. */
export interface AskedRegistration {
  number: string;
  serviceType: string;
  validFrom: IsoDate;
  validTo?: IsoDate | null;
}

/** Until when a registration holds: as told, else for as long as the law lets it. */
export const validToOf = ({ validFrom, validTo }: AskedRegistration): IsoDate => validTo ?? addMonths(validFrom, registeredMonths);

/** Everything that is wrong with a registration for a facility of a kind. Of a kind without a service in the catalogue any code is taken. */
export function registrationProblems(asked: AskedRegistration, kind: FacilityKind, today: IsoDate): Problem[] {
  const found = [emptyProblem(asked.number, 'number'), dayProblem(asked.validFrom, today, 'validFrom')].filter((p) => p !== null);
  const validTo = validToOf(asked);
  if (validTo <= asked.validFrom) {
    found.push(invalid('validTo', 'Beigu diena nav pēc sākuma dienas.', 'The end does not lie after the first day.'));
  } else if (validTo > addMonths(asked.validFrom, registeredMonths)) {
    found.push(invalid('validTo', 'Reģistrācija ir spēkā ne ilgāk par pieciem gadiem.', 'A registration holds for five years at most.'));
  }
  const services = servicesOfKind[kind];
  if (services && !services.includes(asked.serviceType)) {
    found.push(
      invalid(
        'serviceType',
        `Šāda veida iestāde sniedz citu pakalpojumu: ${services.join(', ')}.`,
        `A facility of this kind gives another service: ${services.join(', ')}.`,
      ),
    );
  }
  return found;
}

/** From when a renewal holds: from the end of the last registration; where that has lapsed, from today: a gap is a gap. */
export const renewedFrom = (lastValidTo: IsoDate, today: IsoDate): IsoDate => (lastValidTo < today ? today : lastValidTo);

/** How many days before its end a registration may be renewed (assumed: a year). */
export const renewableDays = 366;

/** What is wrong with renewing a registration today; null where nothing is. */
export function renewalProblem(lastValidTo: IsoDate, today: IsoDate): Problem | null {
  return lastValidTo > addDays(today, renewableDays)
    ? problem(
        ProblemCode.WRONG_STATE,
        `Reģistrācija ir spēkā līdz ${lastValidTo}; pagarina ne agrāk kā gadu pirms beigām.`,
        `The registration holds until ${lastValidTo}; it is renewed at most a year before its end.`,
        'facilityId',
      )
    : null;
}

/** What is wrong with beds to be put into service in a facility of a kind. */
export function placesProblems(
  { room, beds, from }: { room: string; beds: readonly string[]; from: IsoDate },
  kind: FacilityKind,
  today: IsoDate,
): Problem[] {
  if (dayKinds.includes(kind)) return [invalid('facilityId', 'Šajā iestādē nav gultasvietu.', 'This facility has no beds.')];
  const found = [emptyProblem(room, 'room'), dayProblem(from, today, 'from')].filter((p) => p !== null);
  if (beds.some((bed) => !bed.trim())) found.push(invalid('beds', 'Kādai vietai nav numura.', 'One of the beds has no number.'));
  if (new Set(beds.map((bed) => bed.trim())).size < beds.length)
    found.push(invalid('beds', 'Viena un tā pati vieta nosaukta divreiz.', 'The same bed is named twice.'));
  return found;
}
