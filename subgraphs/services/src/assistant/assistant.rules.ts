import { addMonths } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** No month has more hours. */
export const hoursOfLongestMonth = 744;

/** Whether a number of hours can be one: above nothing, within a month, in hundredths. */
export const areHours = (hours: number): boolean =>
  hours > 0 && hours <= hoursOfLongestMonth && Math.abs(hours * 100 - Math.round(hours * 100)) < 1e-6;

const badHours = ['Stundu skaitam jābūt no 0,01 līdz 744.', 'Hours must be between 0.01 and 744.'] as const;

/** Everything that is wrong with a contract to be concluded. */
export function contractProblems(
  contract: { personId: string; assistantId: string; monthlyHours: number; concludedOn: string; from: string; until?: string | null },
  today: string,
): Problem[] {
  const { personId, assistantId, monthlyHours, concludedOn, from, until } = contract;
  return new Invalid()
    .when(
      personId.toLowerCase() === assistantId.toLowerCase(),
      'assistantId',
      'Neviens nav pats sev asistents.',
      'Nobody is their own assistant.',
    )
    .when(!areHours(monthlyHours), 'monthlyHours', ...badHours)
    .when(concludedOn > today, 'concludedOn', 'Līgums nevar būt noslēgts nākotnē.', 'It cannot have been concluded in the future.')
    .when(from < concludedOn, 'from', 'Līgums nevar būt spēkā pirms noslēgšanas.', 'It cannot hold before it was concluded.')
    .when(Boolean(until && until <= from), 'until', 'Beigām jābūt pēc sākuma.', 'It must end after it begins.').found;
}

/** Everything that is wrong with ending a contract. */
export function endProblems(
  { on, reason }: { on: string; reason: string },
  { from, until }: { from: string; until: string | null },
): Problem[] {
  return new Invalid()
    .when(on <= from, 'on', 'Līgumam jābūt spēkā vismaz vienu dienu.', 'It must have held for a day at least.')
    .when(until !== null && on > until, 'on', 'Līgums beidzas jau agrāk.', 'The contract ends before that day.')
    .when(isBlank(reason), 'reason', 'Nav norādīts iemesls.', 'No reason is given.').found;
}

/** Everything that is wrong with a monthly report: a month of the contract that has begun, and not more hours than granted without a reason. */
export function reportProblems(
  report: { month: string; hours: number; excessReason?: string | null },
  contract: { monthlyHours: number; from: string; until: string | null },
  today: string,
): Problem[] {
  const { month, hours, excessReason } = report;
  const outside = addMonths(month, 1) <= contract.from || (contract.until !== null && contract.until <= month);
  return new Invalid()
    .when(!month.endsWith('-01'), 'month', 'Norādiet mēneša pirmo dienu.', 'Name the month by its first day.')
    .when(month > today, 'month', 'Mēnesis vēl nav sācies.', 'The month has not begun.')
    .when(outside, 'month', 'Šajā mēnesī līgums nebija spēkā.', 'The contract did not hold in this month.')
    .when(!areHours(hours), 'hours', ...badHours)
    .when(
      hours > contract.monthlyHours && isBlank(excessReason),
      'excessReason',
      `Piešķirtas ${contract.monthlyHours} stundas; pārsniegumam vajag iemeslu.`,
      `${contract.monthlyHours} hours are granted; more needs a reason.`,
    ).found;
}

/** Why somebody may not decide on a report: it is decided, or it is theirs; a return needs a reason. */
export function decisionProblems(
  decision: { approve: boolean; reason?: string | null },
  report: { state: string; submittedBy: string },
  employee: string,
): Problem[] {
  if (report.state !== 'SUBMITTED') return [decided];
  if (report.submittedBy.toLowerCase() === employee.toLowerCase()) return [ownReport];
  const isReturnedBlank = !decision.approve && isBlank(decision.reason);
  return new Invalid().when(isReturnedBlank, 'reason', 'Nav norādīts iemesls.', 'No reason is given.').found;
}

const decided = problem(ProblemCode.WRONG_STATE, 'Par atskaiti jau ir lemts.', 'The report is decided already.', 'reportId');
const ownReport = problem(
  ProblemCode.FOUR_EYES,
  'Atskaiti apstiprina kāds cits, ne iesniedzējs.',
  'Somebody else than who submitted it approves a report.',
  'reportId',
);
