import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { ageOn } from '../person/person.rules.js';

/** The relations in which somebody acts for another. */
export type Kind = 'PARENT' | 'GUARDIAN' | 'FOSTER_PARENT' | 'TRUSTEE';

/** Coming of age. Civil Law, section 219. */
export const majority = 18;

/** What a relation is about, as data. */
export interface KindRule {
  /** Whether it is over a child, and so ends with the coming of age, or over an adult. */
  over: 'CHILD' | 'ADULT';
  /** In what capacity of a consent its holder consents for the person; null where another must. */
  consentsAs: 'PARENT' | 'GUARDIAN' | 'TRUSTEE' | null;
  assumed: boolean;
  note: string;
}

/** What each relation allows. */
export const kindRules: Readonly<Record<Kind, KindRule>> = {
  PARENT: { over: 'CHILD', consentsAs: 'PARENT', assumed: false, note: 'Civil Law, section 177: custody.' },
  GUARDIAN: { over: 'CHILD', consentsAs: 'GUARDIAN', assumed: false, note: 'Civil Law, section 217: stands in the place of the parents.' },
  FOSTER_PARENT: {
    over: 'CHILD',
    consentsAs: null,
    assumed: true,
    note: 'Everyday care; that the orphans’ court and not the foster family lets others see the file is assumed.',
  },
  TRUSTEE: { over: 'ADULT', consentsAs: 'TRUSTEE', assumed: false, note: 'Civil Law, section 354.' },
};

/** A representation as the rules see one. */
export interface Held {
  kind: Kind;
  from: string;
  until: string | null;
}

/** Whether somebody acts for a person on a day: within its period, and over a child only until it is of age, over an adult only then. */
export function actsOn(held: Held, birthDate: string, on: string): boolean {
  if (on < held.from || (held.until !== null && on >= held.until)) return false;
  const adult = (ageOn(birthDate, on) ?? 0) >= majority;
  return kindRules[held.kind].over === 'ADULT' ? adult : !adult;
}

/** What is asked of a representation that is recorded. */
export interface NewRepresentation extends Held {
  personId: string;
  representativeId: string;
  evidence: string;
  /** Birth date of the child or ward, and of who acts. */
  birthDate: string;
  representativeBirthDate: string;
  /** Whether who acts is under a trustee on its first day. */
  representativeIsWard: boolean;
}

/** Everything that is wrong with a representation as entered. That who acts is of age and no ward is assumed for all relations but that of a parent. */
export function representationProblems(entered: NewRepresentation, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!entered.evidence.trim()) invalid('evidence', 'Norādiet, uz kā tas balstīts.', 'Say on what it rests.');
  if (entered.from > today) invalid('from', 'Sākuma diena ir nākotnē.', 'The first day lies in the future.');
  if (entered.until !== null && entered.until <= entered.from)
    invalid('until', 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.');
  if (entered.personId === entered.representativeId) {
    invalid('representativeId', 'Persona nevar pārstāvēt pati sevi.', 'Nobody represents themselves.');
    return found;
  }
  const age = ageOn(entered.birthDate, entered.from);
  if (age === null) invalid('from', 'Sākuma diena ir pirms dzimšanas.', 'The first day lies before the birth.');
  else if (kindRules[entered.kind].over === 'CHILD' && age >= majority)
    invalid('kind', 'Persona tajā dienā jau ir pilngadīga.', 'The person is of age on that day.');
  else if (kindRules[entered.kind].over === 'ADULT' && age < majority)
    invalid(
      'kind',
      'Aizgādni ieceļ pilngadīgai personai; bērnam ir vecāki vai aizbildnis.',
      'A trustee is appointed for an adult; a child has parents or a guardian.',
    );
  if (entered.kind !== 'PARENT' && (ageOn(entered.representativeBirthDate, entered.from) ?? 0) < majority)
    invalid('representativeId', 'Pārstāvis tajā dienā nav pilngadīgs.', 'Who acts is not of age on that day.');
  if (entered.kind === 'PARENT' && entered.representativeBirthDate >= entered.birthDate)
    invalid('representativeId', 'Vecāks nav vecāks par bērnu.', 'A parent is older than the child.');
  if (entered.representativeIsWard)
    invalid('representativeId', 'Pārstāvim pašam tajā dienā ir aizgādnis.', 'Who acts has a trustee themselves on that day.');
  return found;
}

/** What is wrong with the end of a representation. */
export function endProblems(held: Held, on: string, evidence: string, today: string): Problem[] {
  const found: Problem[] = [];
  if (!evidence.trim()) found.push(problem(ProblemCode.INVALID, 'Norādiet, uz kā tas balstīts.', 'Say on what it rests.', 'evidence'));
  if (on > today) found.push(problem(ProblemCode.INVALID, 'Beigu diena ir nākotnē.', 'The end lies in the future.', 'on'));
  if (on <= held.from) found.push(problem(ProblemCode.INVALID, 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.', 'on'));
  if (held.until !== null && held.until <= on)
    found.push(problem(ProblemCode.WRONG_STATE, `Tas jau ir beidzies ${held.until}.`, `It has ended on ${held.until} already.`, 'on'));
  return found;
}
