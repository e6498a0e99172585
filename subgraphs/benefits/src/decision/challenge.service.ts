import { publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, refuse } from '@atbalsts/graphql';
import { Application } from '../application/application.entity.js';
import { namedApplication } from '../application/declaration.service.js';
import { held } from '../held.js';
import { dueOn } from '../means/means.period.rules.js';
import { cancelPayments, holdPayments } from '../payment/payment.service.js';
import { namedDecision, reopen, requiredText } from './approval.service.js';
import { coveredBy } from './decision.cover.js';
import { Decision, DecisionState } from './decision.entity.js';
import { statusFacts } from './decision.facts.js';
import { refuseOutside, refuseUnless } from './notification.service.js';

/** How a challenge was decided. */
export interface ChallengeRuling {
  id: string;
  on: string;
  upheld: boolean;
  reasons: string;
}

/**
 * Decides a challenge, never by who approved the decision (FOUR_EYES). Upheld, it stays as it is. Otherwise it is revoked from that day on: what is
 * still due on it is cancelled, the others are told, and the application waits for a new decision, due one month later.
 */
export function decideChallenge(context: Context, { id, on, upheld, reasons }: ChallengeRuling): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const { em, employee, today } = context;
    const text = requiredText(reasons, 'reasons');
    if (!upheld) await holdPayments(context);
    const decision = await held(context, Decision, namedDecision(id));
    refuseUnless(decision, DecisionState.CHALLENGED, 'Lēmums nav apstrīdēts.', 'The decision is not challenged.');
    if (decision.approvedById === employee) {
      refuse(
        ProblemCode.FOUR_EYES,
        'Apstrīdēšanu izlemj cits cilvēks, nevis tas, kurš lēmumu apstiprināja.',
        'Another person than who approved the decision decides on the challenge.',
      );
    }
    refuseOutside(on, decision.challengedOn as string, today, {
      lv: 'Apstrīdēšanu izlemj ne agrāk kā tās dienā un ne nākotnē.',
      en: 'A challenge is decided not before its day, and not in the future.',
    });
    const application = await held(context, Application, namedApplication(decision.applicationId));
    decision.state = upheld ? DecisionState.UPHELD : DecisionState.REVOKED;
    decision.challengeDecidedOn = on;
    decision.challengeDecidedById = employee;
    decision.challengeReasons = text;
    if (!upheld) {
      decision.revokedFrom = on;
      reopen(application);
      application.dueOn = dueOn([on, application.completeOn ?? on].sort()[1] as string);
    }
    await em.flush();
    if (!upheld) {
      await cancelPayments(context, [decision.id]);
      await publishMany(em, statusFacts(decision, await coveredBy(context, decision.id)));
    }
    await context.audit.write(em, {
      action: 'challenge.decide',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: ['challengeReasons', 'state', ...(upheld ? [] : ['revokedFrom'])],
    });
    return decision;
  });
}
