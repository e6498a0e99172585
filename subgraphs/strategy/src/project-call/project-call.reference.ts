import type { ReferenceResolver } from '@atbalsts/graphql';
import { projectCallById } from './project-call.loader.js';

/** Resolves a call for projects for another subgraph. */
export const projectCallReference: ReferenceResolver = ({ id }, context) => context.load(projectCallById, String(id));
