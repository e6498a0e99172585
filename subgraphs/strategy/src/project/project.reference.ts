import type { ReferenceResolver } from '@atbalsts/graphql';
import { projectById } from './project.loader.js';

/** Resolves a project for another subgraph; null where it is not the principal's to see. */
export const projectReference: ReferenceResolver = ({ id }, context) => context.load(projectById, String(id));
