import { TenantEntity } from '@atbalsts/database';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Disability } from '../means/means.model.js';

/** A person whose means are tested with an application: a member of the household on its day, with what the rules ask. */
@Entity()
export class ApplicationMember extends TenantEntity {
  @Property({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  /** Full years on the day of assessment. */
  @Property({ type: 'integer' })
  age!: number;

  @Enum({ items: () => Disability, type: 'text' })
  disability!: Disability;

  @Property({ type: 'boolean' })
  pensioner!: boolean;
}
