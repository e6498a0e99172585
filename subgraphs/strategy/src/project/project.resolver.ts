import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../external/municipality.js';
import { ProjectCall } from '../project-call/project-call.entity.js';
import { projectCallById } from '../project-call/project-call.loader.js';
import { Project } from './project.entity.js';
import { SubmitProjectInput } from './project.input.js';
import { ProjectPayload } from './project.payload.js';
import { submitProject } from './submit-project.service.js';

/** Projects that towns and partners submit. */
@Resolver(() => Project)
export class ProjectResolver {
  @Mutation(() => ProjectPayload, {
    description:
      'Submits a project of your municipality, or of your organisation, to a call. Every rule of the call that it breaks is named: INVALID, BUDGET_EXCEEDED, NOT_REGISTERED, WRONG_STATE outside its term. DUPLICATE for the same title again; NOT_FOUND for a call that is not of your region.',
  })
  @InGraph('partner')
  @Allow('project.submit')
  submitProject(
    @Ctx() context: Context,
    @Arg('input', () => SubmitProjectInput, { description: 'The project.' }) input: SubmitProjectInput,
  ): Promise<Payload<'project', Project>> {
    return submitProject(context, input);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'The municipality that submitted it; null for a partner’s.' })
  @InGraph('regional')
  @Allow('municipality.read')
  municipality(@Root() project: Project): Municipality | null {
    return project.organisationId ? null : municipalityRef(project.municipality);
  }

  @FieldResolver(() => ProjectCall, { description: 'The call it was submitted to.' })
  @InGraph('regional')
  @Allow('projectCall.read')
  call(@Ctx() context: Context, @Root() project: Project): Promise<ProjectCall | null> {
    return context.load(projectCallById, project.callId);
  }
}
