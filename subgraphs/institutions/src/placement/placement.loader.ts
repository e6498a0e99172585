import { isId } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { PlacementActivity } from './activity.entity.js';
import { PlacementExtension } from './extension.entity.js';
import { Placement } from './placement.entity.js';

/** Placements by id; null for one that is not the principal's to see. */
export const placementById: BatchLoad<string, Placement | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Placement, { id: { $in: ids.filter(isId) } }), (p) => p.id);

/** Placements by person, the latest first. */
export const placementsOf: BatchLoad<string, Placement[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Placement, { personId: { $in: ids.filter(isId) } }, { orderBy: { from: 'desc', id: 'desc' } }),
    (p) => p.personId,
  );

/** Extensions by placement, in their order. */
export const extensionsOf: BatchLoad<string, PlacementExtension[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(PlacementExtension, { placementId: { $in: [...ids] } }, { orderBy: { agreedOn: 'asc', id: 'asc' } }),
    (e) => e.placementId,
  );

/** Activities by placement, in their order. */
export const activitiesOf: BatchLoad<string, PlacementActivity[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(PlacementActivity, { placementId: { $in: [...ids] } }, { orderBy: { on: 'asc', id: 'asc' } }),
    (a) => a.placementId,
  );
