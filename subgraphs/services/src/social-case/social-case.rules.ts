import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What `openCase` is given, as far as the rules look. */
export interface CaseDetails {
  openedOn: string;
  goals: readonly { text: string; activities: readonly string[]; dueOn?: string | null }[];
}

/** Everything that is wrong with the details of a case to be opened, on the day of entry. A past day is right: paper comes late. */
export function caseProblems(details: CaseDetails, today: string): Problem[] {
  const invalid = new Invalid();
  invalid.when(details.openedOn > today, 'openedOn', 'Lieta nevar būt atvērta nākotnē.', 'A case cannot have been opened in the future.');
  return [...invalid.found, ...details.goals.flatMap((goal, at) => goalProblems(goal, details.openedOn, `goals.${at}`))];
}

/** The most goals that a case has. */
export const mostGoals = 50;

/** Everything that is wrong with a goal of a case that was opened on a day; `field` is where it stands in the input. */
export function goalProblems(goal: CaseDetails['goals'][number], openedOn: string, field: string): Problem[] {
  const isLate = Boolean(goal.dueOn && goal.dueOn < openedOn);
  return new Invalid()
    .when(
      isBlank(goal.text),
      `${field}.text`,
      'Mērķis ir tukšs. Uzrakstiet, kam jākļūst labākam.',
      'The goal is empty. Write what is to become better.',
    )
    .when(
      goal.activities.some(isBlank),
      `${field}.activities`,
      'Kāda no darbībām ir tukša. Aprakstiet to vai izņemiet.',
      'One of the activities is empty. Describe it or leave it out.',
    )
    .when(isLate, `${field}.dueOn`, 'Mērķa termiņš ir pirms lietas atvēršanas.', 'The goal is due before the case was opened.').found;
}
