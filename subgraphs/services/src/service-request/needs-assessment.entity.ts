import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Mark } from '../assessment-form/assessment-form.rules.js';

/** The needs card of a request: a score, the level of care it gives, and what was found. */
@Entity()
@ObjectType({ description: 'The needs card of a request: a score, the level of care it gives, and what was found.' })
@Allow('needs.read')
export class NeedsAssessment extends TenantEntity {
  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Assessed on.' })
  assessedOn!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'assessed_by' })
  assessorId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Sum of the scores.' })
  score!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Level of care, 1 to 4.' })
  level!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found.' })
  findings!: string;

  /** Version of the needs card; null where the sum alone was entered. */
  @Property({ type: 'integer', nullable: true })
  cardVersion: number | null = null;

  /** Points for each criterion of that version; null where the sum alone was entered. */
  @Property({ type: 'json', nullable: true })
  marks: Mark[] | null = null;
}
