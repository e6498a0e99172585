import { constraintOf, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { serviceTermOn } from '@atbalsts/reference';
import { workDueOn } from '../due-work/due-work.rules.js';
import { unknownEmployees } from '../external/employee.ask.js';
import { askPerson, noSuchPerson } from '../external/person.ask.js';
import { holdPerson } from '../held.js';
import { CaseGoal } from './case-goal.entity.js';
import { SocialCase } from './social-case.entity.js';
import type { OpenCaseInput } from './social-case.input.js';
import { caseProblems } from './social-case.rules.js';

/**
 * Opens a case. Refuses INVALID where the details cannot be right, NOT_FOUND for a person or an employee that the registry or the workforce
 * of this municipality does not know, and DUPLICATE, showing it, where a case of the person for the same target group is open.
 * Several cases at once are right where the groups differ: each is another story with another specialist.
 */
export function openCase(context: Context, input: OpenCaseInput): Promise<Payload<'socialCase', SocialCase>> {
  return mutate(context, 'socialCase', async () => {
    const problems = caseProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const { householdId } = await askWhoIsWho(context, input);
    await holdPerson(context, 'social case', input.personId);
    const { em, municipality } = context;
    const known = await em.findOne(SocialCase, { personId: input.personId, targetGroup: input.targetGroup, closedOn: null });
    if (known) throw new Refusal([duplicate], known);
    const opened = em.create(SocialCase, {
      id: newId(),
      municipality,
      personId: input.personId,
      householdId,
      targetGroup: input.targetGroup,
      risk: input.risk,
      responsibleId: input.responsibleId,
      openedOn: input.openedOn,
      closedOn: null,
      workDueOn: workDue(input.openedOn),
    } as never);
    input.goals.forEach((goal, at) => {
      const text = goal.text.trim();
      const activities = goal.activities.map((activity) => activity.trim());
      em.create(CaseGoal, {
        id: newId(),
        municipality,
        caseId: opened.id,
        place: at + 1,
        text,
        activities,
        dueOn: goal.dueOn ?? null,
        outcome: null,
      });
    });
    try {
      await em.flush();
    } catch (error) {
      // The index decides, whoever writes without waiting for the others.
      if (constraintOf(error) === 'social_case_one_open') throw new Refusal([duplicate]);
      throw error;
    }
    await context.audit.write(em, {
      action: 'case.open',
      personId: input.personId,
      object: `case:${opened.id}`,
      fields: ['targetGroup', 'risk', 'responsibleId', 'openedOn', 'goals'],
    });
    return opened;
  });
}

/** By when the work has to begin, by the term of the day of opening; null where none is known: the case is opened all the same. */
function workDue(openedOn: string): string | null {
  const term = serviceTermOn('SOCIAL_WORK_START', openedOn);
  return term && workDueOn(openedOn, term.amount);
}

/** The registry says whether the person is of this town and in which household that day; the workforce whether the employee is. Fails closed. */
async function askWhoIsWho(
  context: Context,
  { personId, responsibleId, openedOn }: OpenCaseInput,
): Promise<{ householdId: string | null }> {
  const query = 'query($id: ID!, $on: Date!) { person(id: $id) { id household(on: $on) { id } } }';
  const [person, unknown] = await Promise.all([
    askPerson<{ household: { id: string } | null }>(context, personId, query, { on: openedOn }),
    unknownEmployees(context, [{ field: 'responsibleId', id: responsibleId }]),
  ]);
  const missing = [...(person ? [] : [noSuchPerson()]), ...unknown];
  if (missing.length) throw new Refusal(missing);
  return { householdId: person?.household?.id ?? null };
}

const duplicate = problem(
  ProblemCode.DUPLICATE,
  'Personai šajā mērķa grupā jau ir atvērta lieta. Turpiniet ar parādīto vai vispirms to slēdziet.',
  'A case of this person for this target group is open already. Go on with the one shown, or close it first.',
  'targetGroup',
);
