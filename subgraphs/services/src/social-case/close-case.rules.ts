import type { Problem } from '@atbalsts/graphql';
import { Invalid, repeated } from '../invalid.js';

/** What the rules look at when a case is to be closed. */
export interface Closing {
  closedOn: string;
  outcomes: readonly { goalId: string }[];
}

/** Everything that is wrong with the closing of a case: it names each goal of the case once, and no other, and a day between opening and today. */
export function closingProblems(closing: Closing, openedOn: string, goalIds: readonly string[], today: string): Problem[] {
  const { closedOn, outcomes } = closing;
  const named = outcomes.map(({ goalId }) => goalId.toLowerCase());
  const invalid = new Invalid()
    .when(closedOn > today, 'closedOn', 'Lieta nevar būt slēgta nākotnē.', 'A case cannot have been closed in the future.')
    .when(closedOn < openedOn, 'closedOn', 'Lieta nevar būt slēgta pirms atvēršanas.', 'The case was opened after that day.');
  named.forEach((id, at) => {
    invalid.when(!goalIds.includes(id), `outcomes.${at}.goalId`, 'Šāda mērķa lietā nav.', 'The case has no such goal.');
  });
  for (const at of repeated(named))
    invalid.when(true, `outcomes.${at}.goalId`, 'Mērķa iznākums norādīts divreiz.', 'The outcome of this goal is given twice.');
  return invalid.when(
    goalIds.some((id) => !named.includes(id)),
    'outcomes',
    'Norādiet katra lietas mērķa iznākumu.',
    'Give the outcome of every goal of the case.',
  ).found;
}
