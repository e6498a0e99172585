import type { ReferenceResolver } from '@atbalsts/graphql';
import { municipalityByCode, regionByCode } from './municipality.loader.js';

/** Resolves a municipality for another subgraph. */
export const municipalityReference: ReferenceResolver = ({ code }, context) => context.load(municipalityByCode, String(code));

/** Resolves a region for another subgraph. */
export const regionReference: ReferenceResolver = ({ code }, context) => context.load(regionByCode, String(code));
