import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { FreePlace, FreePlaceState, PlaceOffer } from './place-offer.entity.js';

const latestFirst = { orderBy: { offeredOn: 'desc', id: 'desc' } } as const;

/** Places by id. */
export const placeById: BatchLoad<string, FreePlace | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(FreePlace, { id: { $in: [...ids] } }), (place) => place.id);

/** Offers of places, the latest first. */
export const offersOfPlace: BatchLoad<string, PlaceOffer[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(PlaceOffer, { placeId: { $in: [...ids] } }, latestFirst), (offer) => offer.placeId);

/** Offers to requests, the latest first. */
export const offersOfRequest: BatchLoad<string, PlaceOffer[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(PlaceOffer, { requestId: { $in: [...ids] } }, latestFirst), (offer) => offer.requestId);

/** Places of the town that can still be offered, by code of the service (every service for an empty code), the earliest free first. */
export const openPlacesOf: BatchLoad<string, FreePlace[]> = async ({ em }, codes) => {
  const places = await em.find(FreePlace, { state: FreePlaceState.OPEN }, { orderBy: { from: 'asc', id: 'asc' } });
  return codes.map((code) => places.filter((place) => !code || place.serviceTypeCode === code));
};
