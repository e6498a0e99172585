import { latvianDate } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';

/** What a decision is made of, as far as its period and its words go. */
export interface DecisionFacts {
  outcome: 'GRANT' | 'REFUSE';
  state: string;
  from: string | null;
  until: string | null;
  revokedFrom: string | null;
  challengeUntil: string | null;
  statedReasons: string | null;
}

const inForce: readonly string[] = ['APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED'];

/** Whether a granted benefit holds on a day: approved, in its period, and not revoked by then. A one-off benefit has no period and holds on no day. */
export function grantHoldsOn({ outcome, state, from, until, revokedFrom }: DecisionFacts, on: string): boolean {
  if (outcome !== 'GRANT' || !inForce.includes(state) || from === null || until === null) return false;
  return from <= on && on < until && (revokedFrom === null || on < revokedFrom);
}

/**
 * The reasons of a decision as the letter gives them: what is decided about which benefit and on what basis, the officer's own words, and for a
 * refusal the term and place of a challenge. Law on Administrative Procedure, sections 67 (content of an administrative act), 76 and 79 (one month).
 */
export function reasonsOf(decision: DecisionFacts, benefit: { label: Label; legalBasis: string }): Label {
  const granted = decision.outcome === 'GRANT';
  const own = decision.statedReasons ? ` ${decision.statedReasons}` : '';
  const until = decision.challengeUntil;
  const term = {
    lv: until ? `līdz ${latvianDate(until)}` : 'viena mēneša laikā no tā paziņošanas',
    en: until ? `by ${until}` : 'within one month of its notification',
  };
  const challenge = {
    lv: ` Lēmumu var apstrīdēt ${term.lv}, iesniedzot iesniegumu pašvaldības sociālajā dienestā.`,
    en: ` The decision can be challenged ${term.en} by an application to the municipal social service.`,
  };
  return {
    lv: `${granted ? 'Piešķirts' : 'Atteikts'}: ${benefit.label.lv}. Pamats: ${benefit.legalBasis}.${own}${challenge.lv}`,
    en: `${granted ? 'Granted' : 'Refused'}: ${benefit.label.en}. Basis: ${benefit.legalBasis}.${own}${challenge.en}`,
  };
}
