import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Application } from './application.entity.js';

/** What a change of an application gives back. */
@ObjectType({ description: 'What a change of an application gives back.' })
@Allow('application.read')
export class ApplicationPayload {
  @Field(() => Application, {
    nullable: true,
    description: 'The application; null when refused, but the one that exists already on DUPLICATE.',
  })
  application!: Application | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
