import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { EmergencyAccess } from './emergency-access.entity.js';

/** What opening or closing an emergency access gives back. */
@ObjectType({ description: 'What opening or closing an emergency access gives back.' })
@Allow('emergency.read')
export class EmergencyAccessPayload {
  @Field(() => EmergencyAccess, { nullable: true, description: 'The emergency access; null when refused, but the open one on DUPLICATE.' })
  emergencyAccess!: EmergencyAccess | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
