import type { NewFact } from '@atbalsts/facts';
import type { Application } from '../application/application.entity.js';
import type { Decision } from './decision.entity.js';

/** What the other domains are told of a decision that was approved: that there is one, for the timeline of the applicant. */
export function decisionFact(decision: Decision, application: Application): NewFact {
  return {
    kind: 'decision',
    key: decision.id,
    municipality: decision.municipality,
    body: {
      decisionId: decision.id,
      personId: application.applicantId,
      number: decision.number,
      benefitType: application.benefitTypeCode,
      outcome: decision.outcome,
      on: decision.approvedOn as string,
    },
  };
}

/** The status that a decision gives, once for each person it covers; none where it gives none. One revoked before it began is taken back. */
export function statusFacts(decision: Decision, persons: readonly string[]): NewFact[] {
  const { id, municipality, householdId, householdStatus: status, statusFrom: from, statusUntil, revokedFrom } = decision;
  if (from === null || statusUntil === null || status === null || status === 'NONE') return [];
  const until = revokedFrom !== null && revokedFrom < statusUntil ? revokedFrom : statusUntil;
  return persons.map((personId) => ({
    kind: 'household-status' as const,
    key: `${id}:${personId}`,
    municipality,
    body: until > from ? { householdId, personId, decisionId: id, status, from, until } : null,
  }));
}
