import type { ReferenceResolver } from '@atbalsts/graphql';
import { benefitTypeByCode } from './benefit-type.loader.js';

/** Resolves a benefit type for another subgraph; null where there is none of the code. */
export const benefitTypeReference: ReferenceResolver = ({ code }, context) => context.load(benefitTypeByCode, String(code));
