import { Allow } from '@atbalsts/auth';
import { NumericType, TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** A row of a report table, to which an indicator is bound. */
@ObjectType({ description: 'A row of a report table, to which an indicator is bound.' })
@Allow('strategy.read')
export class MeasureRef {
  @Field(() => ID, { description: 'Id of the table.' })
  table!: string;

  @Field(() => ID, { description: 'Key of the row.' })
  row!: string;
}

/** How one sees that a task succeeds. */
@Entity()
@ObjectType({
  description: 'How one sees that a task succeeds. Bound to a row of a report table it measures itself; unbound, its values are recorded.',
})
@Allow('strategy.read')
export class Indicator extends TenantEntity {
  @Field(() => ID, { description: 'Id of the indicator.' })
  override id!: string;

  @Property({ type: 'uuid' })
  taskId!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text', nullable: true })
  measureTable!: string | null;

  @Property({ type: 'text', nullable: true })
  measureRow!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True where its targets are in no document.' })
  assumed!: boolean;
}

/** What an indicator should reach in a year, at least. */
@Entity()
export class IndicatorTarget extends TenantEntity {
  @Property({ type: 'uuid' })
  indicatorId!: string;

  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: NumericType })
  value!: number;
}

/** What was recorded of an unbound indicator for a year. */
@Entity()
export class IndicatorValue extends TenantEntity {
  @Property({ type: 'uuid' })
  indicatorId!: string;

  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: NumericType })
  value!: number;

  @Property({ type: 'text' })
  evidence!: string;
}
