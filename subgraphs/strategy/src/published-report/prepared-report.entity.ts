import { TenantEntity } from '@atbalsts/database';
import type { FactBody } from '@atbalsts/facts';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { Snapshot } from './snapshot.js';

/** A report that one person has prepared and nobody has confirmed yet: exactly what would be published. */
@Entity()
export class PreparedReport extends TenantEntity {
  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: 'date' })
  preparedOn!: string;

  /** Subject of whoever prepared it. */
  @Property({ type: 'text' })
  subject!: string;

  /** The employee behind that token. */
  @Property({ type: 'uuid', nullable: true })
  employeeId!: string | null;

  @Property({ type: 'json' })
  snapshot!: Snapshot;

  /** Body of the fact published-staffing that goes with it. */
  @Property({ type: 'json', nullable: true })
  staffing!: FactBody<'published-staffing'> | null;
}
