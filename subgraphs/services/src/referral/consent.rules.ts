/** A consent as the registry shows it: who may see, which parts, from when until before when, and when it was withdrawn. */
export interface ConsentView {
  organisationId: string;
  scopes: readonly string[];
  from: string;
  /** The first day it no longer holds. */
  until: string;
  /** The moment it was withdrawn; null while it was not. */
  withdrawnAt: string | null;
}

/** A referral as it is recorded, without its consents. */
export type RecordedState = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'ENDED';

/** Whether a consent holds on a day. Withdrawn is withdrawn, at once and for good. Regulation (EU) 2016/679, article 7(3). */
export function isLive(consent: ConsentView, today: string): boolean {
  return consent.withdrawnAt === null && consent.from <= today && today < consent.until;
}

/** The consents given to an organisation that hold on a day. */
export function liveConsents(consents: readonly ConsentView[], organisationId: string, today: string): ConsentView[] {
  return consents.filter((consent) => consent.organisationId === organisationId && isLive(consent, today));
}

/** Which parts of the file the live consents open to an organisation on a day; none without a live consent. */
export function openScopes(consents: readonly ConsentView[], organisationId: string, today: string): ReadonlySet<string> {
  return new Set(liveConsents(consents, organisationId, today).flatMap((consent) => consent.scopes));
}

/** Whether a consent that was not withdrawn opened a part of the file to an organisation on a day: also one that has run out meanwhile. */
export function openedOn(consents: readonly ConsentView[], organisationId: string, scope: string, on: string): boolean {
  return liveConsents(consents, organisationId, on).some(({ scopes }) => scopes.includes(scope));
}

/** What a referral is on a day: an open one without a live consent is withdrawn; what has been declined or has ended stays so. */
export function referralState(recorded: RecordedState, hasLiveConsent: boolean): RecordedState | 'CONSENT_WITHDRAWN' {
  const open = recorded === 'OFFERED' || recorded === 'ACCEPTED';
  return open && !hasLiveConsent ? 'CONSENT_WITHDRAWN' : recorded;
}
