import { type BatchLoad, type Context, inOrder } from '@atbalsts/graphql';
import { ServiceProject } from './service-project.entity.js';

/** Projects by code; null for a code nobody has. */
export const serviceProjectByCode: BatchLoad<string, ServiceProject | null> = async ({ em }, codes) =>
  inOrder(codes, await em.find(ServiceProject, { code: { $in: [...codes] } }), (project) => project.code);

/** Every project, by code. */
export const allServiceProjects = ({ em }: Context): Promise<ServiceProject[]> => em.find(ServiceProject, {}, { orderBy: { code: 'asc' } });
