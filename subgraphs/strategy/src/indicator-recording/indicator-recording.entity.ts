import { Allow } from '@atbalsts/auth';
import { NumericType, TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** One value that was recorded of an unbound indicator for a year: the first, or a correction. Never changed afterwards. */
@Entity()
@ObjectType({
  description: 'A value that was recorded of an indicator which no report row measures: the first of its year, or a correction.',
})
@Allow('strategy.read')
export class IndicatorRecording extends TenantEntity {
  @Property({ type: 'uuid' })
  indicatorId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year of which it tells.' })
  year!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The first of a year is 1, each correction one more: the highest holds.' })
  number!: number;

  @Property({ type: NumericType })
  @Field(() => Float, { description: 'What was reached.' })
  value!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The document or observation it rests on.' })
  evidence!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When it was recorded.' })
  on!: string;

  /** Subject of the token of whoever recorded it. */
  @Property({ type: 'text' })
  subject!: string;
}
