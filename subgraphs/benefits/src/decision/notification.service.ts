import { type Context, mutate, type Payload, ProblemCode, refuse } from '@atbalsts/graphql';
import { Application } from '../application/application.entity.js';
import { namedApplication } from '../application/declaration.service.js';
import { held, seen } from '../held.js';
import { addMonths } from '../means/means.period.rules.js';
import { namedDecision, requiredText } from './approval.service.js';
import { Decision, DecisionState } from './decision.entity.js';

/** How long a decision can be challenged from its notification, in months. Law on Administrative Procedure, section 79. */
export const challengeMonths = 1;

/**
 * Records the day on which an approved decision was notified; from then the month for a challenge runs. Paper comes late: the day may lie before the
 * day on which the approval was entered, but neither before the application nor in the future (INVALID). Law on Administrative Procedure, section 70.
 */
export function notifyDecision(context: Context, id: string, on: string): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const decision = await held(context, Decision, namedDecision(id));
    refuseUnless(decision, DecisionState.APPROVED, 'Paziņot var apstiprinātu lēmumu, vienreiz.', 'An approved decision is notified, once.');
    const application = await seen(context, Application, namedApplication(decision.applicationId));
    refuseOutside(on, application.submittedOn, context.today, {
      lv: 'Lēmumu paziņo ne agrāk kā iesnieguma dienā un ne nākotnē.',
      en: 'A decision is notified not before the day of the application, and not in the future.',
    });
    decision.state = DecisionState.NOTIFIED;
    decision.notifiedOn = on;
    decision.challengeUntil = addMonths(on, challengeMonths);
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'decision.notify',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: ['notifiedOn', 'state'],
    });
    return decision;
  });
}

/** Records a challenge: within the month from the notification (INVALID), with its grounds. Law on Administrative Procedure, sections 76 and 79. */
export function challengeDecision(context: Context, id: string, on: string, grounds: string): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const text = requiredText(grounds, 'grounds');
    const decision = await held(context, Decision, namedDecision(id));
    refuseUnless(decision, DecisionState.NOTIFIED, 'Apstrīdēt var paziņotu lēmumu, vienreiz.', 'A notified decision is challenged, once.');
    const application = await seen(context, Application, namedApplication(decision.applicationId));
    const { notifiedOn, challengeUntil } = decision as { notifiedOn: string; challengeUntil: string };
    refuseOutside(on, notifiedOn, context.today, {
      lv: 'Lēmumu apstrīd ne agrāk kā paziņošanas dienā un ne nākotnē.',
      en: 'A decision is challenged not before the day it was notified, and not in the future.',
    });
    refuseOutside(on, notifiedOn, challengeUntil, {
      lv: `Apstrīdēšanas termiņš beidzās ${challengeUntil}.`,
      en: `The term for a challenge ended on ${challengeUntil}.`,
    });
    decision.state = DecisionState.CHALLENGED;
    decision.challengedOn = on;
    decision.challengeGrounds = text;
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'decision.challenge',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: ['challengeGrounds', 'challengedOn', 'state'],
    });
    return decision;
  });
}

/** Refuses WRONG_STATE where a decision is not where this step begins. */
export function refuseUnless(decision: Decision, state: DecisionState, lv: string, en: string): void {
  if (decision.state !== state) refuse(ProblemCode.WRONG_STATE, lv, en, 'id');
}

/** Refuses INVALID where a day does not lie within two days, both included. */
export function refuseOutside(on: string, from: string, to: string, say: { lv: string; en: string }): void {
  if (on < from || on > to) refuse(ProblemCode.INVALID, say.lv, say.en, 'on');
}
