import { Allow } from '@atbalsts/auth';
import { InGraph, Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Referral } from './referral.entity.js';

/** What a change of a referral gives back. */
@ObjectType({ description: 'What a change of a referral gives back.' })
@Allow('referral.read')
export class ReferralPayload {
  @InGraph('partner')
  @Field(() => Referral, { nullable: true, description: 'The referral; null when refused.' })
  referral!: Referral | null;

  @InGraph('partner')
  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
