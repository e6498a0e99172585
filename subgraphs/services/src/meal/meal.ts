import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** By which programme food is given out. */
export enum MealProgramme {
  HOT_MEAL = 'HOT_MEAL',
  FOOD_PACKAGE = 'FOOD_PACKAGE',
  SOUP_KITCHEN = 'SOUP_KITCHEN',
}
describedEnum(MealProgramme, 'MealProgramme', 'By which programme food is given out.', {
  HOT_MEAL: 'Hot meal, healthy environment (Karsts ēdiens – veselīga vide).',
  FOOD_PACKAGE: 'Food packages.',
  SOUP_KITCHEN: 'A soup kitchen, where nobody is asked for a name.',
});

/** Portions given out. */
@Entity()
@ObjectType({ description: 'Portions given out: to a person, or where nobody is asked for a name, to whoever came.' })
@Allow('meal.read')
export class MealIssue extends TenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  /** Chosen by who recorded it: the same again is the same entry. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Enum({ items: () => MealProgramme, type: 'text' })
  @Field(() => MealProgramme, { description: 'By which programme.' })
  programme!: MealProgramme;

  @Property({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many portions.' })
  portions!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Property({ type: 'uuid' })
  recordedBy!: string;
}

/** A page of what was given out. */
export const MealIssueConnection = ConnectionOf(() => MealIssue, 'MealIssue');

/** Portions that were given out. */
@InputType({ description: 'Portions that were given out.' })
export class IssueMealInput {
  @Field(() => ID, { description: 'Yours to choose, another for each: the same key with the same portions is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;

  @Field(() => MealProgramme, { description: 'By which programme.' })
  programme!: MealProgramme;

  @Field(() => ID, { nullable: true, description: 'To whom; left out where nobody is asked for a name (a soup kitchen alone).' })
  personId?: string | null;

  @Field(() => Int, { description: 'How many portions.' })
  @Min(1)
  @Max(1000)
  portions!: number;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @MaxLength(500)
  place?: string | null;
}
