import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank, repeated } from '../invalid.js';

/** What the rules look at in an agreement that is being made. */
export interface AgreementTerms {
  agreedOn: string;
  duties: readonly { text: string; dueOn?: string | null }[];
  partyIds: readonly string[];
}

/** Everything that is wrong with an agreement that is being made, on the day of entry. */
export function agreementProblems(terms: AgreementTerms, today: string): Problem[] {
  const invalid = new Invalid();
  invalid.when(
    terms.agreedOn > today,
    'agreedOn',
    'Vienošanās nevar būt noslēgta nākotnē.',
    'An agreement cannot have been made in the future.',
  );
  terms.duties.forEach(({ text, dueOn }, at) => {
    const isLate = Boolean(dueOn && dueOn < terms.agreedOn);
    invalid
      .when(isBlank(text), `duties.${at}.text`, 'Pienākums ir tukšs.', 'The duty is empty.')
      .when(isLate, `duties.${at}.dueOn`, 'Pienākuma termiņš ir pirms vienošanās.', 'The duty is due before the agreement was made.');
  });
  for (const at of repeated(terms.partyIds))
    invalid.when(true, `partyIds.${at}`, 'Darbinieks norādīts divreiz.', 'The employee is named twice.');
  return invalid.found;
}

/** What is wrong with an agreement in view of the one that it is to replace: the later day counts, so what was agreed earlier replaces nothing. */
export function replacementProblems(agreedOn: string, activeAgreedOn: string | null): Problem[] {
  return new Invalid().when(
    activeAgreedOn !== null && agreedOn < activeAgreedOn,
    'agreedOn',
    `Spēkā ir vēlāka vienošanās (${activeAgreedOn}); agrāka to nevar aizstāt.`,
    `A later agreement is active (${activeAgreedOn}); an earlier one cannot replace it.`,
  ).found;
}

/** What is wrong with the day on which a duty was fulfilled. */
export function fulfilmentProblems(on: string, agreedOn: string, today: string): Problem[] {
  return new Invalid()
    .when(on > today, 'on', 'Pienākums nevar būt izpildīts nākotnē.', 'A duty cannot have been fulfilled in the future.')
    .when(on < agreedOn, 'on', 'Diena ir pirms vienošanās noslēgšanas.', 'The day lies before the agreement was made.').found;
}
