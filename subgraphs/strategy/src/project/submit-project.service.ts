import { isId, newId, periodContains } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import { ProjectCall } from '../project-call/project-call.entity.js';
import { Project } from './project.entity.js';
import type { SubmitProjectInput } from './project.input.js';
import { projectProblems } from './project.rules.js';

/**
 * Submits a project to a call: of the own municipality for staff, of the own organisation for a partner. Every rule of the call that it breaks is named:
 * INVALID, BUDGET_EXCEEDED, NOT_REGISTERED, WRONG_STATE outside its term. DUPLICATE for the same title again; NOT_FOUND for a call that does not exist, or
 * is of another region than the municipality.
 */
export function submitProject(context: Context, input: SubmitProjectInput): Promise<Payload<'project', Project>> {
  return mutate(context, 'project', async () => {
    const { em, today, principal } = context;
    const applicant = applicantOf(context);
    const call = await callOf(context, input.callId, applicant);
    const registration = input.registration?.trim() ?? '';
    const registered = registration !== '' && (await isRegistered(context, registration));
    const problems = projectProblems({ ...input, registered }, call, today);
    if (problems.length) throw new Refusal(problems);
    const title = input.title.trim();
    // Of two submissions at once the second waits, and sees the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`project ${call.id} ${applicant.municipality}`]);
    const mine = await em.find(Project, { callId: call.id, municipality: applicant.municipality });
    const twin = mine.find((one) => one.title.toLowerCase() === title.toLowerCase());
    if (twin) throw new Refusal([submittedAlready()], twin);
    const { from, months, amount, totalCosts, infrastructure } = input;
    const project = em.create(Project, {
      id: newId(),
      ...applicant,
      callId: call.id,
      region: call.regionCode,
      title,
      summary: input.summary.trim(),
      from,
      months,
      amount,
      totalCosts,
      infrastructure,
      registration,
      registrationVerified: principal.audience === 'STAFF',
      submittedOn: today,
      subject: principal.subject,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'project.submit',
      object: `project:${project.id}`,
      municipality: applicant.municipality,
      fields: Object.keys(input),
    });
    return project;
  });
}

/** On whose behalf somebody submits. */
interface Applicant {
  /** ATVK code of the town; of a partner, `organisation:` and its id. */
  municipality: string;
  organisationId: string | null;
}

/** The own organisation of a partner, else the own municipality (FORBIDDEN for who has none). */
function applicantOf(context: Context): Applicant {
  const { audience, organisation } = context.principal;
  if (audience === 'PARTNER' && organisation) return { municipality: `organisation:${organisation}`, organisationId: organisation };
  return { municipality: context.municipality, organisationId: null };
}

async function callOf({ em }: Context, idOrCode: string, { municipality }: Applicant): Promise<ProjectCall> {
  const call = await em.findOne(ProjectCall, isId(idOrCode) ? { id: idOrCode } : { code: idOrCode });
  const region = municipalities.find((one) => one.code === municipality)?.region;
  if (!call || (region && region !== call.regionCode))
    refuse(ProblemCode.NOT_FOUND, 'Šāda konkursa jūsu reģionā nav.', 'There is no such call in your region.', 'callId');
  return call;
}

/**
 * Whether a number is that of a registered provider today. A town's must be the registration of one of its facilities, which institutions is asked for
 * (fails closed); a partner's is taken as declared, and left to the region to verify: no domain keeps the register of other providers.
 */
async function isRegistered(context: Context, number: string): Promise<boolean> {
  if (context.principal.audience !== 'STAFF') return true;
  const query = '{ facilities { registration { number validFrom validTo } } }';
  const { facilities } = await context.ask<{
    facilities: { registration: { number: string; validFrom: string; validTo: string } | null }[];
  }>('institutions', query);
  return facilities.some(
    ({ registration: held }) => held?.number === number && periodContains(held.validFrom, held.validTo, context.today),
  );
}

const submittedAlready = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Projekts ar šādu nosaukumu šim konkursam jau ir iesniegts.',
    'A project of this title was submitted to the call already.',
    'title',
  );
