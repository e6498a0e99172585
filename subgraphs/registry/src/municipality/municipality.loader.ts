import { periodContains } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Municipality, YearCount } from './municipality.entity.js';
import { Region } from './region.entity.js';

/** Municipalities by code; null for a code nobody has. */
export const municipalityByCode: BatchLoad<string, Municipality | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(Municipality, { code: { $in: [...codes] } }), (m) => m.code);

/** Regions by code; null for a code nobody has. */
export const regionByCode: BatchLoad<string, Region | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(Region, { code: { $in: [...codes] } }), (r) => r.code);

/** The municipalities of regions that exist on a day, by code: one statement, however many regions and days are asked for. */
export const municipalitiesOf: BatchLoad<{ region: string; on: string }, Municipality[]> = async ({ em }, keys) => {
  const regions = [...new Set(keys.map((key) => key.region))];
  const known = await em.find(Municipality, { regionCode: { $in: regions } }, { orderBy: { code: 'asc' } });
  return keys.map(({ region, on }) => known.filter((m) => m.regionCode === region && periodContains(m.validFrom, m.validUntil, on)));
};

/** Populations by municipality, the oldest year first. */
export const populationsOf: BatchLoad<string, YearCount[]> = async ({ em }, codes) => {
  const rows = await em.find(YearCount, { municipality: { $in: [...codes] } }, { orderBy: { year: 'asc' } });
  return codes.map((code) => rows.filter((row) => row.municipality === code));
};
