import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What the rules look at in a consent that is being given. */
export interface ConsentTerms {
  purpose: string;
  from: string;
  until: string;
  personId: string;
  givenById?: string | null;
  capacity: 'SELF' | 'PARENT' | 'GUARDIAN' | 'TRUSTEE';
}

/** Age from which somebody consents alone to social services (assumed: coming of age, Civil Law, section 219). */
export const ownConsentAge = 18;

/**
 * Everything that is wrong with a consent, given the person's age on its first day. Regulation (EU) 2016/679, article 7: for a purpose, and for a
 * child or a ward by somebody who may.
 */
export function consentProblems(terms: ConsentTerms, age: number | null): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!terms.purpose.trim()) invalid('purpose', 'Norādiet, kādam nolūkam.', 'Say for what purpose.');
  if (terms.until <= terms.from) invalid('until', 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.');
  const byAnother = terms.capacity !== 'SELF';
  if (byAnother && (!terms.givenById || terms.givenById === terms.personId)) {
    invalid('givenById', 'Norādiet, kurš piekrišanu dod personas vietā.', 'Say who consents on behalf of the person.');
  }
  if (!byAnother && terms.givenById && terms.givenById !== terms.personId) {
    invalid('capacity', 'Norādiet, kādā statusā cits dod piekrišanu.', 'Say in what capacity somebody else consents.');
  }
  if (!byAnother && age !== null && age < ownConsentAge) {
    invalid('capacity', 'Par bērnu piekrišanu dod vecāks vai aizbildnis.', 'For a child a parent or guardian consents.');
  }
  if (terms.capacity === 'PARENT' && age !== null && age >= ownConsentAge) {
    invalid('capacity', 'Par pilngadīgu personu vecāks nevar dot piekrišanu.', 'A parent cannot consent for an adult.');
  }
  return found;
}
