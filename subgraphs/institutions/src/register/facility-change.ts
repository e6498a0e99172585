import { type Context, mutate, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { getFacility } from '../placement/placement.checks.js';
import { Placement } from '../placement/placement.entity.js';
import { holdFacility } from '../placement/placement.held.js';
import type { FacilityPayload } from './facility-change.payload.js';

/** How many of those who stand in the way are shown. */
const mostShown = 50;

/** What a change of a facility works with: the facility, held, and a way to refuse because of those who are in it. */
export interface FacilityChange {
  facility: Facility;
  /** Refuses WRONG_STATE and shows the placements that stand in the way. */
  refuseBecauseOf(placementIds: readonly string[], lv: string, en: string, field: string): Promise<never>;
}

/**
 * One change of a facility: its row is held before anything is asked, as every admission holds it, so that who comes in at the same time is either
 * seen here, or sees what was changed. Refuses NOT_FOUND, and WRONG_STATE for one that is closed.
 */
export async function changeFacility(
  context: Context,
  facilityId: string,
  work: (change: FacilityChange) => Promise<void>,
): Promise<FacilityPayload> {
  const inTheWay: Placement[] = [];
  const payload = await mutate(context, 'facility', async () => {
    const known = await getFacility(context, facilityId);
    await holdFacility(context, known);
    const { em } = context;
    const facility = await em.refresh(known);
    if (!facility) refuse(ProblemCode.NOT_FOUND, 'Tādas iestādes nav.', 'There is no such facility.', 'facilityId');
    if (facility.closedOn !== null) {
      const day = facility.closedOn;
      refuse(ProblemCode.WRONG_STATE, `Iestāde ir slēgta no ${day}.`, `The facility is closed from ${day} on.`, 'facilityId');
    }
    await work({
      facility,
      async refuseBecauseOf(placementIds, lv, en, field) {
        inTheWay.push(
          ...(await em.find(Placement, { id: { $in: placementIds.slice(0, mostShown) } }, { orderBy: { from: 'asc', id: 'asc' } })),
        );
        refuse(ProblemCode.WRONG_STATE, lv, en, field);
      },
    });
    return facility;
  });
  return { ...payload, inTheWay };
}
