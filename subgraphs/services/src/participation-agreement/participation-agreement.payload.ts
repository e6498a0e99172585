import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ParticipationAgreement } from './participation-agreement.entity.js';

/** What a change of an agreement gives back. */
@ObjectType({ description: 'What a change of a participation agreement gives back.' })
@Allow('agreement.read')
export class ParticipationAgreementPayload {
  @Field(() => ParticipationAgreement, { nullable: true, description: 'The agreement; null when refused.' })
  agreement!: ParticipationAgreement | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
