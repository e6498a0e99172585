import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DeclaredIncomeInput, largestMonthly, mostIncomes } from '../application/application.input.js';

/** A change of income or household inside a granted period. */
@InputType({
  description: 'A change of income or household inside a granted period, with the means of the household as they are since then.',
})
export class DeclareChangeInput {
  @Field(() => ID, { description: 'The decision in force that is to be changed.' })
  @IsUUID()
  decisionId!: string;

  @Field(() => Int, { description: 'The version of the decision that was seen.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The day of the change; it counts from the first of the month after it.' })
  on!: string;

  @Field(() => ID, { nullable: true, description: 'The household the applicant belongs to since then; the same as before when left out.' })
  @IsUUID()
  householdId?: string | null;

  @Field(() => [DeclaredIncomeInput], {
    description:
      'All incomes of all members as they are since the change, each as three months (those that are not over yet as they are expected; assumed); empty where nobody has any, and where means are not tested.',
  })
  @ArrayMaxSize(mostIncomes)
  @ValidateNested({ each: true })
  incomes!: DeclaredIncomeInput[];

  @Field(() => EuroScalar, {
    nullable: true,
    description: 'Housing costs of the month within the norms of Cabinet Regulation 809, annex 3; as before when left out.',
  })
  @Min(0)
  @Max(largestMonthly)
  housingCosts?: Cents | null;
}
