import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Programme } from '../programme/programme.entity.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { furtherTypes } from '../service-type/service-type.loader.js';
import { RequestProject, ServiceProject } from './service-project.entity.js';
import { allServiceProjects, serviceProjectByCode } from './service-project.loader.js';

/** Projects within which services are given, and services beside the catalogue: lists to choose from. */
@Resolver(() => ServiceProject)
export class ServiceProjectResolver {
  @Query(() => [ServiceProject], { description: 'Projects with money of their own within which services are given, by code.' })
  @Allow('serviceType.read')
  serviceProjects(@Ctx() context: Context): Promise<ServiceProject[]> {
    return allServiceProjects(context);
  }

  @Query(() => [ServiceType], { description: 'Services beside the 20 of the catalogue that a town gives or mediates.' })
  @Allow('serviceType.read')
  furtherServiceTypes(@Ctx() context: Context): Promise<ServiceType[]> {
    return furtherTypes(context);
  }
}

/** The project that pays for a requested service. */
@Resolver(() => ServiceRequest)
export class RequestProjectResolver {
  @FieldResolver(() => RequestProject, {
    nullable: true,
    description: 'The project that pays for it, and as whom the person takes part; null outside of projects.',
  })
  @Allow('needs.read')
  async project(@Ctx() context: Context, @Root() { projectCode, projectGroup }: ServiceRequest): Promise<RequestProject | null> {
    const project = projectCode === null ? null : await context.load(serviceProjectByCode, projectCode);
    return project && projectGroup ? Object.assign(new RequestProject(), { project, group: projectGroup }) : null;
  }
}

/** The project that pays for a programme. */
@Resolver(() => Programme)
export class ProgrammeProjectResolver {
  @FieldResolver(() => ServiceProject, { nullable: true, description: 'The project that pays for it; null outside of projects.' })
  project(@Ctx() context: Context, @Root() { projectCode }: Programme): Promise<ServiceProject | null> | null {
    return projectCode === null ? null : context.load(serviceProjectByCode, projectCode);
  }
}
