import { type Action, kindOfAction } from './actions.js';

/**
 * What emergency access opens of one person's file, to staff whose role does not hold it: who the person is, how to reach somebody, what is the matter
 * with them, who works with them. Reading alone. No money (applications, means, accounts, decisions, payments), no search, nobody else of the household.
 */
export const emergencyOpens: ReadonlySet<Action> = new Set<Action>([
  'person.read',
  'person.identity.read',
  'person.contact.read',
  'person.age.read',
  'person.circumstance.read',
  'consent.read',
  'case.read',
  'case.note.read',
  'careTeam.read',
  'agreement.read',
  'visit.read',
  'request.read',
  'needs.read',
  'referral.read',
  'referral.needs.read',
  'delivery.read',
  'placement.read',
]);

for (const action of emergencyOpens)
  if (kindOfAction(action) !== 'read') throw new Error(`emergency access must not open ${action}: it writes`);
