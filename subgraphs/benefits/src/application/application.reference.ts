import type { ReferenceResolver } from '@atbalsts/graphql';
import { applicationById } from './application.loader.js';

/** Resolves an application for another subgraph; null where it is not of the principal's municipality. */
export const applicationReference: ReferenceResolver = ({ id }, context) => context.load(applicationById, String(id));
