import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How urgently somebody needs a place. */
export enum WaitingUrgency {
  CRITICAL = 'CRITICAL',
  HIGH = 'HIGH',
  NORMAL = 'NORMAL',
}
registerEnumType(WaitingUrgency, {
  name: 'WaitingUrgency',
  description: 'How urgently somebody needs a place in a facility: the order is by it, then by the day since when.',
  valuesConfig: {
    CRITICAL: { description: 'Life or health is in danger without a place.' },
    HIGH: { description: 'The person has nowhere to live, or nobody who cares.' },
    NORMAL: { description: 'The person can wait.' },
  },
});

/** Why somebody no longer waits. */
export enum WaitingEnd {
  PLACED = 'PLACED',
  PLACED_ELSEWHERE = 'PLACED_ELSEWHERE',
  WITHDREW = 'WITHDREW',
  NO_LONGER_NEEDED = 'NO_LONGER_NEEDED',
  DIED = 'DIED',
}
registerEnumType(WaitingEnd, {
  name: 'WaitingEnd',
  description: 'Why somebody no longer waits for a place.',
  valuesConfig: {
    PLACED: { description: 'Got a place there; recorded with the admission.' },
    PLACED_ELSEWHERE: { description: 'Got a place elsewhere.' },
    WITHDREW: { description: 'No longer wants one.' },
    NO_LONGER_NEEDED: { description: 'No longer needs one.' },
    DIED: { description: 'Died.' },
  },
});

/** What somebody answered to an offered place. */
export enum OfferAnswer {
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  LAPSED = 'LAPSED',
}
registerEnumType(OfferAnswer, {
  name: 'OfferAnswer',
  description: 'What somebody answered to an offered place.',
  valuesConfig: {
    ACCEPTED: { description: 'Comes: the admission follows.' },
    DECLINED: { description: 'Does not want it.' },
    LAPSED: { description: 'Gave no answer in time.' },
  },
});

/** Somebody who waits for a place in a facility. */
@Entity()
@ObjectType({ description: 'Somebody who waits for a place in a facility.' })
@Allow('placement.read')
export class FacilityWaitingEntry extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who changes it names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  /** From 1, by urgency and the day since when; set by the loader of a list, and resolved by it elsewhere. */
  position?: number;

  @Enum({ items: () => WaitingUrgency, type: 'text' })
  @Field(() => WaitingUrgency, { description: 'How urgent it is.' })
  urgency!: WaitingUrgency;

  @Property({ type: 'date', fieldName: 'since_date' })
  @Field(() => DateScalar, { description: 'Waiting since.' })
  since!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which the person no longer waits; null while waiting.' })
  endedOn!: string | null;

  @Enum({ items: () => WaitingEnd, type: 'text', nullable: true })
  @Field(() => WaitingEnd, { nullable: true, description: 'Why the person no longer waits.' })
  endedWhy!: WaitingEnd | null;
}

/** A free place offered to somebody who waits, with a term to answer. */
@Entity({ tableName: 'facility_place_offer' })
@ObjectType({ description: 'A free place offered to somebody who waits, with a term to answer.' })
@Allow('placement.read')
export class FacilityPlaceOffer extends TenantEntity {
  @Field(() => ID, { description: 'Id of the offer.' })
  override id!: string;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When.' })
  offeredOn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The last day to answer; then it lapses, and the next in order may be offered the place.' })
  answerBy!: string;

  @Enum({ items: () => OfferAnswer, type: 'text', nullable: true })
  answer!: OfferAnswer | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was answered, or was found to have lapsed; null while open.' })
  answeredOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was not the first in order who was offered the place; null where it was.' })
  jumpReason!: string | null;

  /** Subject of the token that offered it. */
  @Property({ type: 'text' })
  offeredBy!: string;
}
