import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { ProjectCall } from './project-call.entity.js';

/** Calls by id; null for one that does not exist. Calls are public. */
export const projectCallById: BatchLoad<string, ProjectCall | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(ProjectCall, { id: { $in: idsAmong(ids) } }), (c) => c.id);
