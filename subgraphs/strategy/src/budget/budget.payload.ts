import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { BudgetRow } from './budget.entity.js';

/** What a booking gives back. */
@ObjectType({ description: 'What a booking gives back.' })
@Allow('budget.read')
export class BudgetPayload {
  @Field(() => BudgetRow, { nullable: true, description: 'The sums of that year, purpose and source; null when refused.' })
  budget!: BudgetRow | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
