import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** Everything that is wrong with a submission to be recorded. */
export function submissionProblems(submission: { key: string; receivedOn: string; text: string }, today: string): Problem[] {
  return new Invalid()
    .when(isBlank(submission.key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(submission.receivedOn > today, 'receivedOn', 'Iesniegums nevar būt saņemts nākotnē.', 'It cannot have come in the future.')
    .when(isBlank(submission.text), 'text', 'Iesniegums ir tukšs.', 'The submission is empty.').found;
}

/** Everything that is wrong with an answer: whoever the submission is about does not answer it. */
export function answerProblems(
  { on, answer }: { on: string; answer: string },
  { receivedOn, aboutId }: { receivedOn: string; aboutId: string | null },
  employee: string,
  today: string,
): Problem[] {
  const invalid = new Invalid()
    .when(on > today, 'on', 'Atbilde nevar būt sniegta nākotnē.', 'It cannot have been answered in the future.')
    .when(on < receivedOn, 'on', 'Atbilde nevar būt sniegta pirms iesnieguma.', 'It cannot have been answered before it came.')
    .when(isBlank(answer), 'answer', 'Atbilde ir tukša.', 'The answer is empty.').found;
  return aboutId?.toLowerCase() === employee.toLowerCase() ? [...invalid, ownMatter] : invalid;
}

const ownMatter = problem(
  ProblemCode.FOUR_EYES,
  'Iesniegums ir par jums; uz to atbild kāds cits.',
  'The submission is about you; somebody else answers it.',
  'submissionId',
);
