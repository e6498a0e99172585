import { newId } from '@atbalsts/database';
import { publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, type Problem, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { Application, ApplicationState } from '../application/application.entity.js';
import { namedApplication } from '../application/declaration.service.js';
import { applyChange } from '../change/change.approval.js';
import { askCaseWorkers } from '../external/case-worker.ask.js';
import { held, type Named, seen } from '../held.js';
import { Payment, PaymentState } from '../payment/payment.entity.js';
import { refuseUnseenDifferences } from '../register/difference.service.js';
import { benefitRuleOn } from '../rule/benefit-rule.loader.js';
import { approvalProblem, caseWorkerProblem, notProposed } from './approval.rules.js';
import { hasFormula } from './award.rules.js';
import { coveredBy } from './decision.cover.js';
import { Decision, DecisionState } from './decision.entity.js';
import { decisionFact, statusFacts } from './decision.facts.js';
import { longestText } from './decision.input.js';
import { type Covers, holdGrants, refusePaidMonths } from './earlier-grants.js';
import { monthOf, paymentMonths } from './period.rules.js';

/** How a mutation names a decision. */
export const namedDecision = (id: string): Named => ({
  id,
  field: 'id',
  missing: { lv: 'Tāda lēmuma jūsu pašvaldībā nav.', en: 'There is no such decision in your municipality.' },
});

const refuseIf = (found: Problem | null): void => {
  if (found) throw new Refusal([found]);
};

/**
 * Approves a proposal: from now on it holds, its payments are due, and the other domains are told. Never by who proposed it, nor by the case worker of
 * anybody it covers, whatever the role (FOUR_EYES); services is asked who that is, and it fails closed. Of many who approve at once one succeeds.
 */
export function approveDecision(context: Context, id: string, version: number): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const { em, employee, today } = context;
    const asked = await seen(context, Decision, namedDecision(id));
    refuseIf(approvalProblem(asked, { employee, version }));
    const persons = await coveredBy(context, asked.id);
    refuseIf(caseWorkerProblem(employee, await askCaseWorkers(context, persons)));
    const about = await seen(context, Application, namedApplication(asked.applicationId));
    const covers = await coversOf(context, about);
    await holdGrants(context, about, covers);
    const decision = await held(context, Decision, namedDecision(id));
    refuseIf(approvalProblem(decision, { employee, version }));
    const application = await held(context, Application, namedApplication(decision.applicationId));
    if (decision.outcome === 'GRANT') await refuseUnseenDifferences(context, application, decision.id);
    const payments = decision.changesId === null ? paymentsOf(decision, today) : [];
    const { from, months } = decision;
    if (from !== null && months !== null)
      await refusePaidMonths(context, application, covers, persons, paymentMonths({ from, months }), decision.chainId);
    decision.approvedById = employee;
    decision.approvedOn = today;
    decision.state = DecisionState.APPROVED;
    application.state = ApplicationState.DECIDED;
    for (const { month, amount } of payments) {
      em.create(Payment, {
        id: newId(),
        municipality: decision.municipality,
        decisionId: decision.id,
        month,
        amount,
        state: PaymentState.DUE,
        batchId: null,
        paidOn: null,
        rejectedReason: null,
        rejectedCode: null,
        part: 1,
        deducted: 0,
      });
    }
    await em.flush();
    if (decision.changesId !== null) await applyChange(context, decision, application);
    await publishMany(em, [decisionFact(decision, application), ...statusFacts(decision, persons)]);
    await context.audit.write(em, {
      action: 'decision.approve',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: ['approvedBy', 'state'],
    });
    return decision;
  });
}

/** Returns a proposal to who made it, with the reason; the application can be worked on again. Refuses STALE, WRONG_STATE, and INVALID without a reason. */
export function returnDecision(context: Context, id: string, version: number, reason: string): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const text = requiredText(reason, 'reason');
    const decision = await held(context, Decision, namedDecision(id));
    if (decision.version !== version) refuseStale();
    if (decision.state !== DecisionState.PROPOSED) refuseIf(notProposed());
    const application = await held(context, Application, namedApplication(decision.applicationId));
    decision.state = DecisionState.RETURNED;
    decision.returnReason = text;
    reopen(application);
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'decision.return',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: ['returnReason', 'state'],
    });
    return decision;
  });
}

/** An application that waits for a proposal again. */
export function reopen(application: Application): void {
  application.state = application.assessedOn === null ? ApplicationState.SUBMITTED : ApplicationState.MEANS_DECLARED;
}

/** A text without which an act is not complete, in the given field. */
export function requiredText(text: string, field: string): string {
  const plain = text.trim();
  if (plain && plain.length <= longestText) return plain;
  refuse(
    ProblemCode.INVALID,
    plain ? `Teksts ir garāks par ${longestText} zīmēm.` : 'Jānorāda pamatojums.',
    plain ? `The text is longer than ${longestText} characters.` : 'Say why.',
    field,
  );
}

/** What is paid on a decision: a sum each month of its period, or once in the month in which it is approved; nothing on a refusal. */
function paymentsOf({ monthlyAmount, amount, months, from }: Decision, today: string): { month: string; amount: number }[] {
  if (amount !== null) return [{ month: monthOf(today), amount }];
  if (monthlyAmount === null || months === null || from === null) return [];
  return paymentMonths({ from, months }).map((month) => ({ month, amount: monthlyAmount }));
}

async function coversOf(context: Context, application: Application): Promise<Covers> {
  const { benefitTypeCode: benefitType, legalGround, municipality, submittedOn: on } = application;
  if (legalGround === 'STANDARD' && hasFormula(benefitType)) return 'HOUSEHOLD';
  return (await context.load(benefitRuleOn, { benefitType, legalGround, municipality, on }))?.covers ?? 'HOUSEHOLD';
}
