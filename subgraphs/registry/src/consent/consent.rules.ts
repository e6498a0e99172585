import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { ageOn } from '../person/person.rules.js';

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
 * Everything that is wrong with a consent, given when the person was born and the day of entry. Regulation (EU) 2016/679, article 7: for a purpose, and
 * for a child or a ward by somebody who may. The age that counts is the one on its first day, or today where that day lies in the past: nobody consents
 * for themselves by entering a day far back.
 */
export function consentProblems(terms: ConsentTerms, birthDate: string, today: string): Problem[] {
  const age = ageOn(birthDate, terms.from > today ? terms.from : today);
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!terms.purpose.trim()) invalid('purpose', 'Norādiet, kādam nolūkam.', 'Say for what purpose.');
  if (terms.until <= terms.from) invalid('until', 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.');
  if (terms.from < birthDate) invalid('from', 'Sākuma diena ir pirms dzimšanas.', 'The first day lies before the birth.');
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
  if (terms.capacity === 'TRUSTEE' && age !== null && age < ownConsentAge) {
    invalid('capacity', 'Aizgādnis dod piekrišanu par pilngadīgu personu.', 'A trustee consents for an adult.');
  }
  return found;
}

/** Somebody who consents on behalf of another, as the rules see them. */
export interface ConsentGiver {
  birthDate: string;
  /** Whether the giver and the person belong to one household on the day the consent is entered. */
  sharesHousehold: boolean;
  /** Whether a recorded representation lets the giver consent in that capacity on the day that counts; null where none in that capacity was ever recorded. */
  represents: boolean | null;
}

/** The day on which somebody must be able to consent for another: the consent's first day, or the day of entry where that lies in the past. */
export const givingDay = (from: string, today: string): string => (from > today ? from : today);

/**
 * What is wrong with who consents on behalf of another. The giver is an adult of the municipality whose representation in that capacity is recorded and
 * holds on the day; of a parent, where none was ever recorded, it is enough to live in the person's household on the day of entry (assumed).
 */
export function giverProblems(capacity: ConsentTerms['capacity'], giver: ConsentGiver, today: string): Problem[] {
  if ((ageOn(giver.birthDate, today) ?? 0) < ownConsentAge) {
    return [
      problem(
        ProblemCode.INVALID,
        'Cita vietā piekrišanu dod pilngadīga persona.',
        'Who consents on behalf of another is an adult.',
        'givenById',
      ),
    ];
  }
  if (capacity === 'PARENT' && giver.represents === null && !giver.sharesHousehold) {
    return [
      problem(
        ProblemCode.INVALID,
        'Vecāks šodien nav personas mājsaimniecībā un nav ierakstīts kā pārstāvis. Vispirms ierakstiet pārstāvību vai mājsaimniecību.',
        "The parent neither belongs to the person's household today nor is recorded as acting for the person. Record the representation or the household first.",
        'givenById',
      ),
    ];
  }
  if (capacity !== 'SELF' && giver.represents !== true && !(capacity === 'PARENT' && giver.represents === null)) {
    return [
      problem(
        ProblemCode.INVALID,
        'Tajā dienā nav ierakstīts, ka šī persona tādā statusā pārstāv otru. Vispirms ierakstiet pārstāvību.',
        'It is not recorded that they act for the person in that capacity on that day. Record the representation first.',
        'givenById',
      ),
    ];
  }
  return [];
}
