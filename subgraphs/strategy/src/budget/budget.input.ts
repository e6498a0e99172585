import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar, FundingSource } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { BudgetKind } from './budget.entity.js';

/** A booking of the budget. */
@InputType({ description: 'A booking of the budget.' })
export class RecordBudgetInput {
  @Field(() => Int, { description: 'Which year’s budget it belongs to.' })
  year!: number;

  @Field(() => ID, { description: 'What for: key of a row of the table funding-sources; its total is the sum and cannot be booked.' })
  row!: string;

  @Field(() => BudgetKind, { description: 'Planned or executed.' })
  kind!: BudgetKind;

  @Field(() => FundingSource, { description: 'Who pays.' })
  source!: FundingSource;

  @Field(() => EuroScalar, { description: 'How much; negative to take back an earlier booking, which a note explains.' })
  amount!: Cents;

  @Field(() => DateScalar, { description: 'When it was booked; not in the future.' })
  bookedOn!: string;

  @Field(() => String, { nullable: true, description: 'The document it rests on, or why it is taken back.' })
  @MaxLength(400)
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'A key of yours: the same booking sent again under it is booked once.' })
  @MaxLength(100)
  key?: string | null;
}
