import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Whether a plan or an agreement of a service counts. */
export enum PaperState {
  ACTIVE = 'ACTIVE',
  REPLACED = 'REPLACED',
  ENDED = 'ENDED',
}
registerEnumType(PaperState, {
  name: 'PaperState',
  description: 'Whether a care plan or a service agreement counts.',
  valuesConfig: {
    ACTIVE: { description: 'It counts; never two at once for one request.' },
    REPLACED: { description: 'A later one took its place.' },
    ENDED: { description: 'The service has ended.' },
  },
});

/** The individual care plan of a granted service. Law on Social Services and Social Assistance, section 1: individual social care plan. */
@Entity()
@ObjectType({ description: 'The individual care plan of a granted service: what is done by whom, how often a week and how long.' })
@Allow('carePlan.read')
export class CarePlan extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the plan.' })
  override id!: string;

  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Made on.' })
  madeOn!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid', fieldName: 'made_by' })
  makerId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the care is to reach.' })
  goal!: string;

  @Enum({ items: () => PaperState, type: 'text' })
  @Field(() => PaperState, { description: 'Whether it counts.' })
  state!: PaperState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was replaced or ended; null while it counts.' })
  endedOn!: string | null;
}

/** What is done by whom, how often a week and how long each time. */
@Entity()
@ObjectType({ description: 'A task of a care plan: what is done by whom, how often a week and how long each time.' })
@Allow('carePlan.read')
export class CareTask extends TenantEntity {
  @Field(() => ID, { description: 'Id of the task.' })
  override id!: string;

  @Property({ type: 'uuid' })
  planId!: string;

  /** Where it stands among the tasks of the plan, from 1. */
  @Property({ type: 'integer' })
  place!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is done.' })
  text!: string;

  @Property({ type: 'integer', fieldName: 'times_a_week' })
  @Field(() => Int, { description: 'How often a week.' })
  timesAWeek!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Minutes each time.' })
  minutes!: number;

  @Property({ type: 'uuid', nullable: true })
  employeeId!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who does it, where it is no employee: a relative, a partner.' })
  byWhom!: string | null;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day of it.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer done; null where no end is set.' })
  until!: string | null;
}

/** The tasks of one week of a plan. */
@ObjectType({ description: 'The tasks of one week of a care plan.' })
@Allow('carePlan.read')
export class CareWeek {
  @Field(() => DateScalar, { description: 'Monday of the week.' })
  monday!: string;

  @Field(() => [CareTask], { description: 'Tasks that are done on some day of the week.' })
  tasks!: CareTask[];

  @Field(() => Int, { description: 'How often something is done in the week.' })
  times!: number;

  @Field(() => Int, { description: 'Minutes of the week.' })
  minutes!: number;
}
