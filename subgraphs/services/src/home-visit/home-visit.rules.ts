import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank, repeated } from '../invalid.js';

/** What the rules look at in a home visit. */
export interface VisitDetails {
  on: string;
  opinions: readonly { employeeId: string; findings: string }[];
}

/** Everything that is wrong with a home visit to be recorded: it has taken place, and everybody who came has one opinion. */
export function visitProblems(visit: VisitDetails, today: string): Problem[] {
  const invalid = new Invalid();
  invalid.when(visit.on > today, 'on', 'Apmeklējums nevar būt noticis nākotnē.', 'A visit cannot have taken place in the future.');
  visit.opinions.forEach(({ findings }, at) => {
    invalid.when(isBlank(findings), `opinions.${at}.findings`, 'Atzinums ir tukšs.', 'The opinion is empty.');
  });
  for (const at of repeated(visit.opinions.map(({ employeeId }) => employeeId))) {
    invalid.when(
      true,
      `opinions.${at}.employeeId`,
      'Šim darbiniekam jau ir atzinums par šo apmeklējumu.',
      'This employee has an opinion on this visit already.',
    );
  }
  return invalid.found;
}
