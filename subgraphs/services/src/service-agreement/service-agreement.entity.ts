import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { PaperState } from '../care-plan/care-plan.entity.js';

/** What the town and a client agreed on a granted service. Law on Social Services and Social Assistance: the service is given by agreement. */
@Entity()
@ObjectType({ description: 'What the town and a client agreed on a granted service.' })
@Allow('serviceAgreement.read')
export class ServiceAgreement extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the agreement.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. PL-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Agreed on.' })
  agreedOn!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'made_by' })
  makerId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was agreed.' })
  terms!: string;

  @Enum({ items: () => PaperState, type: 'text' })
  @Field(() => PaperState, { description: 'Whether it counts.' })
  state!: PaperState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was replaced or ended; null while it counts.' })
  endedOn!: string | null;
}
