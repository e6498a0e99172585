import { Allow } from '@atbalsts/auth';
import { InGraph, Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ProjectCall } from './project-call.entity.js';

/** What opening a call gives back. */
@ObjectType({ description: 'What opening a call for projects gives back.' })
@Allow('projectCall.read')
export class ProjectCallPayload {
  @InGraph('regional')
  @Field(() => ProjectCall, {
    nullable: true,
    description: 'The call; null when refused, except DUPLICATE, which shows the one that exists.',
  })
  projectCall!: ProjectCall | null;

  @InGraph('regional')
  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
