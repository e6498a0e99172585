import type { ReferenceResolver } from '@atbalsts/graphql';
import { unitById } from './unit.loader.js';

/** Resolves a unit for another subgraph; null where it is not of the principal's municipality. */
export const unitReference: ReferenceResolver = ({ id }, context) => context.load(unitById, String(id));
