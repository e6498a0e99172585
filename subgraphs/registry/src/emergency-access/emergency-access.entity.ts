import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** Somebody of the staff opened one person's file in an emergency, for some hours, and said why. */
@Entity()
@ObjectType({
  description:
    "Access to one person's file in an emergency, for some hours. Requests look under it with the header x-emergency-access; each look is in the audit as emergency.read.",
})
@Allow('emergency.read')
export class EmergencyAccess extends TenantEntity {
  @Field(() => ID, { description: 'Id: the value of the header x-emergency-access.' })
  override id!: string;

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'Id of the person whose file it opens.' })
  personId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who opened it: the subject of the token.' })
  subject!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The roles of whoever opened it.' })
  role!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'From when on it no longer holds, whether or not anybody closes it.' })
  endsAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given up before its end; null otherwise.' })
  closedAt!: Date | null;
}

/** A page of emergency accesses, the latest first. */
export const EmergencyAccessConnection = ConnectionOf(() => EmergencyAccess, 'EmergencyAccess');
