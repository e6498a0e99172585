import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** A strategic goal of a strategy. */
@Entity()
@ObjectType({ description: 'A strategic goal of a strategy (stratēģiskais mērķis).' })
@Allow('strategy.read')
export class StrategicGoal extends TenantEntity {
  @Property({ type: 'uuid' })
  strategyId!: string;

  @Property({ type: 'text' })
  @Field(() => ID, { description: 'Its code within the strategy, as printed.' })
  code!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;
}
