import type { NewFact } from '@atbalsts/facts';
import type { FacilityKind } from '../facility/facility-kind.js';
import type { Placement } from './placement.entity.js';

/** What the other domains are told of a placement: who is where from when to when, and no reason. Told with each change of facility, first day or end. */
export function placementFact(placement: Placement, kind: FacilityKind): NewFact {
  const { id, municipality, personId, facilityId, from, endedOn } = placement;
  return { kind: 'placement', key: id, municipality, body: { placementId: id, personId, facilityId, kind, from, endedOn } };
}
