import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { SocialCase } from './social-case.entity.js';

/** What a change of a case gives back. */
@ObjectType({ description: 'What a change of a case gives back.' })
@Allow('case.read')
export class SocialCasePayload {
  @Field(() => SocialCase, { nullable: true, description: 'The case; null when refused, but the one that is open already on DUPLICATE.' })
  socialCase!: SocialCase | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
