import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { notEmployed } from '../external/employee.employed.js';
import { CaseHandover } from './case-handover.entity.js';
import { handoverProblems } from './hand-over.rules.js';
import { openCaseAt } from './open-case.js';
import type { SocialCase } from './social-case.entity.js';
import type { HandOverCaseInput } from './social-case.input.js';

/**
 * Hands an open case over to another employee. Nothing is lost: the handover says who had it and why it was given away, and notes, goals and visits stay
 * as they were signed. Refuses NOT_FOUND (also for an employee whom the workforce does not know), STALE, WRONG_STATE, INVALID (also for one who is not employed today).
 */
export function handOverCase(context: Context, input: HandOverCaseInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const { em, municipality } = context;
    const nobody = await notEmployed(context, { field: 'responsibleId', id: input.responsibleId }, context.today);
    if (nobody.length) throw new Refusal(nobody);
    const socialCase = await openCaseAt(context, input.caseId, input.version);
    const { responsibleId, openedOn } = socialCase;
    const last = await em.findOne(CaseHandover, { caseId: socialCase.id }, { orderBy: { on: 'desc', id: 'desc' } });
    const problems = handoverProblems(input, { responsibleId, openedOn, handedOverOn: last?.on ?? null }, context.today);
    if (problems.length) throw new Refusal(problems);
    em.create(CaseHandover, {
      id: newId(),
      municipality,
      caseId: socialCase.id,
      on: input.on,
      fromId: responsibleId,
      toId: input.responsibleId,
      reason: input.reason.trim(),
    });
    socialCase.responsibleId = input.responsibleId;
    await em.flush();
    await context.audit.write(em, {
      action: 'case.handOver',
      personId: socialCase.personId,
      object: `case:${socialCase.id}`,
      fields: ['responsibleId', 'handovers'],
    });
    return socialCase;
  });
}
