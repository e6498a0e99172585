import type { ReferenceResolver } from '@atbalsts/graphql';
import { decisionById } from './decision.loader.js';

/** Resolves a decision for another subgraph; null where it is not of the principal's municipality. */
export const decisionReference: ReferenceResolver = ({ id }, context) => context.load(decisionById, String(id));
