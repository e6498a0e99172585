import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, refuse, refuseStale } from '@atbalsts/graphql';
import { type RegisterAnswer as Answer, type RegisterOutcome as Outcome, stateRegisters, subjectFor } from '@atbalsts/registers';
import { Application, ApplicationState } from '../application/application.entity.js';
import { namedApplication, touch } from '../application/declaration.service.js';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { askHousehold, type HouseholdMemberFacts } from '../external/household.ask.js';
import { askIdentities, type IdentityFacts } from '../external/identity.ask.js';
import { held, seen } from '../held.js';
import { daysFor, meansTestBasis, questionsFor } from './asking.rules.js';
import { registersInUse } from './ports.js';
import { RegisterOutcome, RegisterReason, type StateRegister } from './register.enums.js';
import type { AskRegistersInput } from './register.input.js';
import { RegisterAnswer, type ToldFacts } from './register-answer.entity.js';
import { RegisterQuestion } from './register-question.entity.js';

/** A question of one member to one register, and what became of it. */
interface Asked {
  member: HouseholdMemberFacts;
  identity: IdentityFacts;
  register: StateRegister;
  days: { from: string; until: string };
  askedAt: Date;
  outcome: Outcome | { kind: 'NOT_ASKED'; reason: 'NO_CODE' };
}

/**
 * Asks the state registers about the members of the household on the day of an application, all at once, and keeps what they tell as evidence of it. Each question leaves
 * its trace, whatever becomes of it. A register that gives no answer is UNAVAILABLE and may be asked again; the rest is kept, and nothing waits for it. The application is
 * not held meanwhile. What was asked is recorded even where the application has changed since.
 */
export function askRegisters(context: Context, input: AskRegistersInput): Promise<Payload<'application', Application>> {
  return mutate(context, 'application', async () => {
    const { em, municipality } = context;
    await refuseAskedAtOnce(context, input.applicationId);
    const about = await seen(context, Application, namedApplication(input.applicationId));
    await refuseUnasked(context, about, input.version);
    const household = await askHousehold(context, about.householdId, about.submittedOn);
    const identities = await askIdentities(
      context,
      household.map(({ personId }) => personId),
    );
    const asked = await Promise.all(
      questionsFor(household, input.registers ?? stateRegisters).map(({ member, register }) =>
        put(context, about, member, identities.get(member.personId) as IdentityFacts, register as StateRegister),
      ),
    );
    const application = await held(context, Application, namedApplication(input.applicationId));
    const home = addressOf(asked, application.applicantId);
    for (const one of asked) keep(context, application, one, home);
    await em.flush();
    await touch(context, application);
    for (const { personId } of household) {
      await context.audit.write(em, {
        action: 'register.ask',
        personId,
        municipality,
        object: `application:${application.id}`,
        fields: asked.filter(({ member }) => member.personId === personId).map(({ register }) => register),
      });
    }
    return application;
  });
}

/** One who asks for an application makes everybody else come back later, so that nobody is asked about twice. */
async function refuseAskedAtOnce({ em }: Context, applicationId: string): Promise<void> {
  const [row] = await em.execute<{ held: boolean }[]>('select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as held', [
    `registers of ${applicationId.toLowerCase()}`,
  ]);
  if (row?.held) return;
  refuse(
    ProblemCode.WRONG_STATE,
    'Šim iesniegumam reģistriem patlaban jautā kāds cits. Pēc brīža ielasiet iesniegumu vēlreiz.',
    'Somebody else is asking the registers for this application right now. Read the application again in a moment.',
    'applicationId',
  );
}

/** Nobody is asked about without need: a means test, and a decision still to come (Regulation (EU) 2016/679, article 5(1)(b) and (c)). */
async function refuseUnasked(
  context: Context,
  { version, state, legalGround, benefitTypeCode }: Application,
  expected: number,
): Promise<void> {
  if (version !== expected) refuseStale();
  if (state === ApplicationState.DECIDED || state === ApplicationState.WITHDRAWN)
    refuse(
      ProblemCode.WRONG_STATE,
      'Reģistriem jautā, kamēr lēmums nav pieņemts.',
      'The registers are asked until the decision is taken.',
      'applicationId',
    );
  const type = await context.load(benefitTypeByCode, benefitTypeCode);
  if (!type?.meansTested || legalGround !== 'STANDARD')
    refuse(
      ProblemCode.INVALID,
      'Šim iesniegumam ienākumus nevērtē, tāpēc reģistriem nejautā.',
      'No means are tested for this application, so the registers are not asked.',
      'applicationId',
    );
}

async function put(
  { principal, municipality, requestId }: Context,
  { submittedOn }: Application,
  member: HouseholdMemberFacts,
  identity: IdentityFacts,
  register: StateRegister,
): Promise<Asked> {
  const days = daysFor(register, submittedOn);
  const subject = subjectFor(register, identity);
  const askedAt = new Date();
  const outcome: Asked['outcome'] = subject
    ? await registersInUse().ask({
        register,
        subject,
        ...days,
        basis: { kind: 'LAW', citation: meansTestBasis.citation },
        purpose: meansTestBasis.purpose,
        asker: { municipality, subject: principal.subject },
        requestId,
      })
    : { kind: 'NOT_ASKED', reason: 'NO_CODE' };
  return { member, identity, register, days, askedAt, outcome };
}

/** Writes the trace of a question, and the answer beside it. */
function keep({ em, municipality, employee, requestId }: Context, application: Application, asked: Asked, home: string | null): void {
  const { member, identity, register, days, askedAt, outcome } = asked;
  const { personId } = member;
  const shared = { municipality, applicationId: application.id, personId, register };
  const question = em.create(RegisterQuestion, {
    id: newId(),
    ...shared,
    purpose: meansTestBasis.purpose,
    legalBasis: meansTestBasis.citation,
    ...days,
    askedById: employee,
    askedAt,
    requestId,
    outcome: outcome.kind as RegisterOutcome,
    reason: 'reason' in outcome ? (outcome.reason as RegisterReason) : null,
    fromCache: 'fromCache' in outcome && outcome.fromCache,
  });
  if (outcome.kind !== 'ANSWERED') return;
  em.create(RegisterAnswer, {
    id: newId(),
    ...shared,
    questionId: question.id,
    told: toldBy(outcome.answer, home),
    recorded: { residence: identity.residence, unemployed: member.circumstances.includes('UNEMPLOYED') },
  });
}

/** What is kept of an answer: of an address only whether it is the applicant's. */
function toldBy(answer: Answer, home: string | null): ToldFacts {
  switch (answer.register) {
    case 'POPULATION': {
      const { residence, deceasedOn } = answer;
      const withApplicant = home === null || residence === null ? null : residence.addressKey === home;
      return { residence: residence?.municipality ?? null, withApplicant, deceasedOn };
    }
    case 'EMPLOYMENT':
      return { unemployedSince: answer.unemployedSince };
    default:
      return { incomes: answer.incomes };
  }
}

/** The key of the address at which a member is declared, as the population register told now; null where it did not. */
function addressOf(asked: readonly Asked[], personId: string): string | null {
  for (const { member, outcome } of asked)
    if (member.personId === personId && outcome.kind === 'ANSWERED' && outcome.answer.register === 'POPULATION')
      return outcome.answer.residence?.addressKey ?? null;
  return null;
}
