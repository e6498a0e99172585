import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Municipality, YearCount } from './municipality.entity.js';
import { Region } from './region.entity.js';

/** Municipalities by code; null for a code nobody has. */
export const municipalityByCode: BatchLoad<string, Municipality | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(Municipality, { code: { $in: [...codes] } }), (m) => m.code);

/** Regions by code; null for a code nobody has. */
export const regionByCode: BatchLoad<string, Region | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(Region, { code: { $in: [...codes] } }), (r) => r.code);

/** Populations by municipality, the oldest year first. */
export const populationsOf: BatchLoad<string, YearCount[]> = async ({ em }, codes) => {
  const rows = await em.find(YearCount, { municipality: { $in: [...codes] } }, { orderBy: { year: 'asc' } });
  return codes.map((code) => rows.filter((row) => row.municipality === code));
};
