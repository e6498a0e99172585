import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { HomeVisit, HomeVisitOpinion } from './home-visit.entity.js';
import type { RecordHomeVisitInput } from './home-visit.input.js';
import { visitProblems } from './home-visit.rules.js';

/** Records one visit with the opinion of each specialist who came. Refuses INVALID, and NOT_FOUND for a person or an employee unknown to this municipality. */
export function recordHomeVisit(context: Context, input: RecordHomeVisitInput): Promise<Payload<'homeVisit', HomeVisit>> {
  return mutate(context, 'homeVisit', async () => {
    const { em, municipality } = context;
    const problems = visitProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseUnknownPerson(context, input.personId);
    const unknown = await unknownEmployees(
      context,
      input.opinions.map(({ employeeId }, at) => ({ field: `opinions.${at}.employeeId`, id: employeeId })),
    );
    if (unknown.length) throw new Refusal(unknown);
    const visit = em.create(HomeVisit, { id: newId(), municipality, personId: input.personId, on: input.on });
    for (const { employeeId, findings } of input.opinions)
      em.create(HomeVisitOpinion, { id: newId(), municipality, visitId: visit.id, employeeId, findings: findings.trim() });
    await em.flush();
    await context.audit.write(em, {
      action: 'visit.record',
      personId: visit.personId,
      object: `visit:${visit.id}`,
      fields: ['on', 'opinions'],
    });
    return visit;
  });
}
