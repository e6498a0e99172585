import type { ReferenceResolver } from '@atbalsts/graphql';
import { facilityById } from './facility.loader.js';

/** Resolves a facility for another subgraph; null where the principal's municipality does not know it. */
export const facilityReference: ReferenceResolver = ({ id }, context) => context.load(facilityById, String(id));
