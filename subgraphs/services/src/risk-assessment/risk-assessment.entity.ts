import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Mark } from '../assessment-form/assessment-form.rules.js';
import { RiskLevel } from '../social-case/social-case.entity.js';

/** One assessment of the risks of one family, in its case. Written once; a new look at the family is a new row. */
@Entity()
@ObjectType({ description: 'One assessment of the risks of a family, in its case.' })
@Allow('risk.read')
export class RiskAssessment extends TenantEntity {
  @Field(() => ID, { description: 'Id of the assessment.' })
  override id!: string;

  @Property({ type: 'uuid' })
  caseId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid', nullable: true })
  householdId!: string | null;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'Assessed on.' })
  on!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'assessed_by' })
  assessorId!: string;

  @Property({ type: 'integer' })
  formVersion!: number;

  @Property({ type: 'json' })
  marks!: Mark[];

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Sum of points times weights.' })
  score!: number;

  @Enum({ items: () => RiskLevel, type: 'text' })
  @Field(() => RiskLevel, { description: 'How great the risk is by the form of that day.' })
  level!: RiskLevel;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'By when it is to be assessed again.' })
  nextDueOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found.' })
  findings!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
