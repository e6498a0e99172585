import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { Application, ApplicationState } from '../application/application.entity.js';
import { nextApplicationNumber } from '../application/application.service.js';
import { declarationProblems } from '../application/declaration.rules.js';
import { membersWith, namedApplication, storeMeans } from '../application/declaration.service.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { namedDecision } from '../decision/approval.service.js';
import { Decision } from '../decision/decision.entity.js';
import { askHousehold } from '../external/household.ask.js';
import { held, holdBack, seen } from '../held.js';
import { dueOn } from '../means/means.period.rules.js';
import { assessOrRefuse } from '../means/means.service.js';
import { type ChainPeriod, chainOf, periodOfChain } from './chain.js';
import type { DeclareChangeInput } from './change.input.js';
import { changeableProblem, changeDayProblem, effectiveFrom } from './change.rules.js';

const changed = (id: string) => ({ ...namedDecision(id), field: 'decisionId' });

/**
 * Records a change of income or household inside a granted period: an application on which a decision is proposed and approved as on any other, which then
 * revokes the one that is changed. Who belongs to the household on the day of the change the registry is asked; the means are tested by the rules of the first
 * day on which the change counts. Refuses WRONG_STATE where the decision does not hold, is challenged or a change of it waits already; STALE; RULE_MISSING.
 */
export function declareChange(context: Context, input: DeclareChangeInput): Promise<Payload<'application', Application>> {
  return mutate(context, 'application', async () => {
    const { em, municipality, today } = context;
    const { decision, period } = await changeable(context, await seen(context, Decision, changed(input.decisionId)), input);
    const before = await seen(context, Application, namedApplication(decision.applicationId));
    const type = await context.load(benefitTypeByCode, before.benefitTypeCode);
    const tested = (type?.meansTested ?? false) && before.legalGround === 'STANDARD';
    const householdId = input.householdId?.toLowerCase() ?? before.householdId;
    const household = await askHousehold(context, householdId, input.on);
    const incomes = input.incomes.map((income) => ({ ...income, personId: income.personId.toLowerCase() }));
    refuseMeans(
      before,
      household.map(({ personId }) => personId),
      incomes,
      tested,
      { on: input.on, today },
    );
    const from = effectiveFrom(input.on, period);
    const housingCosts = input.housingCosts ?? before.housingCosts ?? 0;
    if (tested) await assessOrRefuse(context, { municipality, on: from, members: membersWith(household, incomes), housingCosts });
    await holdBack(context, `change of ${chainOf(decision)}`);
    await refuseWaiting(context, decision.id);
    await changeable(context, await held(context, Decision, changed(input.decisionId)), input);
    const application = em.create(Application, {
      id: newId(),
      municipality,
      number: await nextApplicationNumber(context),
      applicantId: before.applicantId,
      householdId,
      benefitTypeCode: before.benefitTypeCode,
      legalGround: before.legalGround,
      submittedOn: input.on,
      completeOn: today,
      dueOn: dueOn(today),
      state: tested ? ApplicationState.MEANS_DECLARED : ApplicationState.SUBMITTED,
      payeeAccount: before.payeeAccount,
      claimedCosts: before.claimedCosts,
      housingCosts: tested ? housingCosts : null,
      assessedOn: tested ? from : null,
      changesId: decision.id,
      effectiveFrom: from,
      withdrawnOn: null,
      version: 1,
    });
    if (tested) storeMeans(context, application.id, household, incomes);
    await em.flush();
    await context.audit.write(em, {
      action: 'change.declare',
      personId: application.applicantId,
      object: `application:${application.id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof DeclareChangeInput] != null),
    });
    return application;
  });
}

/** The decision with the period of its benefit, where it can be changed as of the day. */
async function changeable(
  context: Context,
  decision: Decision,
  { version, on }: Pick<DeclareChangeInput, 'version' | 'on'>,
): Promise<{ decision: Decision; period: ChainPeriod }> {
  const period = await periodOfChain(context, chainOf(decision));
  const wrong =
    changeableProblem({ state: decision.state, version: decision.version, monthly: period !== null }, version) ??
    (period && changeDayProblem(on, period, context.today));
  if (wrong || !period) throw new Refusal(wrong ? [wrong] : []);
  return { decision, period };
}

async function refuseWaiting({ em }: Context, decisionId: string): Promise<void> {
  if (!(await em.count(Application, { changesId: decisionId, state: { $ne: ApplicationState.WITHDRAWN } }))) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Šī lēmuma izmaiņas jau ir reģistrētas. Pieņemiet lēmumu par tām vai atsauciet tās.',
    'A change of this decision is recorded already. Decide on it or withdraw it.',
    'decisionId',
  );
}

function refuseMeans(
  { applicantId, legalGround }: Application,
  members: readonly string[],
  incomes: readonly { personId: string; monthly: number[] }[],
  tested: boolean,
  { on, today }: { on: string; today: string },
): void {
  if (!members.includes(applicantId)) {
    refuse(
      ProblemCode.INVALID,
      'Iesniedzējs izmaiņu dienā nav šajā mājsaimniecībā. Norādiet mājsaimniecību, kurā iesniedzējs ir.',
      'The applicant does not belong to this household on the day of the change. Name the household the applicant belongs to.',
      'householdId',
    );
  }
  const application = { submittedOn: on, applicantId, legalGround };
  const found = tested
    ? declarationProblems({ incomes, completeOn: null, application, meansTested: true, members, today })
    : incomes.length
      ? [problem(ProblemCode.INVALID, 'Šim pabalstam ienākumus nevērtē.', 'No means are tested for this benefit.', 'incomes')]
      : [];
  if (found.length) throw new Refusal(found);
}
