import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Region, regionRef } from '../external/region.js';
import { inLanguage, languageArg } from '../label.js';
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
