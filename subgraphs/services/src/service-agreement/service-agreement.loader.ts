import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { ServiceAgreement } from './service-agreement.entity.js';

/** Agreements by request, the latest first. */
export const agreementsOf: BatchLoad<string, ServiceAgreement[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ServiceAgreement, { requestId: { $in: [...ids] } }, { orderBy: { agreedOn: 'desc', id: 'desc' } }),
    (agreement) => agreement.requestId,
  );
