import type { ViolenceFollowUpKind, ViolenceKind } from '../../gql/staff/graphql.js';

/** The kinds as the graph takes them: where none was said, that it is not known. */
export const kindsSent = (chosen: readonly ViolenceKind[]): ViolenceKind[] => (chosen.length ? [...chosen] : ['UNKNOWN']);

/** What followed that is a record of the town: named by its id, and not in words. */
export const isRecord = (kind: ViolenceFollowUpKind): kind is 'CASE' | 'REFERRAL' | 'PLACEMENT' =>
  kind === 'CASE' || kind === 'REFERRAL' || kind === 'PLACEMENT';

/** The records of a person that can have followed, as the graph has them. */
export interface VictimRecords {
  cases?: readonly { id: string; number: string; openedOn: string }[] | null;
  referrals?: readonly { id: string; purpose?: string | null; organisation: { name?: string | null } }[] | null;
  currentPlacement?: { id: string; from: string; facility: { name?: string | null } } | null;
}

/** What to choose from for a kind of record: id and words. `since` says from which day. */
export function choicesOf(
  kind: 'CASE' | 'REFERRAL' | 'PLACEMENT',
  records: VictimRecords,
  since: (day: string) => string,
): { id: string; label: string }[] {
  const { cases, referrals, currentPlacement: stay } = records;
  if (kind === 'CASE') return (cases ?? []).map(({ id, number, openedOn }) => ({ id, label: `${number}, ${since(openedOn)}` }));
  if (kind === 'REFERRAL') {
    return (referrals ?? []).map(({ id, purpose, organisation }) => ({
      id,
      label: [organisation.name, purpose].filter(Boolean).join(': '),
    }));
  }
  return stay ? [{ id: stay.id, label: [stay.facility.name, since(stay.from)].filter(Boolean).join(', ') }] : [];
}
