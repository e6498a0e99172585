import type { ReferenceResolver } from '@atbalsts/graphql';
import { agreementById } from './participation-agreement.loader.js';

/** Resolves an agreement for another subgraph; null where the principal's municipality does not know it. */
export const participationAgreementReference: ReferenceResolver = ({ id }, context) => context.load(agreementById, String(id));
