import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** A night that a person slept in the night shelter; a person sleeps in one place a night. */
@Entity()
export class NightStay extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  facilityId!: string;

  /** The night that begins on this day. */
  @Property({ type: 'date' })
  night!: string;
}
