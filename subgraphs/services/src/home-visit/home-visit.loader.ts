import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { HomeVisit, HomeVisitOpinion } from './home-visit.entity.js';

/** Visits by id; null for one that is not the principal's to see. */
export const visitById: BatchLoad<string, HomeVisit | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(HomeVisit, { id: { $in: idsAmong(ids) } }), (visit) => visit.id);

/** Visits by person, the latest first. */
export const visitsOf: BatchLoad<string, HomeVisit[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(HomeVisit, { personId: { $in: idsAmong(ids) } }, { orderBy: { on: 'desc', id: 'desc' } }),
    (visit) => visit.personId,
  );

/** Opinions by visit. */
export const opinionsOf: BatchLoad<string, HomeVisitOpinion[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(HomeVisitOpinion, { visitId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }), (o) => o.visitId);
