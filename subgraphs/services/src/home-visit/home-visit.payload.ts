import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { HomeVisit } from './home-visit.entity.js';

/** What recording a home visit gives back. */
@ObjectType({ description: 'What recording a home visit gives back.' })
@Allow('visit.read')
export class HomeVisitPayload {
  @Field(() => HomeVisit, { nullable: true, description: 'The visit; null when refused.' })
  homeVisit!: HomeVisit | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
