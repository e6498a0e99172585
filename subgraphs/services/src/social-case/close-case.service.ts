import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { CaseGoal } from './case-goal.entity.js';
import { closingProblems } from './close-case.rules.js';
import { openCaseAt } from './open-case.js';
import type { SocialCase } from './social-case.entity.js';
import type { CloseCaseInput } from './social-case.input.js';

/**
 * Closes a case with what came of each of its goals: is anyone better off. Refuses NOT_FOUND, STALE, WRONG_STATE for a closed one, and INVALID where
 * the outcomes are not those of its goals, each once.
 */
export function closeCase(context: Context, input: CloseCaseInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const { em } = context;
    const socialCase = await openCaseAt(context, input.caseId, input.version);
    const goals = await em.find(CaseGoal, { caseId: socialCase.id });
    const problems = closingProblems(
      input,
      socialCase.openedOn,
      goals.map((goal) => goal.id),
      context.today,
    );
    if (problems.length) throw new Refusal(problems);
    const outcomes = new Map(input.outcomes.map(({ goalId, outcome }) => [goalId.toLowerCase(), outcome]));
    for (const goal of goals) goal.outcome = outcomes.get(goal.id) ?? null;
    Object.assign(socialCase, { closedOn: input.closedOn, closedAt: new Date() });
    await em.flush();
    await context.audit.write(em, {
      action: 'case.close',
      personId: socialCase.personId,
      object: `case:${socialCase.id}`,
      fields: ['closedOn', 'outcomes'],
    });
    return socialCase;
  });
}
