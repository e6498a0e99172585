import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { benefitTypeByCode } from '../benefit-type/benefit-type.loader.js';
import { Application, ApplicationState } from './application.entity.js';
import type { SubmitApplicationInput } from './application.input.js';
import { type ApplicantFacts, formProblems, submissionProblems } from './application.rules.js';
import { plainIban } from './iban.rules.js';

/**
 * Records an application in the municipality of the token. The registry is asked who the applicant is, and fails closed. Refuses INVALID and NOT_FOUND
 * where it cannot be right, and DUPLICATE, showing the one that exists, where the same was submitted already. It has no due day until it is complete.
 */
export function submitApplication(context: Context, input: SubmitApplicationInput): Promise<Payload<'application', Application>> {
  return mutate(context, 'application', async () => {
    const { em, municipality, today } = context;
    const form = formProblems({ submission: input, today });
    if (form.length) throw new Refusal(form);
    const applicant = await askApplicant(context, input);
    const type = await context.load(benefitTypeByCode, input.benefitType);
    const problems = submissionProblems({ submission: input, type, applicant, municipality, today });
    if (problems.length) throw new Refusal(problems);
    await refuseDuplicate(context, input);
    const application = em.create(Application, {
      id: newId(),
      municipality,
      number: await nextApplicationNumber(context),
      applicantId: input.applicantId,
      householdId: input.householdId,
      benefitTypeCode: input.benefitType,
      legalGround: input.legalGround,
      submittedOn: input.submittedOn,
      completeOn: null,
      dueOn: null,
      state: ApplicationState.SUBMITTED,
      payeeAccount: input.payeeAccount ? plainIban(input.payeeAccount) : null,
      claimedCosts: input.claimedCosts ?? null,
      housingCosts: null,
      assessedOn: null,
      changesId: null,
      effectiveFrom: null,
      withdrawnOn: null,
      version: 1,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'application.submit',
      personId: application.applicantId,
      object: `application:${application.id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof SubmitApplicationInput] != null),
    });
    return application;
  });
}

const applicantQuery = `query($id: ID!, $on: Date!) {
  person(id: $id) { id declaredResidence { municipality { code } } household(on: $on) { id } circumstances(on: $on) { kind } }
}`;

interface AnsweredApplicant {
  person: {
    id: string;
    declaredResidence: { municipality: { code: string } } | null;
    household: { id: string } | null;
    circumstances: { kind: string }[] | null;
  } | null;
}

async function askApplicant(context: Context, { applicantId, submittedOn }: SubmitApplicationInput): Promise<ApplicantFacts | null> {
  const { person } = await context.ask<AnsweredApplicant>('registry', applicantQuery, { id: applicantId, on: submittedOn });
  return (
    person && {
      residence: person.declaredResidence?.municipality.code ?? null,
      household: person.household?.id ?? null,
      circumstances: (person.circumstances ?? []).map(({ kind }) => kind),
    }
  );
}

/** The same applicant, benefit, day and receipts: one application. Two that come at once wait for one another, so that the second sees the first. */
async function refuseDuplicate({ em, municipality }: Context, input: SubmitApplicationInput): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `application ${input.applicantId} ${input.benefitType} ${input.submittedOn}`,
  ]);
  const known = await em.findOne(Application, {
    municipality,
    applicantId: input.applicantId,
    benefitTypeCode: input.benefitType,
    submittedOn: input.submittedOn,
    claimedCosts: input.claimedCosts ?? null,
    changesId: null,
    state: { $ne: ApplicationState.WITHDRAWN },
  });
  if (!known) return;
  throw new Refusal(
    [
      problem(
        ProblemCode.DUPLICATE,
        'Šāds iesniegums jau ir reģistrēts. Turpiniet ar parādīto.',
        'This application is recorded already. Go on with the one shown.',
      ),
    ],
    known,
  );
}

/** The next number of an application. */
export async function nextApplicationNumber({ em, today }: Context): Promise<string> {
  const [row] = await em.execute<{ number: string }[]>(`select number_of(?, nextval('application_number')) as number`, [
    `SP-${today.slice(0, 4)}-`,
  ]);
  return (row as { number: string }).number;
}
