import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** A personal code that a person has or had. */
@Entity()
export class PersonalCode extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'date' })
  fromDate!: string;

  /** The first day on which the person no longer has it; null while it holds. */
  @Property({ type: 'date', nullable: true })
  untilDate!: string | null;
}
