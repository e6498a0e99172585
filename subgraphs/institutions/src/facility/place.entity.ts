import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** A bed in a room or apartment of a facility, in service from a day until a day. */
@Entity()
export class FacilityPlace extends TenantEntity {
  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'text' })
  room!: string;

  @Property({ type: 'text' })
  bed!: string;

  /** Room and bed, as staff call it: `12-2`. */
  @Property({ type: 'text', generated: "room || '-' || bed" })
  name!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}
