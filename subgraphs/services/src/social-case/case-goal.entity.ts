import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Whether a goal was reached: is anyone better off. */
export enum GoalOutcome {
  ACHIEVED = 'ACHIEVED',
  PARTLY = 'PARTLY',
  NOT_ACHIEVED = 'NOT_ACHIEVED',
}
registerEnumType(GoalOutcome, {
  name: 'GoalOutcome',
  description: 'Whether a goal was reached: is anyone better off.',
  valuesConfig: {
    ACHIEVED: { description: 'Reached.' },
    PARTLY: { description: 'Reached in part.' },
    NOT_ACHIEVED: { description: 'Not reached.' },
  },
});

/** What is to be better at the end of a case, and the activities agreed for it. */
@Entity()
@ObjectType({ description: 'What is to be better at the end of a case, and the activities agreed for it.' })
@Allow('case.read')
export class CaseGoal extends TenantEntity {
  @Field(() => ID, { description: 'Id of the goal.' })
  override id!: string;

  @Property({ type: 'uuid' })
  caseId!: string;

  /** Where it stands among the goals of the case, from 1. */
  @Property({ type: 'integer' })
  place!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The goal, in the words of the agreement.' })
  text!: string;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [String], { description: 'What is to be done for it.' })
  activities!: string[];

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'By when; null where no day was agreed.' })
  dueOn!: string | null;

  @Enum({ items: () => GoalOutcome, type: 'text', nullable: true })
  @Field(() => GoalOutcome, { nullable: true, description: 'What came of it; null while the case is open.' })
  outcome!: GoalOutcome | null;
}
