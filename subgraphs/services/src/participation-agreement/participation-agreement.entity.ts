import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Whether an agreement counts. */
export enum AgreementState {
  ACTIVE = 'ACTIVE',
  REPLACED = 'REPLACED',
  ENDED = 'ENDED',
}
registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Whether an agreement counts.',
  valuesConfig: {
    ACTIVE: { description: 'The one that counts.' },
    REPLACED: { description: 'A later one took its place.' },
    ENDED: { description: 'It ended.' },
  },
});

/** For which part of the office a duty counts. */
export enum DutyDomain {
  SOCIAL_ASSISTANCE = 'SOCIAL_ASSISTANCE',
  SOCIAL_WORK = 'SOCIAL_WORK',
  SOCIAL_SERVICE = 'SOCIAL_SERVICE',
}
registerEnumType(DutyDomain, {
  name: 'DutyDomain',
  description: 'For which part of the office a duty counts.',
  valuesConfig: {
    SOCIAL_ASSISTANCE: { description: 'Social assistance: money.' },
    SOCIAL_WORK: { description: 'Social work.' },
    SOCIAL_SERVICE: { description: 'A social service.' },
  },
});

/** The one agreement of a person with everybody who works with it: at most one is active. Law on Social Services and Social Assistance: participation (līdzdarbība). */
@Entity()
@ObjectType({ description: 'The agreement of a person with everybody who works with it: at most one is active.' })
@Directive('@key(fields: "id")')
@Allow('agreement.read')
export class ParticipationAgreement extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the agreement.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Agreed on.' })
  agreedOn!: string;

  @Property({ type: 'array', columnType: 'uuid[]' })
  partyIds!: string[];

  @Enum({ items: () => AgreementState, type: 'text' })
  @Field(() => AgreementState, { description: 'Whether it counts.' })
  state!: AgreementState;

  /** The day it was replaced or ended; null while active. */
  @Property({ type: 'date', nullable: true })
  endedOn!: string | null;
}

/** What the person takes upon itself. */
@Entity()
@ObjectType({ description: 'What the person takes upon itself.' })
@Allow('agreement.read')
export class ParticipationDuty extends TenantEntity {
  @Field(() => ID, { description: 'Id of the duty.' })
  override id!: string;

  @Property({ type: 'uuid' })
  agreementId!: string;

  /** Where it stands in the agreement, from 1. */
  @Property({ type: 'integer' })
  place!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The duty.' })
  text!: string;

  @Enum({ items: () => DutyDomain, type: 'text' })
  @Field(() => DutyDomain, { description: 'For which part of the office it counts.' })
  domain!: DutyDomain;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'By when; null where no day was agreed.' })
  dueOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was fulfilled; null while it is not.' })
  fulfilledOn!: string | null;
}
