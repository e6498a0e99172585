import type { ReferenceResolver } from '@atbalsts/graphql';
import { representationById } from './representation.loader.js';

/** Resolves a representation for another subgraph; null where the principal's municipality does not know it. */
export const representationReference: ReferenceResolver = ({ id }, context) => context.load(representationById, String(id));
