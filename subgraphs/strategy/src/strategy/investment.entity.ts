import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, TenantEntity } from '@atbalsts/database';
import { EuroScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType } from 'type-graphql';

const share = (who: string) => ({ nullable: true, description: `Share ${who} pays, 0 to 1; null where none is printed.` });

/** A line of a strategy's investment plan. */
@Entity()
@ObjectType({ description: 'A line of a strategy’s investment plan.' })
@Allow('strategy.read')
export class Investment extends TenantEntity {
  @Property({ type: 'uuid' })
  strategyId!: string;

  @Property({ type: 'text' })
  @Field(() => ID, { description: 'Its number, as printed.' })
  code!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => ID, { nullable: true, description: 'Number of the line it is a part of; null for a line of its own.' })
  parentCode!: string | null;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: CentsType, nullable: true })
  @Field(() => EuroScalar, { nullable: true, description: 'Indicative amount; null where none is printed.' })
  amount!: Cents | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True where the amount is for each year, not for the whole period.' })
  annual!: boolean;

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, share('the municipality'))
  municipalShare!: number | null;

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, share('the state'))
  stateShare!: number | null;

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, share('a foreign source'))
  foreignShare!: number | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Which foreign source.' })
  foreignSource!: string | null;
}
