import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What came of an offer. LAPSED follows from the day, whether or not anybody has written so. */
export enum PlaceOfferState {
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  LAPSED = 'LAPSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(PlaceOfferState, {
  name: 'PlaceOfferState',
  description: 'What came of the offer of a free place.',
  valuesConfig: {
    OFFERED: { description: 'There is time to answer.' },
    ACCEPTED: { description: 'The person takes the place.' },
    DECLINED: { description: 'The person does not take it, and goes on waiting.' },
    LAPSED: { description: 'Nobody answered in time.' },
    WITHDRAWN: { description: 'The town took it back.' },
  },
});

/** Whether a place can still be offered. */
export enum FreePlaceState {
  OPEN = 'OPEN',
  TAKEN = 'TAKEN',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(FreePlaceState, {
  name: 'FreePlaceState',
  description: 'Whether a free place can still be offered.',
  valuesConfig: {
    OPEN: { description: 'It is free, or offered.' },
    TAKEN: { description: 'Somebody has accepted it.' },
    WITHDRAWN: { description: 'It is not free after all.' },
  },
});

/** A place of a service that has become free and goes to the next who waits for it. */
@Entity()
@ObjectType({ description: 'A place of a service that has become free and goes to the next who waits for it.' })
@Allow('place.read')
export class FreePlace extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the place.' })
  override id!: string;

  /** Code of the kind of service. */
  @Property({ type: 'text', fieldName: 'service_type' })
  serviceTypeCode!: string;

  @Property({ type: 'text' })
  @Field(() => ID, { description: 'Given by whoever reported it: the same key twice is the same place.' })
  key!: string;

  @Property({ type: 'date', fieldName: 'free_from' })
  @Field(() => DateScalar, { description: 'Free from.' })
  from!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Which place it is.' })
  description!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Reported on.' })
  reportedOn!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'reported_by' })
  reporterId!: string;

  @Enum({ items: () => FreePlaceState, type: 'text' })
  @Field(() => FreePlaceState, { description: 'Whether it can still be offered.' })
  state!: FreePlaceState;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A free place offered to somebody who waits, with a term to answer. */
@Entity()
@ObjectType({ description: 'A free place offered to somebody who waits, with a term to answer.' })
@Allow('place.read')
export class PlaceOffer extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the offer.' })
  override id!: string;

  @Property({ type: 'uuid' })
  placeId!: string;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Offered on.' })
  offeredOn!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'offered_by' })
  offererId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The last day to answer.' })
  answerBy!: string;

  /** What is recorded; the day may have made it lapse since. */
  @Enum({ items: () => PlaceOfferState, type: 'text', fieldName: 'state' })
  recorded!: PlaceOfferState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Answered on; null without an answer.' })
  answeredOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was declined or taken back.' })
  reason!: string | null;

  @Field(() => Int, { description: 'Version to name when answering it.' })
  declare version: number;
}
