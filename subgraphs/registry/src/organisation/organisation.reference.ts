import type { ReferenceResolver } from '@atbalsts/graphql';
import { organisationById } from './organisation.loader.js';

/** Resolves an organisation for another subgraph. */
export const organisationReference: ReferenceResolver = ({ id }, context) => context.load(organisationById, String(id));
