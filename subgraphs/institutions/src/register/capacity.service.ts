import { newId } from '@atbalsts/database';
import { type Context, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { FacilityCapacity } from '../facility/capacity.entity.js';
import type { SetCapacityInput } from './facility-change.input.js';
import { changeFacility } from './facility-change.js';
import type { FacilityPayload } from './facility-change.payload.js';
import { dayProblem } from './facility-change.rules.js';
import { firstTooMany } from './in-the-way.js';

/**
 * Changes how many clients a facility may have from a day on, until the next change that is known. WRONG_STATE, with who is there, where more have a place or a
 * reservation on some day than it would allow: they leave, move or are cancelled first. DUPLICATE where it is so already.
 */
export function setCapacity(context: Context, { facilityId, from, capacity }: SetCapacityInput): Promise<FacilityPayload> {
  return changeFacility(context, facilityId, async ({ facility, refuseBecauseOf }) => {
    const { em, municipality, today } = context;
    const wrong = dayProblem(from, today, 'from');
    if (wrong) throw new Refusal([wrong]);
    const periods = await em.find(FacilityCapacity, { facilityId }, { orderBy: { from: 'asc' } });
    const next = periods.find((period) => period.from > from);
    const until = next?.from ?? null;
    const holding = periods.findLast((period) => period.from <= from && (period.until === null || from < period.until));
    if (holding?.from === from && holding.capacity === capacity) {
      throw new Refusal(
        [problem(ProblemCode.DUPLICATE, 'Tāda ietilpība no šīs dienas jau ir ierakstīta.', 'That was entered already.', 'capacity')],
        facility,
      );
    }
    const crowd = await firstTooMany(context, facility, { from, until, capacity });
    if (crowd) {
      await refuseBecauseOf(
        crowd.placementIds,
        `${crowd.day} iestādē ir vai gaidīti ${crowd.held}, bet vietu būtu ${capacity}. Vispirms izrakstiet, pārvietojiet vai atceliet rezervācijas.`,
        `On ${crowd.day} the facility has ${crowd.held} placed or reserved, and would have ${capacity} places. Discharge, transfer or cancel reservations first.`,
        'capacity',
      );
    }
    if (holding?.from === from) {
      holding.capacity = capacity;
    } else {
      if (holding) {
        holding.until = from;
        await em.flush(); // before the next period begins: the constraint looks at each statement
      }
      em.create(FacilityCapacity, { id: newId(), municipality, facilityId: facility.id, capacity, from, until });
    }
    await em.flush();
    await context.audit.write(em, { action: 'facility.change', object: `facility:${facility.id}`, fields: ['capacity', 'from'] });
  });
}
