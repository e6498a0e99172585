import { type BatchLoad, type Context, inOrder } from '@atbalsts/graphql';
import { ServiceType } from './service-type.entity.js';

/** Kinds of service by code; null for a code nobody has. */
export const serviceTypeByCode: BatchLoad<string, ServiceType | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(ServiceType, { code: { $in: [...codes] } }), (type) => type.code);

/** The whole catalogue, in its order. */
export const allServiceTypes = ({ em }: Context): Promise<ServiceType[]> => em.find(ServiceType, {}, { orderBy: { place: 'asc' } });
