import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { ServiceReview } from './service-review.entity.js';

/** Reviews by request, the latest first. */
export const reviewsOf: BatchLoad<string, ServiceReview[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ServiceReview, { requestId: { $in: [...ids] } }, { orderBy: { on: 'desc', recordedAt: 'desc', id: 'desc' } }),
    (review) => review.requestId,
  );
