import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Residence } from './residence.entity.js';

/** The residence that is declared today, by person; null for who has none. */
export const currentResidenceOf: BatchLoad<string, Residence | null> = async ({ em, today }, ids) =>
  inOrder(
    ids,
    await em.find(Residence, { personId: { $in: [...ids] }, since: { $lte: today }, $or: [{ until: null }, { until: { $gt: today } }] }),
    (residence) => residence.personId,
  );
