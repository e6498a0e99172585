import type { ReferenceResolver } from '@atbalsts/graphql';
import { householdById } from './household.loader.js';

/** Resolves a household for another subgraph; null where the principal's municipality does not know it. */
export const householdReference: ReferenceResolver = ({ id }, context) => context.load(householdById, String(id));
