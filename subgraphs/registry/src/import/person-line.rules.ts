import { codeHoldsSince, plainName, registrationProblems } from '../person/person.rules.js';
import type { LineProblem, PersonLine } from './import.types.js';

const relations = ['HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GUARDIAN', 'WARD', 'FOSTER_PARENT', 'FOSTER_CHILD', 'OTHER'];

/** Everything that is wrong with a line by itself: what registerPerson would say, and what a household asks. */
export function lineProblems(line: PersonLine, today: string): LineProblem[] {
  const found: LineProblem[] = registrationProblems(line, today).map(({ field, text }) => ({ line: line.line, field, ...text }));
  const invalid = (field: string, lv: string, en: string) => found.push({ line: line.line, field, lv, en });
  if (line.household === null) {
    if (line.relation !== null) invalid('household', 'Norādīta loma, bet ne mājsaimniecība.', 'A relation is given, but no household.');
    if (line.householdSince !== null) invalid('household', 'Norādīta diena, bet ne mājsaimniecība.', 'A day is given, but no household.');
    return found;
  }
  if (line.relation === null) invalid('relation', 'Norādiet lomu mājsaimniecībā.', 'Give the relation in the household.');
  else if (!relations.includes(line.relation))
    invalid('relation', `Lomas ir: ${relations.join(', ')}.`, `Relations are: ${relations.join(', ')}.`);
  if (line.householdSince === null) invalid('householdSince', 'Norādiet, no kuras dienas.', 'Say since which day.');
  else if (line.householdSince > today) invalid('householdSince', 'Diena ir nākotnē.', 'The day lies in the future.');
  else if (line.householdSince < line.birthDate) invalid('householdSince', 'Diena ir pirms dzimšanas.', 'The day lies before the birth.');
  return found;
}

/** A line as it waits to be written. */
export function stagedLine(line: PersonLine): Record<string, string | number | null> {
  return {
    line: line.line,
    identity_basis: line.identityBasis,
    code: line.personalCode,
    code_from: line.personalCode && codeHoldsSince(line.personalCode, line.birthDate),
    given_name: plainName(line.givenName),
    family_name: plainName(line.familyName),
    birth_date: line.birthDate,
    sex: line.sex,
    phone: line.phone,
    address: line.address,
    residence_since: line.residenceSince,
    household: line.household,
    relation: line.relation,
    household_since: line.householdSince,
  };
}
