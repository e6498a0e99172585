import type { ReferenceResolver } from '@atbalsts/graphql';
import { caseById } from './social-case.loader.js';

/** Resolves a case for another subgraph; null where the principal's municipality does not know it. */
export const socialCaseReference: ReferenceResolver = ({ id }, context) => context.load(caseById, String(id));
