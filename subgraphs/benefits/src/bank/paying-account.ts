import type { EntityManager } from '@mikro-orm/postgresql';

/** From which account a municipality pays. */
export interface PayingAccount {
  holder: string;
  iban: string;
  bic: string | null;
}

/** The demo towns' accounts at a bank that does not exist; assumed until the town enters its own, which then stays. */
const assumedAccounts = [
  { municipality: '0002000', holder: 'Daugavpils valstspilsētas pašvaldības Sociālais dienests', iban: 'LV41DEMO0000002000001' },
  { municipality: '0025000', holder: 'Bauskas novada Sociālais dienests', iban: 'LV55DEMO0000025000001' },
] as const;

/** Writes the assumed accounts where a town has none; safe to repeat. */
export async function loadPayingAccounts(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into paying_account (municipality, holder, iban, assumed)
     select municipality, holder, iban, true from jsonb_to_recordset(?::jsonb) as r(municipality text, holder text, iban text)
     on conflict (municipality) do nothing`,
    [JSON.stringify(assumedAccounts)],
  );
}

/** The account of a municipality; null where none is entered. */
export async function payingAccountOf(em: EntityManager, municipality: string): Promise<PayingAccount | null> {
  const [account] = await em.execute<PayingAccount[]>('select holder, iban, bic from paying_account where municipality = ?', [
    municipality,
  ]);
  return account ?? null;
}
