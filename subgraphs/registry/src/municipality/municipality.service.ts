import type { Context } from '@atbalsts/graphql';
import { Municipality } from './municipality.entity.js';

/** Municipalities that exist on a day, by code; of one region when it is named. */
export function findMunicipalities(context: Context, on: string, region?: string | null): Promise<Municipality[]> {
  return context.em.find(
    Municipality,
    { validFrom: { $lte: on }, $or: [{ validUntil: null }, { validUntil: { $gt: on } }], ...(region ? { regionCode: region } : {}) },
    { orderBy: { code: 'asc' } },
  );
}
