import type { ReferenceResolver } from '@atbalsts/graphql';
import { personById } from './person.loader.js';

/** Resolves a person for another subgraph; null where the principal's municipality does not know the person, or no consent ever named the partner. */
export const personReference: ReferenceResolver = ({ id }, context) => context.load(personById, String(id));
