import { useMemo } from 'react';
import { type Action, useMay } from '../../shell/may.js';
import { emergencyOpens, useGlass } from './emergency-store.js';

/** Parts of the page that only some roles are shown, and what each asks for. */
const parts = {
  household: 'household.read',
  status: 'household.status.read',
  circumstances: 'person.circumstance.read',
  consents: 'consent.read',
  representation: 'representation.read',
  cases: 'case.read',
  caseDocuments: 'case.document.read',
  team: 'careTeam.read',
  agreement: 'agreement.read',
  requests: 'request.read',
  referrals: 'referral.read',
  benefits: 'decision.read',
  applications: 'application.read',
  applicationDocuments: 'application.document.read',
  placement: 'placement.read',
  placementDocuments: 'placement.document.read',
  timeline: 'timeline.read',
  identity: 'person.identity.read',
  contact: 'person.contact.read',
} as const satisfies Record<string, Action>;

/** Which parts the person at the screen is shown of one client. */
export type Sight = Readonly<Record<keyof typeof parts, boolean>>;

/** Which parts are asked of the graph: those of the role, and those that an emergency access opens. */
export function useSight(personId: string): { sight: Sight; emergency: string | null } {
  const may = useMay();
  const glass = useGlass(personId);
  const emergency = glass?.id ?? null;
  return useMemo(() => {
    const sees = (action: Action) => may(action).allowed || (emergency !== null && emergencyOpens.includes(action));
    const entries = Object.entries(parts).map(([part, action]) => [part, sees(action)]);
    return { sight: Object.fromEntries(entries) as Sight, emergency };
  }, [may, emergency]);
}
