import { constraintOf, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { askPerson } from '../external/person.ask.js';
import { holdPerson } from '../held.js';
import { serviceProjectByCode } from '../service-project/service-project.loader.js';
import { requestProjectProblems } from '../service-project/service-project.rules.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { ServiceRequest, ServiceRequestState } from './service-request.entity.js';
import type { RequestServiceInput } from './service-request.input.js';
import { dueDayOf, requestProblems } from './service-request.rules.js';

/**
 * Records a request for a service. The registry says who it is and where the residence is declared, and fails closed. Refuses INVALID, NOT_FOUND, and
 * DUPLICATE, showing it, where the same is requested and not decided, or waits: a second request would be a second place in the queue.
 */
export function requestService(context: Context, input: RequestServiceInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, municipality, today } = context;
    const person = await askResidence(context, input.personId);
    const isService = (await context.load(serviceTypeByCode, input.serviceType)) !== null;
    const problems = requestProblems({ request: input, isService, person, municipality, today });
    if (input.project) {
      const { code, group } = input.project;
      problems.push(...requestProjectProblems(await context.load(serviceProjectByCode, code), group, input.requestedOn));
    }
    if (problems.length) throw new Refusal(problems);
    await holdPerson(context, 'service request', input.personId);
    const known = await em.findOne(ServiceRequest, {
      personId: input.personId,
      serviceTypeCode: input.serviceType,
      state: { $in: undecided },
    });
    if (known) throw new Refusal([duplicate], known);
    const request = em.create(ServiceRequest, {
      id: newId(),
      municipality,
      personId: input.personId,
      serviceTypeCode: input.serviceType,
      requestedOn: input.requestedOn,
      dueOn: dueDayOf(input.requestedOn),
      state: ServiceRequestState.SUBMITTED,
      outcome: null,
      reasons: null,
      proposedBy: null,
      confirmedBy: null,
      decidedOn: null,
      from: null,
      until: null,
      projectCode: input.project?.code ?? null,
      projectGroup: input.project?.group ?? null,
    } as never);
    try {
      await em.flush();
    } catch (error) {
      // The index decides, whoever writes without waiting for the others.
      if (constraintOf(error) === 'service_request_one_undecided') throw new Refusal([duplicate]);
      throw error;
    }
    await context.audit.write(em, {
      action: 'request.create',
      personId: request.personId,
      object: `request:${request.id}`,
      fields: ['serviceType', 'requestedOn', ...(input.project ? ['project'] : [])],
    });
    return request;
  });
}

const undecided = [
  ServiceRequestState.SUBMITTED,
  ServiceRequestState.ASSESSED,
  ServiceRequestState.PROPOSED,
  ServiceRequestState.WAITING,
] as const;

async function askResidence(context: Context, personId: string): Promise<{ residence: string | null } | null> {
  const query = 'query($id: ID!) { person(id: $id) { id declaredResidence { municipality { code } } } }';
  const person = await askPerson<{ declaredResidence: { municipality: { code: string } } | null }>(context, personId, query);
  return person && { residence: person.declaredResidence?.municipality.code ?? null };
}

const duplicate = problem(
  ProblemCode.DUPLICATE,
  'Persona šo pakalpojumu jau ir pieprasījusi. Turpiniet ar parādīto pieprasījumu.',
  'The person has requested this service already. Go on with the request shown.',
  'serviceType',
);
