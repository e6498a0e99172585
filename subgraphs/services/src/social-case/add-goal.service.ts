import { newId } from '@atbalsts/database';
import { type Context, invalid, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { CaseGoal } from './case-goal.entity.js';
import { openCaseAlone } from './open-case.js';
import type { SocialCase } from './social-case.entity.js';
import type { AddCaseGoalInput } from './social-case.input.js';
import { goalProblems, mostGoals } from './social-case.rules.js';

/**
 * Adds a goal to an open case: what is to be better besides, found while the work goes on. Two who add at once add one after the other. Refuses NOT_FOUND, WRONG_STATE for a
 * closed case, INVALID, and DUPLICATE where the case has this very goal, which it shows.
 */
export function addCaseGoal(context: Context, { caseId, goal }: AddCaseGoalInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const { em, municipality } = context;
    const socialCase = await openCaseAlone(context, caseId);
    const problems = goalProblems(goal, socialCase.openedOn, 'goal');
    if (problems.length) throw new Refusal(problems);
    const goals = await em.find(CaseGoal, { caseId: socialCase.id });
    const text = goal.text.trim();
    if (goals.some((one) => one.text.toLowerCase() === text.toLowerCase()))
      throw new Refusal(
        [problem(ProblemCode.DUPLICATE, 'Lietai šis mērķis jau ir.', 'The case has this goal already.', 'goal.text')],
        socialCase,
      );
    if (goals.length >= mostGoals)
      throw new Refusal([
        invalid('goal', `Lietai ir ${mostGoals} mērķi; vairāk nevar būt.`, `The case has ${mostGoals} goals, and cannot have more.`),
      ]);
    const place = Math.max(0, ...goals.map((one) => one.place)) + 1;
    const { activities, dueOn = null } = goal;
    const added = em.create(CaseGoal, { id: newId(), municipality, caseId: socialCase.id, place, text, activities, dueOn, outcome: null });
    await em.flush();
    await context.audit.write(em, {
      action: 'case.goal.add',
      personId: socialCase.personId,
      object: `case-goal:${added.id}`,
      fields: ['text', 'activities', 'dueOn'],
    });
    return socialCase;
  });
}
