import type { ReferenceResolver } from '@atbalsts/graphql';
import { strategyById } from './strategy.loader.js';

/** Resolves a strategy for another subgraph; null where it is not of the principal's municipality. */
export const strategyReference: ReferenceResolver = ({ id }, context) => context.load(strategyById, String(id));
