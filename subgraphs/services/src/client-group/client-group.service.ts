import { newId } from '@atbalsts/database';
import { type BatchLoad, type Context, groupedInOrder, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { holdPerson } from '../held.js';
import { openCaseForAdding } from '../social-case/open-case.js';
import type { SocialCase } from '../social-case/social-case.entity.js';
import { ClientGroup } from './client-group.entity.js';
import type { RecordClientGroupInput } from './client-group.input.js';
import { clientGroupProblems } from './client-group.rules.js';

const latestFirst = { from: 'desc', recordedAt: 'desc', id: 'desc' } as const;

/** As what somebody is a client, by case, the latest first. */
export const clientGroupsOf: BatchLoad<string, ClientGroup[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(ClientGroup, { caseId: { $in: [...ids] } }, { orderBy: latestFirst }), (group) => group.caseId);

/**
 * Records as what somebody is a client in an open case, from a day on. What is recorded already from that day is not recorded again. Refuses NOT_FOUND,
 * WRONG_STATE for a closed case, and INVALID for a day of before the case or a group that is none of its target group.
 */
export function recordClientGroup(context: Context, input: RecordClientGroupInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const { em, municipality, employee, today } = context;
    const socialCase = await openCaseForAdding(context, input.caseId);
    const problems = clientGroupProblems(input, socialCase, today);
    if (problems.length) throw new Refusal(problems);
    await holdPerson(context, 'client group', socialCase.personId);
    const [last] = await em.find(ClientGroup, { caseId: socialCase.id, from: { $lte: input.from } }, { orderBy: latestFirst, limit: 1 });
    if (last?.kind === input.kind) return socialCase;
    const { id: caseId, personId } = socialCase;
    const { kind, from } = input;
    em.create(ClientGroup, { id: newId(), municipality, caseId, personId, kind, from, recordedBy: employee, recordedAt: new Date() });
    await em.flush();
    await context.audit.write(em, { action: 'clientGroup.record', personId, object: `case:${caseId}`, fields: ['clientGroups'] });
    return socialCase;
  });
}
