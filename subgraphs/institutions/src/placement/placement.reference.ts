import type { ReferenceResolver } from '@atbalsts/graphql';
import { placementById } from './placement.loader.js';

/** Resolves a placement for another subgraph; null where the principal's municipality does not know it. */
export const placementReference: ReferenceResolver = ({ id }, context) => context.load(placementById, String(id));
