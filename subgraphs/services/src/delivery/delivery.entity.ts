import { Allow } from '@atbalsts/auth';
import { NumericType, TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';

/** In what a delivery is counted. */
export enum DeliveryUnit {
  HOUR = 'HOUR',
  VISIT = 'VISIT',
  NIGHT = 'NIGHT',
  MEAL = 'MEAL',
  SESSION = 'SESSION',
  TRIP = 'TRIP',
}
registerEnumType(DeliveryUnit, {
  name: 'DeliveryUnit',
  description: 'In what a delivery is counted.',
  valuesConfig: {
    HOUR: { description: 'Hours.' },
    VISIT: { description: 'Visits.' },
    NIGHT: { description: 'Nights.' },
    MEAL: { description: 'Meals.' },
    SESSION: { description: 'Sessions of a programme or a specialist.' },
    TRIP: { description: 'Trips.' },
  },
});

/** One delivery of a service: by a partner to a referral, or by the town to a granted request. The same key twice is the same delivery. */
@Entity()
@ObjectType({ description: 'One delivery of a service: by a partner to a referral, or by the town to a granted request.' })
@Allow('delivery.read')
export class Delivery extends TenantEntity {
  @InGraph('partner')
  @Field(() => ID, { description: 'Id of the delivery.' })
  override id!: string;

  @Property({ type: 'uuid', nullable: true })
  referralId!: string | null;

  /** The organisation of the referral; null for a delivery of the town itself. */
  @Property({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  requestId!: string | null;

  /** Given by whoever records. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @InGraph('partner')
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: NumericType, precision: 8, scale: 2 })
  @InGraph('partner')
  @Field(() => Float, { description: 'How much, in the unit.' })
  units!: number;

  @Enum({ items: () => DeliveryUnit, type: 'text' })
  @InGraph('partner')
  @Field(() => DeliveryUnit, { description: 'In what it is counted.' })
  unit!: DeliveryUnit;

  @Property({ type: 'text' })
  @InGraph('partner')
  @Field(() => String, { description: 'Who recorded it: the subject of the token.' })
  recordedBy!: string;
}

/** A page of deliveries. */
export const DeliveryConnection = ConnectionOf(() => Delivery, 'Delivery', ['partner']);
