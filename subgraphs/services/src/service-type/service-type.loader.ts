import { type BatchLoad, type Context, inOrder } from '@atbalsts/graphql';
import { ServiceType } from './service-type.entity.js';

/** Kinds of service by code; null for a code nobody has. */
export const serviceTypeByCode: BatchLoad<string, ServiceType | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(ServiceType, { code: { $in: [...codes] } }), (type) => type.code);

/** The whole catalogue, in its order. */
export const allServiceTypes = ({ em }: Context): Promise<ServiceType[]> =>
  em.find(ServiceType, { further: false }, { orderBy: { place: 'asc' } });

/** Services beside the catalogue, in their order. */
export const furtherTypes = ({ em }: Context): Promise<ServiceType[]> =>
  em.find(ServiceType, { further: true }, { orderBy: { place: 'asc' } });
