import { isIsoDate } from '@atbalsts/database';

/** What a cell could not be read as. */
export interface CellFault {
  lv: string;
  en: string;
}

/** A cell read, or why it could not be. */
export type Read<T> = { value: T } | { fault: CellFault };

const fault = (lv: string, en: string): { fault: CellFault } => ({ fault: { lv, en } });

/** A day: 2022-12-31, or 31.12.2022 as Latvian spreadsheets write it. */
export function readDate(text: string): Read<string> {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(text);
  const iso = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso) && isIsoDate(iso)) return { value: iso };
  return fault('Datums nav saprotams: rakstiet 31.12.2022 vai 2022-12-31.', 'The date cannot be read: write 31.12.2022 or 2022-12-31.');
}

/** Money in cents: 1234.50, 1234,50 or 1 234,50; at most two decimals, one sign between euros and cents, never negative. */
export function readMoney(text: string): Read<number> {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^€|€$|EUR$/gi, '');
  const parts = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (parts) return { value: Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) };
  return fault('Summa nav saprotama: rakstiet 1234,50 vai 1234.50.', 'The sum cannot be read: write 1234.50 or 1234,50.');
}

/** A personal code with or without its hyphen. A spreadsheet that takes it for a number drops the leading zero: ten digits are told as that. */
export function readCode(text: string): Read<string> {
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d{11}$/.test(digits)) return { value: `${digits.slice(0, 6)}-${digits.slice(6)}` };
  if (/^\d{10}$/.test(digits))
    return fault(
      'Personas kodā ir 10 cipari: izklājlapa nometusi nulli sākumā. Formatējiet kolonnu kā tekstu.',
      'The personal code has 10 digits: the spreadsheet dropped the leading zero. Format the column as text.',
    );
  return fault('Personas kods nav saprotams: rakstiet 010180-12345.', 'The personal code cannot be read: write 010180-12345.');
}

const sexes: Record<string, 'FEMALE' | 'MALE'> = {
  s: 'FEMALE',
  sieviete: 'FEMALE',
  f: 'FEMALE',
  female: 'FEMALE',
  v: 'MALE',
  vīrietis: 'MALE',
  m: 'MALE',
  male: 'MALE',
};

/** Sex: S or sieviete, V or vīrietis, F or female, M or male. */
export function readSex(text: string): Read<'FEMALE' | 'MALE'> {
  const value = sexes[text.toLowerCase()];
  return value ? { value } : fault('Dzimums ir S vai V.', 'Sex is F or M (in Latvian S or V).');
}

const relations: Record<string, string> = {
  galvenais: 'HEAD',
  galvenā: 'HEAD',
  'galvenā persona': 'HEAD',
  laulātais: 'SPOUSE',
  laulātā: 'SPOUSE',
  bērns: 'CHILD',
  vecāks: 'PARENT',
  aizbildnis: 'GUARDIAN',
  aizbilstamais: 'WARD',
  audžuvecāks: 'FOSTER_PARENT',
  audžubērns: 'FOSTER_CHILD',
  cits: 'OTHER',
};

/** What a member is to the head of the household: the graph's word, or the Latvian one. */
export const readRelation = (text: string): Read<string> => ({
  value: relations[text.toLowerCase()] ?? text.toUpperCase().replace(/ /g, '_'),
});

const bases: Record<string, string> = {
  'personas kods': 'PERSONAL_CODE',
  'ārvalsts dokuments': 'FOREIGN_DOCUMENT',
  'paša teiktais': 'OWN_STATEMENT',
  'pašas teiktais': 'OWN_STATEMENT',
};

/** On what an identity rests: the graph's word, or the Latvian one. */
export function readBasis(text: string): Read<string> {
  const value = bases[text.toLowerCase()] ?? text.toUpperCase().replace(/ /g, '_');
  return Object.values(bases).includes(value)
    ? { value }
    : fault(
        'Pamats ir: personas kods, ārvalsts dokuments, paša teiktais.',
        'The basis is PERSONAL_CODE, FOREIGN_DOCUMENT or OWN_STATEMENT.',
      );
}

/** On what provision a benefit is asked for. */
export function readGround(text: string): Read<string> {
  const value = text.toUpperCase();
  return ['STANDARD', 'UKRAINE_SUPPORT'].includes(value)
    ? { value }
    : fault('Pamats ir STANDARD vai UKRAINE_SUPPORT.', 'The ground is STANDARD or UKRAINE_SUPPORT.');
}
