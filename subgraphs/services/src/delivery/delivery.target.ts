import { type Context, type Problem, ProblemCode, problem, refuse } from '@atbalsts/graphql';
import { consentsOf } from '../referral/consent.loader.js';
import { type ConsentView, openedOn, openScopes } from '../referral/consent.rules.js';
import { noConsent } from '../referral/no-consent.js';
import { type Referral, ReferralState } from '../referral/referral.entity.js';
import { referralById } from '../referral/referral.loader.js';
import { requestById } from '../service-request/service-request.loader.js';
import { grantProblems } from './delivery.rules.js';

/** To what a delivery belongs, and why nothing may be delivered on it. */
export interface DeliveryTarget {
  municipality: string;
  personId: string;
  referralId: string | null;
  organisationId: string | null;
  requestId: string | null;
  /** What is wrong with delivering on it on a day; does not concern who sends again what is recorded. */
  problemsOn(on: string): Problem[];
}

/** What is named by the sender. */
interface Named {
  referralId?: string | null;
  requestId?: string | null;
}

/**
 * What the delivery belongs to, as far as it is the principal's: a partner reaches its own referrals, each with a live consent of scope DELIVERY, staff
 * those and the requests of their own town. What staff enter is the town's own record and shows a partner nothing, so it asks for no consent; but paper
 * that comes late must find its place. Refuses NOT_FOUND and NO_CONSENT.
 */
export async function targetOf(context: Context, { referralId, requestId }: Named): Promise<DeliveryTarget> {
  return referralId ? targetReferral(context, referralId) : targetRequest(context, requestId ?? '');
}

async function targetReferral(context: Context, id: string): Promise<DeliveryTarget> {
  const referral = await context.load(referralById, id);
  if (!referral) refuse(ProblemCode.NOT_FOUND, 'Šāda nosūtījuma nav.', 'There is no such referral.', 'referralId');
  const consents = context.principal.audience === 'PARTNER' ? await consentsOrRefuse(context, referral) : null;
  return {
    municipality: referral.municipality,
    personId: referral.personId,
    referralId: referral.id,
    organisationId: referral.organisationId,
    requestId: null,
    problemsOn(on) {
      if (!takes(context, referral, on)) return [notAccepted];
      return consents === null || openedOn(consents, referral.organisationId, 'DELIVERY', on) ? [] : [withoutConsentThen];
    },
  };
}

/** An accepted referral takes deliveries; staff may enter late paper of the days before an accepted one was ended. */
function takes({ principal }: Context, { recorded, answeredOn, endedOn }: Referral, on: string): boolean {
  if (recorded === ReferralState.ACCEPTED) return true;
  return principal.audience === 'STAFF' && answeredOn !== null && endedOn !== null && on <= endedOn;
}

/** The consents of the person; refuses NO_CONSENT where none is live today. */
async function consentsOrRefuse(context: Context, { personId, organisationId }: Referral): Promise<readonly ConsentView[]> {
  const consents = await context.load(consentsOf, personId);
  if (!openScopes(consents, organisationId, context.today).has('DELIVERY')) noConsent('referralId');
  return consents;
}

async function targetRequest(context: Context, id: string): Promise<DeliveryTarget> {
  const request = context.principal.audience === 'PARTNER' ? null : await context.load(requestById, id);
  if (!request) refuse(ProblemCode.NOT_FOUND, 'Šāda pieprasījuma nav.', 'There is no such request.', 'requestId');
  return {
    municipality: request.municipality,
    personId: request.personId,
    referralId: null,
    organisationId: null,
    requestId: request.id,
    problemsOn: (on) => grantProblems(on, request),
  };
}

/** A partner records nothing of days on which the person had not consented: there was nothing that it might know of them. */
const withoutConsentThen = problem(
  ProblemCode.NO_CONSENT,
  'Šajā dienā personas piekrišana jūsu organizācijai nebija spēkā. Norādiet dienu, kurā tā bija spēkā.',
  'On that day no consent of the person to your organisation held. Name a day on which it did.',
  'on',
);

const notAccepted = problem(
  ProblemCode.WRONG_STATE,
  'Nosūtījums nav pieņemts vai ir beidzies.',
  'The referral is not accepted, or has ended.',
  'referralId',
);
