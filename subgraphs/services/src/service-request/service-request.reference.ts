import type { ReferenceResolver } from '@atbalsts/graphql';
import { requestById } from './service-request.loader.js';

/** Resolves a request for another subgraph; null where the principal's municipality does not know it. */
export const serviceRequestReference: ReferenceResolver = ({ id }, context) => context.load(requestById, String(id));
