import type { ReferenceResolver } from '@atbalsts/graphql';
import { consentById } from './consent.loader.js';

/** Resolves a consent for another subgraph. */
export const consentReference: ReferenceResolver = ({ id }, context) => context.load(consentById, String(id));
