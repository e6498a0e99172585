import { Allow } from '@atbalsts/auth';
import { InGraph, Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Project } from './project.entity.js';

/** What submitting a project gives back. */
@ObjectType({ description: 'What submitting a project gives back.' })
@Allow('project.read')
export class ProjectPayload {
  @InGraph('partner')
  @Field(() => Project, {
    nullable: true,
    description: 'The project; null when refused, except DUPLICATE, which shows the one that exists.',
  })
  project!: Project | null;

  @InGraph('partner')
  @Field(() => [Problem], { description: 'Every rule of the call that it breaks; empty when done.' })
  problems!: Problem[];
}
