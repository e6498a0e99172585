import type { ReferenceResolver } from '@atbalsts/graphql';
import { serviceTypeByCode } from './service-type.loader.js';

/** Resolves a kind of service for another subgraph. */
export const serviceTypeReference: ReferenceResolver = ({ code }, context) => context.load(serviceTypeByCode, String(code));
