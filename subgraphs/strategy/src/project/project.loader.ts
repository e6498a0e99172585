import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Project } from './project.entity.js';

/** Projects by id, as far as row-level security shows them: a town its own, a partner its own, a region those of its calls. */
export const projectById: BatchLoad<string, Project | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Project, { id: { $in: idsAmong(ids) } }), (p) => p.id);

/** Projects by call, the first submitted first; as far as row-level security shows them. */
export const projectsOfCall: BatchLoad<string, Project[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Project, { callId: { $in: [...ids] } }, { orderBy: { submittedOn: 'asc', id: 'asc' } }),
    (p) => p.callId,
  );
