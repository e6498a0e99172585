import { isSEPACountry, isValidIBAN } from 'ibantools';

/** An IBAN as it is stored: without blanks, in capitals. */
export function plainIban(iban: string): string {
  return iban.replace(/\s/g, '').toUpperCase();
}

/**
 * Whether an account number can be right: a country of SEPA, that country's length and structure, and check digits (ISO 13616, ISO 7064 MOD 97-10), as
 * ibantools knows them. Benefits are paid by SEPA credit transfer. Whether the account exists only the bank knows.
 */
export function isIban(text: string): boolean {
  const iban = plainIban(text);
  return isSEPACountry(iban.slice(0, 2)) && isValidIBAN(iban);
}
