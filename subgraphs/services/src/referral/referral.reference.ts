import type { ReferenceResolver } from '@atbalsts/graphql';
import { referralById } from './referral.loader.js';

/** Resolves a referral for another subgraph; null where it is not the principal's to see. */
export const referralReference: ReferenceResolver = ({ id }, context) => context.load(referralById, String(id));
