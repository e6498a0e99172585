import { newId } from '@atbalsts/database';
import { type Context, mutate, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { FacilityCapacity } from '../facility/capacity.entity.js';
import { Facility } from '../facility/facility.entity.js';
import type { OpenFacilityInput } from './facility-change.input.js';
import type { FacilityPayload } from './facility-change.payload.js';
import { dayProblem, emptyProblem } from './facility-change.rules.js';

/** Opens a facility with its first capacity. DUPLICATE shows the one of the same kind, name and address that works already. */
export async function openFacility(context: Context, input: OpenFacilityInput): Promise<FacilityPayload> {
  const payload = await mutate(context, 'facility', async () => {
    const { em, municipality, today } = context;
    const [name, address] = [input.name.trim(), input.address.trim()];
    const problems = [emptyProblem(name, 'name'), emptyProblem(address, 'address'), dayProblem(input.from, today, 'from')];
    const wrong = problems.filter((p) => p !== null);
    if (wrong.length) throw new Refusal(wrong);
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`facilities of ${municipality}`]);
    const twin = await em.findOne(Facility, { municipality, kind: input.kind, name, address, closedOn: null });
    if (twin) {
      const known = problem(
        ProblemCode.DUPLICATE,
        'Tāda iestāde šajā adresē jau ir.',
        'There is such a facility at this address already.',
        'name',
      );
      throw new Refusal([known], twin);
    }
    const facility = em.create(Facility, { id: newId(), municipality, name, kind: input.kind, address, closedOn: null, closedWhy: null });
    const { capacity, from } = input;
    em.create(FacilityCapacity, { id: newId(), municipality, facilityId: facility.id, capacity, from, until: null });
    await em.flush();
    await context.audit.write(em, {
      action: 'facility.change',
      object: `facility:${facility.id}`,
      fields: ['name', 'kind', 'address', 'from', 'capacity'],
    });
    return facility;
  });
  return { ...payload, inTheWay: [] };
}
