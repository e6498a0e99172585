import { CentsType, type IsoDate, NumericType, TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import type { Collection, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property } from '@mikro-orm/decorators/legacy';

/** A stay at a place: the tenant entity of these tests. */
@Entity()
export class Stay extends VersionedTenantEntity {
  @Property({ type: 'text' })
  place!: string;

  @Property({ type: 'date' })
  fromDate!: IsoDate;

  @Property({ type: 'date', nullable: true })
  untilDate: IsoDate | null = null;

  @Property({ type: CentsType })
  cost: number = 0;

  @Property({ type: NumericType, precision: 8, scale: 2 })
  hours: number = 0;

  @ManyToOne(() => Stay, { ref: true, nullable: true })
  parent?: Ref<Stay> | null;

  @OneToMany(
    () => Stay,
    (stay) => stay.parent,
  )
  children!: Collection<Stay>;
}

/** What is written once. */
@Entity()
export class Entry extends TenantEntity {
  @Property({ type: 'text' })
  text!: string;
}
