import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, Language, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Region, regionRef } from '../external/region.js';
import { inLanguage, languageArg } from '../label.js';
import { Project } from '../project/project.entity.js';
import { projectsOfCall } from '../project/project.loader.js';
import { OpenProjectCallInput } from './open-call.input.js';
import { ProjectCallPayload } from './open-call.payload.js';
import { openProjectCall } from './open-call.service.js';
import { ProjectCall } from './project-call.entity.js';

/** Calls for projects: public within the programme. */
@Resolver(() => ProjectCall)
export class ProjectCallResolver {
  @Query(() => [ProjectCall], { description: 'Calls for projects of the regional programmes, the newest first.' })
  @InGraph('regional')
  @Allow('projectCall.read')
  projectCalls(@Ctx() context: Context): Promise<ProjectCall[]> {
    return context.em.find(ProjectCall, {}, { orderBy: { year: 'desc', round: 'desc', code: 'asc' } });
  }

  @Mutation(() => ProjectCallPayload, {
    description:
      'Opens a call for projects of your region. INVALID for rules that cannot be; DUPLICATE where the short name is taken, which shows that call.',
  })
  @InGraph('regional')
  @Allow('projectCall.open')
  openProjectCall(
    @Ctx() context: Context,
    @Arg('input', () => OpenProjectCallInput, { description: 'The call and its rules.' }) input: OpenProjectCallInput,
  ): Promise<Payload<'projectCall', ProjectCall>> {
    return openProjectCall(context, input);
  }

  @FieldResolver(() => [Project], {
    description: 'Projects that were submitted to it, the first first: your own municipality’s, or, for a region, all of its calls.',
  })
  @InGraph('regional')
  @Allow('project.read')
  projects(@Ctx() context: Context, @Root() call: ProjectCall): Promise<Project[]> {
    return context.load(projectsOfCall, call.id);
  }

  @FieldResolver(() => String, { description: 'Its title.' })
  @InGraph('regional')
  title(@Root() call: ProjectCall, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, call.titleLv, call.titleEn);
  }

  @FieldResolver(() => Region, { description: 'The planning region whose programme it is.' })
  @InGraph('regional')
  @Allow('region.read')
  region(@Root() call: ProjectCall): Region {
    return regionRef(call.regionCode);
  }

  @FieldResolver(() => String, { description: 'Who may submit a project.' })
  @InGraph('regional')
  eligibleApplicants(@Root() call: ProjectCall, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, call.applicantsLv, call.applicantsEn);
  }
}
