import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { Application, ApplicationState } from '../application/application.entity.js';
import { namedApplication } from '../application/declaration.service.js';
import { type ChangeTerms, changeTermsOf } from '../change/chain.js';
import { held, seen } from '../held.js';
import { HouseholdStatus } from '../means/means.model.js';
import { addMonths, dueOn } from '../means/means.period.rules.js';
import { keepDifferences, proposedDifferences } from '../register/difference.service.js';
import { awardOf, isAward } from './award.rules.js';
import { cover } from './decision.cover.js';
import { Decision, DecisionOutcome, DecisionState } from './decision.entity.js';
import type { ProposeDecisionInput } from './decision.input.js';
import { grantsWithin, holdGrants, refusePaidMonths } from './earlier-grants.js';
import { isPeriod, paymentMonths, periodOf, startOf, startProblem } from './period.rules.js';
import { grantFacts, type ProposalFacts, refusalFacts } from './proposal.facts.js';

/** What a proposal says besides who made it. */
type Terms = Pick<
  Decision,
  'outcome' | 'monthlyAmount' | 'amount' | 'months' | 'from' | 'until' | 'householdStatus' | 'statusFrom' | 'statusUntil' | 'statedReasons'
>;

/**
 * Proposes a decision on an application. The amount follows from the declared means, or from the dated rule of the benefit, as of the day of the
 * application. Refuses INVALID where nothing can be granted, with why; RULE_MISSING where a rule of the day is not known; WRONG_STATE where the means
 * are still to be declared or a decision is proposed already; OVERLAP where a month is paid by another decision.
 */
export function proposeDecision(context: Context, input: ProposeDecisionInput): Promise<Payload<'decision', Decision>> {
  return mutate(context, 'decision', async () => {
    const { em, municipality, today, employee } = context;
    const asked = await seen(context, Application, namedApplication(input.applicationId));
    refuseProposed(asked, input.version);
    const grants = input.outcome === DecisionOutcome.GRANT;
    if (!grants) refuseUnreasoned(input);
    const facts = grants ? await grantFacts(context, asked) : await refusalFacts(context, asked);
    if (grants) await holdGrants(context, asked, (facts as ProposalFacts).covers);
    const application = await held(context, Application, namedApplication(input.applicationId));
    refuseProposed(application, input.version);
    const differences = await proposedDifferences(context, application, { grants, explanation: input.differencesExplained });
    const change = await changeTermsOf(context, application);
    const terms = grants ? await granted(context, application, input, facts as ProposalFacts, change) : refused(input, facts, change);
    application.state = ApplicationState.PROPOSED;
    application.completeOn ??= today;
    application.dueOn ??= dueOn(application.completeOn);
    const decision = em.create(Decision, {
      id: newId(),
      municipality,
      number: await nextNumber(context),
      applicationId: application.id,
      householdId: application.householdId,
      ...terms,
      changesId: change?.changesId ?? null,
      chainId: change?.chainId ?? null,
      proposedById: employee,
      proposedOn: today,
      approvedById: null,
      approvedOn: null,
      state: DecisionState.PROPOSED,
      notifiedOn: null,
      challengeUntil: null,
      revokedFrom: null,
      returnReason: null,
      challengedOn: null,
      challengeGrounds: null,
      challengeDecidedOn: null,
      challengeDecidedById: null,
      challengeReasons: null,
      version: 1,
    });
    await em.flush();
    await cover(context, decision.id, facts.persons);
    await keepDifferences(context, decision.id, differences);
    await context.audit.write(em, {
      action: 'decision.propose',
      personId: application.applicantId,
      object: `decision:${decision.id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof ProposeDecisionInput] != null),
    });
    return decision;
  });
}

async function granted(
  context: Context,
  application: Application,
  input: ProposeDecisionInput,
  facts: ProposalFacts,
  change: ChangeTerms | null,
): Promise<Terms> {
  const { rule, means, heldStatus, covers } = facts;
  const earlier = rule?.periodMonths
    ? await grantsWithin(context, application, covers, facts.persons, rule.periodMonths)
    : { count: 0, sum: 0 };
  const award = awardOf({
    benefitType: application.benefitTypeCode,
    needsStatus: facts.needsStatus,
    status: means?.status ?? heldStatus?.status ?? null,
    means,
    rule,
    claimedCosts: application.claimedCosts,
    gmiSum: facts.gmiSum,
    earlier,
  });
  if (!isAward(award)) throw new Refusal([award]);
  const asked = { submittedOn: application.submittedOn, from: input.from ?? null };
  const reasons = input.reasons?.trim() || null;
  if (change) return changed(input, facts, change, award.amount);
  const status = statusTerms(facts, startOf(asked));
  if (!award.monthly) {
    refusePeriodOfOneOff(input, status.statusFrom !== null, asked);
    return { ...noPeriod, ...status, outcome: DecisionOutcome.GRANT, amount: award.amount, statedReasons: reasons };
  }
  const period = periodOf({
    ...asked,
    months: input.months ?? null,
    mostMonths: award.mostMonths,
    statusMonths: facts.statusMonths,
    statusUntil: heldStatus?.until ?? null,
  });
  if (!isPeriod(period)) throw new Refusal([period]);
  await refusePaidMonths(context, application, covers, facts.persons, paymentMonths(period));
  return { ...noPeriod, ...status, ...period, outcome: DecisionOutcome.GRANT, monthlyAmount: award.amount, statedReasons: reasons };
}

const noPeriod = { monthlyAmount: null, amount: null, months: null, from: null, until: null } as const;

/** The status that declared means find begins with the benefit; one that is held already stays as it is. */
function statusTerms({ means, statusMonths }: ProposalFacts, from: string): Pick<Terms, 'householdStatus' | 'statusFrom' | 'statusUntil'> {
  if (!means || statusMonths === null) return { householdStatus: null, statusFrom: null, statusUntil: null };
  if (means.status === HouseholdStatus.NONE) return { householdStatus: means.status, statusFrom: null, statusUntil: null };
  return { householdStatus: means.status, statusFrom: from, statusUntil: addMonths(from, statusMonths) };
}

/** A change grants the rest of the period, no more and no less, with the status to where it would have lasted. */
function changed(input: ProposeDecisionInput, facts: ProposalFacts, change: ChangeTerms, amount: number): Terms {
  const { from, months, until } = change;
  if ((input.from ?? from) !== from || (input.months ?? months) !== months) {
    throw new Refusal([
      problem(
        ProblemCode.INVALID,
        `Izmaiņas attiecas uz atlikušo periodu: ${months} mēn. no ${from}.`,
        `A change is for the rest of the period: ${months} months from ${from}.`,
        input.from && input.from !== from ? 'from' : 'months',
      ),
    ]);
  }
  return {
    ...noPeriod,
    ...changedStatus(facts, change),
    from,
    months,
    until,
    outcome: DecisionOutcome.GRANT,
    monthlyAmount: amount,
    statedReasons: input.reasons?.trim() || null,
  };
}

/** The status by the means since a change, for the rest of the time for which the changed decision gave one. */
function changedStatus(
  { means }: Pick<ProposalFacts, 'means'>,
  { from, statusUntil }: ChangeTerms,
): Pick<Terms, 'householdStatus' | 'statusFrom' | 'statusUntil'> {
  const status = means?.status ?? null;
  if (status === null || status === HouseholdStatus.NONE || statusUntil <= from)
    return { householdStatus: status, statusFrom: null, statusUntil: null };
  return { householdStatus: status, statusFrom: from, statusUntil };
}

/** A refusal says what status the means give, but begins none: what is doubted may be the means themselves (assumed). A refusal on a change ends the benefit alone. */
function refused(input: ProposeDecisionInput, { means }: Pick<ProposalFacts, 'means'>, change: ChangeTerms | null): Terms {
  return {
    ...noPeriod,
    outcome: DecisionOutcome.REFUSE,
    householdStatus: means?.status ?? null,
    statusFrom: null,
    statusUntil: null,
    ...(change ? changedStatus({ means }, change) : {}),
    statedReasons: input.reasons?.trim() ?? null,
  };
}

function refuseUnreasoned({ reasons, from, months }: ProposeDecisionInput): void {
  const found = [
    ...(reasons?.trim()
      ? []
      : [problem(ProblemCode.INVALID, 'Atteikumam jānorāda pamatojums.', 'A refusal needs its reasons.', 'reasons')]),
    ...(from ? [problem(ProblemCode.INVALID, 'Atteikumam nav perioda.', 'A refusal has no period.', 'from')] : []),
    ...(months != null ? [problem(ProblemCode.INVALID, 'Atteikumam nav perioda.', 'A refusal has no period.', 'months')] : []),
  ];
  if (found.length) throw new Refusal(found);
}

function refusePeriodOfOneOff(
  { months, from }: ProposeDecisionInput,
  findsStatus: boolean,
  asked: { submittedOn: string; from: string | null },
): void {
  const once = (field: string) =>
    problem(ProblemCode.INVALID, 'Šo pabalstu izmaksā vienreiz; perioda tam nav.', 'This benefit is paid once; it has no period.', field);
  const wrongStart = findsStatus ? startProblem(asked) : from ? once('from') : null;
  const found = [...(months != null ? [once('months')] : []), ...(wrongStart ? [wrongStart] : [])];
  if (found.length) throw new Refusal(found);
}

function refuseProposed({ version, state }: Application, expected: number): void {
  if (version !== expected) refuseStale();
  if (state === ApplicationState.SUBMITTED || state === ApplicationState.MEANS_DECLARED) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Par šo iesniegumu lēmums jau ir sagatavots vai pieņemts, vai arī tas ir atsaukts.',
    'A decision on this application is proposed or taken already, or it was withdrawn.',
    'applicationId',
  );
}

async function nextNumber({ em, today }: Context): Promise<string> {
  const [row] = await em.execute<{ number: string }[]>(`select number_of(?, nextval('decision_number')) as number`, [
    `L-${today.slice(0, 4)}-`,
  ]);
  return (row as { number: string }).number;
}
