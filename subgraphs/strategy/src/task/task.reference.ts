import type { ReferenceResolver } from '@atbalsts/graphql';
import { taskById } from './task.loader.js';

/** Resolves a task for another subgraph; null where it is not of the principal's municipality. */
export const taskReference: ReferenceResolver = ({ id }, context) => context.load(taskById, String(id));
