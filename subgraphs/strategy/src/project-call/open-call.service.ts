import { ForbiddenError } from '@atbalsts/auth';
import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import type { OpenProjectCallInput } from './open-call.input.js';
import { callProblems } from './open-call.rules.js';
import { ProjectCall } from './project-call.entity.js';

/** Opens a call for projects of the principal's region. INVALID for rules that cannot be; DUPLICATE where the short name is taken. */
export function openProjectCall(context: Context, input: OpenProjectCallInput): Promise<Payload<'projectCall', ProjectCall>> {
  return mutate(context, 'projectCall', async () => {
    const { em, today, principal } = context;
    const regionCode = principal.region;
    if (!regionCode) throw new ForbiddenError('projectCall.open');
    const problems = callProblems(input, today);
    if (problems.length) throw new Refusal(problems);
    // Of two calls of one name at once the second waits, and sees the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`call ${input.code}`]);
    const taken = await em.findOne(ProjectCall, { code: input.code });
    if (taken) throw new Refusal([nameTaken()], taken);
    const { title, eligibleApplicants, ...rules } = input;
    const call = em.create(ProjectCall, {
      ...rules,
      id: newId(),
      regionCode,
      titleLv: title.lv.trim(),
      titleEn: title.en.trim(),
      applicantsLv: eligibleApplicants.lv.trim(),
      applicantsEn: eligibleApplicants.en.trim(),
      source: input.source.trim(),
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'projectCall.open',
      object: `project-call:${call.id}`,
      municipality: `region:${regionCode}`,
      fields: Object.keys(input),
    });
    return call;
  });
}

const nameTaken = () =>
  problem(ProblemCode.DUPLICATE, 'Konkurss ar šādu īso nosaukumu jau ir.', 'A call of this short name exists already.', 'code');
