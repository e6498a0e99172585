import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** How many clients a facility may have at once, from a day until a day. */
@Entity()
export class FacilityCapacity extends TenantEntity {
  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'integer' })
  capacity!: number;

  @Property({ type: 'date', fieldName: 'from_date' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}
