import { periodContains } from '@atbalsts/database';
import type { BatchLoad } from '@atbalsts/graphql';
import { Residence } from './residence.entity.js';

/** The residence that is declared on a day, by person; null for who has none. */
export const residenceOf: BatchLoad<{ personId: string; on: string }, Residence | null> = async ({ em }, keys) => {
  const known = await em.find(Residence, { personId: { $in: [...new Set(keys.map(({ personId }) => personId))] } });
  return keys.map(
    ({ personId, on }) => known.find((held) => held.personId === personId && periodContains(held.since, held.until, on)) ?? null,
  );
};
