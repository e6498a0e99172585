import type { ReferenceResolver } from '@atbalsts/graphql';
import { batchById } from './payment.loader.js';

/** Resolves a payment batch for another subgraph; null where it is not of the principal's municipality. */
export const paymentBatchReference: ReferenceResolver = ({ id }, context) => context.load(batchById, String(id));
