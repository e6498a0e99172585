import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { askHousehold, type HouseholdMemberFacts } from '../external/household.ask.js';
import { held, type Named, seen } from '../held.js';
import { disabilityOf, isPensioner } from '../means/means.member.rules.js';
import type { DeclaredMember } from '../means/means.model.js';
import { dueOn } from '../means/means.period.rules.js';
import { assessOrRefuse } from '../means/means.service.js';
import { Application, ApplicationState } from './application.entity.js';
import type { DeclareMeansInput } from './application.input.js';
import { ApplicationMember } from './application-member.entity.js';
import { declarationProblems } from './declaration.rules.js';
import { DeclaredIncome } from './declared-income.entity.js';

/** How a mutation names an application. */
export const namedApplication = (id: string): Named => ({
  id,
  field: 'applicationId',
  missing: { lv: 'Tāda iesnieguma jūsu pašvaldībā nav.', en: 'There is no such application in your municipality.' },
});

/**
 * Records the means of the household of an application; what was declared before is replaced, until a decision is proposed. Who belongs to the household
 * on the day of the application, how old they are and what they are, the registry is asked, and it fails closed. The means are tested by the rules of
 * that day: refuses RULE_MISSING where one is not known, so that no application waits for a decision that cannot be computed.
 */
export function declareMeans(context: Context, input: DeclareMeansInput): Promise<Payload<'application', Application>> {
  return mutate(context, 'application', async () => {
    const { em, municipality, today } = context;
    const asked = await seen(context, Application, namedApplication(input.applicationId));
    refuseDeclared(asked, input.version);
    const household = await askHousehold(context, asked.householdId, asked.submittedOn);
    const type = await context.load(benefitTypeByCode, asked.benefitTypeCode);
    const incomes = input.incomes.map((income) => ({ ...income, personId: income.personId.toLowerCase() }));
    const problems = declarationProblems({
      incomes,
      completeOn: input.completeOn ?? null,
      application: asked,
      meansTested: type?.meansTested ?? false,
      members: household.map(({ personId }) => personId),
      today,
    });
    if (problems.length) throw new Refusal(problems);
    const application = await held(context, Application, namedApplication(input.applicationId));
    refuseDeclared(application, input.version);
    await assessOrRefuse(context, {
      municipality,
      on: application.effectiveFrom ?? application.submittedOn,
      members: membersWith(household, incomes),
      housingCosts: input.housingCosts,
    });
    await em.nativeDelete(DeclaredIncome, { applicationId: application.id });
    await em.nativeDelete(ApplicationMember, { applicationId: application.id });
    storeMeans(context, application.id, household, incomes);
    application.housingCosts = input.housingCosts;
    application.assessedOn = application.effectiveFrom ?? application.submittedOn;
    application.completeOn = input.completeOn ?? application.completeOn ?? today;
    application.dueOn = dueOn(application.completeOn);
    const again = application.state === ApplicationState.MEANS_DECLARED;
    application.state = ApplicationState.MEANS_DECLARED;
    await em.flush();
    if (again) await touch(context, application);
    await context.audit.write(em, {
      action: 'means.declare',
      personId: application.applicantId,
      object: `application:${application.id}`,
      fields: ['completeOn', 'housingCosts', 'incomes'],
    });
    return application;
  });
}

/** The version grows with each declaration, also where only the incomes are others: who saw the means before must not decide on these. */
export async function touch({ em }: Context, application: Application): Promise<void> {
  const [row] = await em.execute<{ version: number }[]>('update application set version = version + 1 where id = ? returning version', [
    application.id,
  ]);
  em.clear();
  Object.assign(application, { version: row?.version });
}

function refuseDeclared({ version, state }: Application, expected: number): void {
  if (version !== expected) refuseStale();
  if (state === ApplicationState.SUBMITTED || state === ApplicationState.MEANS_DECLARED) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Ienākumus var deklarēt, kamēr lēmums nav sagatavots. Ja lēmums gaida apstiprināšanu, vispirms tas jāatdod.',
    'Means can be declared until a decision is proposed. If a proposal waits for approval, it must be returned first.',
    'applicationId',
  );
}

/** Makes the rows of the means of an application: the members of the household with what the rules ask of each, and their incomes. */
export function storeMeans(
  { em, municipality }: Context,
  applicationId: string,
  household: readonly HouseholdMemberFacts[],
  incomes: readonly Pick<DeclaredIncome, 'personId' | 'source' | 'monthly' | 'evidence'>[],
): void {
  for (const { personId, age, circumstances } of household) {
    em.create(ApplicationMember, {
      id: newId(),
      municipality,
      applicationId,
      personId,
      age,
      disability: disabilityOf(circumstances),
      pensioner: isPensioner(circumstances),
    });
  }
  for (const { personId, source, monthly, evidence } of incomes)
    em.create(DeclaredIncome, { id: newId(), municipality, applicationId, personId, source, monthly, evidence });
}

/** The members as the means test sees them, each with the own incomes by month. */
export function membersWith(
  household: readonly HouseholdMemberFacts[],
  incomes: readonly { personId: string; monthly: number[] }[],
): DeclaredMember[] {
  return household.map(({ personId, age, circumstances }) => ({
    age,
    disability: disabilityOf(circumstances),
    pensioner: isPensioner(circumstances),
    incomes: incomes.filter((income) => income.personId === personId).map(({ monthly }) => monthly),
  }));
}
