import type { ReferenceResolver } from '@atbalsts/graphql';
import { visitById } from './home-visit.loader.js';

/** Resolves a home visit for another subgraph; null where the principal's municipality does not know it. */
export const homeVisitReference: ReferenceResolver = ({ id }, context) => context.load(visitById, String(id));
