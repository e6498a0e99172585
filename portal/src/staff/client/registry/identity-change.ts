import type { IdentityChangeReason, Sex } from '../../../gql/staff/graphql.js';

/** Who somebody is, as far as it can be corrected. */
export interface IdentityDetails {
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: Sex;
}

/** A part of who somebody is. */
export type IdentityPart = keyof IdentityDetails;

/** All parts, in the order in which they are read. */
export const identityParts: readonly IdentityPart[] = ['givenName', 'familyName', 'birthDate', 'sex'];

/**
 * What differs from what was seen: that alone is sent, so that what somebody else has corrected meanwhile is not put back. A name that was emptied counts as
 * different, and is for the graph to refuse.
 */
export function changedParts(seen: IdentityDetails, typed: { [P in IdentityPart]: IdentityDetails[P] | null }): Partial<IdentityDetails> {
  return Object.fromEntries(
    identityParts.flatMap((part) => {
      const value = typed[part];
      if (value === null || value.trim() === seen[part]) return [];
      return [[part, value]];
    }),
  );
}

/** An identity as it was recorded once. */
export interface FormerIdentity extends IdentityDetails {
  /** The first day of the identity that followed it. */
  until: string;
  reason: IdentityChangeReason;
  evidence: string;
  recordedAt: string;
}

/** One correction or change: what it was about, from which day, on what it rests. */
export interface IdentityChange {
  day: string;
  reason: IdentityChangeReason;
  evidence: string;
  recordedAt: string;
  parts: readonly { part: IdentityPart; was: string; is: string }[];
}

/** Corrections and changes of an identity, the latest first, from what was recorded once (the first one first) and what is recorded now. */
export function changesOf(former: readonly FormerIdentity[], now: IdentityDetails): IdentityChange[] {
  return former
    .map((was, n) => {
      const is: IdentityDetails = former[n + 1] ?? now;
      return {
        day: was.until,
        reason: was.reason,
        evidence: was.evidence,
        recordedAt: was.recordedAt,
        parts: identityParts.filter((part) => was[part] !== is[part]).map((part) => ({ part, was: was[part], is: is[part] })),
      };
    })
    .reverse();
}
