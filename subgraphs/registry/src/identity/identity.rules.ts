import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { codeHoldsSince, codeProblems, isDatelessCode, registrationProblems } from '../person/person.rules.js';

/** A code with its period, as a rule sees one. */
export interface HeldCode {
  fromDate: string;
  untilDate: string | null;
}

/** Everything that is wrong with a new code, given the birth date, the codes the person has or had, and the day of entry. */
export function newCodeProblems(
  entered: { personalCode: string; since: string; evidence: string },
  birthDate: string,
  held: readonly HeldCode[],
  today: string,
): Problem[] {
  const found = codeProblems(entered.personalCode, birthDate);
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!entered.evidence.trim()) invalid('evidence', 'Norādiet, uz kā tas balstīts.', 'Say on what it rests.');
  if (entered.since > today) invalid('since', 'Diena ir nākotnē.', 'The day lies in the future.');
  if (entered.since < birthDate) invalid('since', 'Diena ir pirms dzimšanas.', 'The day lies before the birth.');
  else if (isDatelessCode(entered.personalCode) && entered.since < codeHoldsSince(entered.personalCode, birthDate))
    invalid('since', 'Šādus kodus piešķir kopš 2017. gada 1. jūlija.', 'Codes of this form have been given since 1 July 2017.');
  if (held.some((code) => code.fromDate >= entered.since || (code.untilDate ?? '') > entered.since)) {
    found.push(
      problem(
        ProblemCode.OVERLAP,
        'Tajā dienā personai jau ir kods. Norādiet dienu pēc pašreizējā koda sākuma.',
        'The person has a code from that day on already. Give a day after the present one began.',
        'since',
      ),
    );
  }
  return found;
}

/** Who somebody is, as a rule sees it. */
export interface IdentityDetails {
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: string;
}

/** What a correction or change of an identity is checked against. */
export interface RectificationQuestion {
  reason: 'CORRECTION' | 'CHANGE';
  since: string;
  evidence: string;
  was: IdentityDetails;
  is: IdentityDetails;
  /** The code that holds once it is done; null for who has none. */
  code: string | null;
  /** The first day of anything dated that is recorded of the person; null where nothing is. */
  firstRecorded: string | null;
  /** The day from which the identity recorded last holds; null where it never changed. */
  lastChange: string | null;
}

/** Everything that is wrong with a correction or change of an identity on the day of entry. */
export function rectificationProblems(question: RectificationQuestion, today: string): Problem[] {
  const { was, is, since } = question;
  const found = registrationProblems({ ...is, identityBasis: 'OWN_STATEMENT' }, today);
  const invalid = (field: string | null, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field ?? undefined));
  const same = (Object.keys(is) as (keyof IdentityDetails)[]).every((key) => was[key] === is[key]);
  if (same) invalid(null, 'Nekas nav citādi, nekā ierakstīts.', 'Nothing differs from what is recorded.');
  if (!question.evidence.trim()) invalid('evidence', 'Norādiet, uz kā tas balstīts.', 'Say on what it rests.');
  if (since > today) invalid('since', 'Diena ir nākotnē.', 'The day lies in the future.');
  if (since < is.birthDate) invalid('since', 'Diena ir pirms dzimšanas.', 'The day lies before the birth.');
  if (question.lastChange !== null && since < question.lastChange)
    invalid('since', `Identitāte pēdējoreiz mainīta ar ${question.lastChange}.`, `The identity last changed on ${question.lastChange}.`);
  if (question.reason === 'CHANGE' && was.birthDate !== is.birthDate)
    invalid('reason', 'Dzimšanas datums nemainās; to var tikai labot.', 'A birth date does not change; it can only be corrected.');
  if (question.firstRecorded !== null && was.birthDate !== is.birthDate && is.birthDate > question.firstRecorded)
    invalid(
      'birthDate',
      `Par personu ir ieraksti kopš ${question.firstRecorded}, pirms šī dzimšanas datuma.`,
      `There are records of the person since ${question.firstRecorded}, before this birth date.`,
    );
  if (question.code) found.push(...codeProblems(question.code, is.birthDate));
  return found;
}
