import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

const weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const centuries: Record<string, string> = { '0': '18', '1': '19', '2': '20' };

/** True for a code of the form issued since 2017-07-01: it starts 32 to 39, carries no birth date and no check digit. Law on the Register of Natural Persons. */
export const isDatelessCode = (code: string): boolean => /^3[2-9]\d{4}-\d{5}$/.test(code);

/** Since when somebody can have had a code: from birth, but one without a birth date since 2017-07-01 at the earliest, when the first were given out. */
export const codeHoldsSince = (code: string, birthDate: string): string =>
  isDatelessCode(code) && birthDate < firstDatelessCodes ? firstDatelessCodes : birthDate;
const firstDatelessCodes = '2017-07-01';

/** A name as it is kept: without control and format characters (invisible ones would make two names of one), spaces single and none at the ends. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The check digit of a code of the form DDMMYY-CNNNQ: (1101 - sum of digit x weight) mod 11 mod 10. */
export function checkDigit(code: string): number {
  const digits = code.replace('-', '');
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return ((1101 - sum) % 11) % 10;
}

/** The birth date a code of the form DDMMYY-CNNNQ carries; null where it is no real day or the form carries none. */
export function birthDateOfCode(code: string): string | null {
  const parts = /^(\d\d)(\d\d)(\d\d)-([012])\d{4}$/.exec(code);
  if (!parts) return null;
  const [, day, month, year, century] = parts as unknown as [string, string, string, string, string];
  const date = `${centuries[century]}${year}-${month}-${day}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date ? date : null;
}

/** What is wrong with a personal code, given the birth date: a wrong check digit, or a date that contradicts it. Empty when right. */
export function codeProblems(code: string, birthDate: string): Problem[] {
  if (isDatelessCode(code)) return [];
  const carried = birthDateOfCode(code);
  if (!carried) {
    return [
      problem(
        ProblemCode.INVALID,
        'Personas koda pirmie cipari nav īsts datums. Pārbaudiet kodu.',
        'The first digits of the personal code are no real day. Check the code.',
        'personalCode',
      ),
    ];
  }
  if (Number(code.at(-1)) !== checkDigit(code)) {
    return [
      problem(
        ProblemCode.INVALID,
        'Personas koda kontrolcipars nav pareizs. Pārbaudiet, vai kāds cipars nav sajaukts.',
        'The check digit of the personal code is wrong. See whether a digit was mistyped.',
        'personalCode',
      ),
    ];
  }
  if (carried !== birthDate) {
    return [
      problem(
        ProblemCode.INVALID,
        'Dzimšanas datums neatbilst personas kodam. Pārbaudiet abus.',
        'The birth date contradicts the personal code. Check both.',
        'birthDate',
      ),
    ];
  }
  return [];
}

/** What `registerPerson` is given, as far as the rules look. */
export interface PersonDetails {
  identityBasis: string;
  personalCode?: string | null;
  givenName: string;
  familyName: string;
  birthDate: string;
  phone?: string | null;
  address?: string | null;
  residenceSince?: string | null;
}

/** Everything that is wrong with the details of a person to be registered, on the day of entry. */
export function registrationProblems(details: PersonDetails, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  for (const field of ['givenName', 'familyName'] as const) {
    const name = plainName(details[field]);
    const [lv, en] = field === 'givenName' ? ['Vārd', 'given name'] : ['Uzvārd', 'family name'];
    if (!name) invalid(field, `${lv}s ir tukšs.`, `The ${en} is empty.`);
    else if (!/\p{L}/u.test(name)) invalid(field, `${lv}ā nav neviena burta.`, `The ${en} has no letter.`);
    else if (/\d{6}-?\d{5}/.test(name))
      invalid(field, `${lv}ā ir personas kods. Ierakstiet to savā laukā.`, `The ${en} holds a personal code. Enter it in its own field.`);
  }
  if (details.birthDate > today) invalid('birthDate', 'Dzimšanas datums ir nākotnē.', 'The birth date lies in the future.');
  if (details.birthDate < `${Number(today.slice(0, 4)) - 130}-01-01`)
    invalid('birthDate', 'Dzimšanas datums ir pirms vairāk nekā 130 gadiem.', 'The birth date lies more than 130 years back.');
  if (details.identityBasis === 'PERSONAL_CODE' && !details.personalCode) {
    invalid('personalCode', 'Norādiet personas kodu vai citu identitātes pamatu.', 'Give the personal code, or another basis of identity.');
  }
  if (details.identityBasis !== 'PERSONAL_CODE' && details.personalCode) {
    invalid(
      'identityBasis',
      'Personai ar Latvijas personas kodu identitātes pamats ir personas kods.',
      'Who has a Latvian personal code is registered by it.',
    );
  }
  if (details.personalCode) found.push(...codeProblems(details.personalCode, details.birthDate));
  if (details.phone && !/^\+?[\d ()-]{5,20}$/.test(details.phone))
    invalid('phone', 'Tālruņa numurs nav saprotams.', 'The phone number cannot be read.');
  if (details.address && !details.residenceSince)
    invalid('residenceSince', 'Norādiet, no kuras dienas dzīvesvieta deklarēta.', 'Say since which day the residence is declared.');
  if (details.residenceSince && !details.address?.trim())
    invalid('address', 'Norādiet dzīvesvietas adresi.', 'Give the address of the residence.');
  if (details.residenceSince && details.residenceSince > today)
    invalid('residenceSince', 'Dzīvesvieta nevar būt deklarēta nākotnē.', 'A residence cannot have been declared in the future.');
  if (details.residenceSince && details.residenceSince < details.birthDate && details.birthDate <= today)
    invalid('residenceSince', 'Dzīvesvieta deklarēta pirms dzimšanas.', 'The residence is declared before the birth.');
  return found;
}

/** Full years of age on a day; null before birth. Civil Law, section 1: an age is reached on the birthday; who is born on 29 February has it on 1 March. */
export function ageOn(birthDate: string, on: string): number | null {
  if (on < birthDate) return null;
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
