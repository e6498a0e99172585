import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank, repeated } from '../invalid.js';

/** Everything that is wrong with an enrolment: within the days of the programme, ending after it begins. */
export function enrolmentProblems(
  { from, until }: { from: string; until?: string | null },
  programme: { from: string; until: string | null },
): Problem[] {
  const outside = from < programme.from || (programme.until !== null && from >= programme.until);
  return new Invalid()
    .when(outside, 'from', 'Programma šajā dienā nenotiek.', 'The programme is not given on that day.')
    .when(Boolean(until && until <= from), 'until', 'Beigām jābūt pēc sākuma.', 'It must end after it begins.').found;
}

/** What the rules look at in a session. */
export interface SessionDetails {
  key: string;
  on: string;
  groupId?: string | null;
  attendance: readonly { personId: string; attended: boolean }[];
}

/** Everything that is wrong with a session to be recorded; with one person there is one person. */
export function sessionProblems(session: SessionDetails, today: string): Problem[] {
  const { key, on, groupId, attendance } = session;
  const invalid = new Invalid()
    .when(isBlank(key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(on > today, 'on', 'Nodarbība nevar būt notikusi nākotnē.', 'It cannot have taken place in the future.')
    .when(
      !groupId && attendance.length > 1,
      'attendance',
      'Individuālā nodarbībā ir viena persona.',
      'A session without a group is with one person.',
    );
  for (const at of repeated(attendance.map(({ personId }) => personId)))
    invalid.when(true, `attendance.${at}.personId`, 'Persona jau ir sarakstā.', 'This person is in the list already.');
  return invalid.found;
}

/** Who of an attendance is not enrolled on the day. */
export function strangersProblems(attendance: SessionDetails['attendance'], enrolled: ReadonlySet<string>): Problem[] {
  return attendance.flatMap(({ personId }, at) => (enrolled.has(personId.toLowerCase()) ? [] : [notEnrolled(at)]));
}

const notEnrolled = (at: number) =>
  problem(
    ProblemCode.WRONG_STATE,
    'Persona šajā dienā nav uzņemta programmā.',
    'This person is not enrolled on that day.',
    `attendance.${at}.personId`,
  );
