import { DateScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DecisionOutcome } from './decision.entity.js';

/** The longest reasons, grounds or remarks that are taken. */
export const longestText = 10_000;

/** What is proposed. The amount is not among it: it follows from the means and the rules of the day. */
@InputType({
  description: 'A decision proposed on an application. Its amount follows from the means and the rules of the day, never from the caller.',
})
export class ProposeDecisionInput {
  @Field(() => ID, { description: 'On which application.' })
  applicationId!: string;

  @Field(() => Int, { description: 'The version of the application that was seen.' })
  version!: number;

  @Field(() => DecisionOutcome, { description: 'What is decided.' })
  outcome!: DecisionOutcome;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day of the benefit and of the status found: the first of a month. When left out, the first of the month after the application.',
  })
  from?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months a monthly benefit is granted; when left out, as long as the status and the rule let.',
  })
  months?: number | null;

  @Field(() => String, { nullable: true, description: 'The reasons in own words; a refusal needs them.' })
  @MaxLength(longestText)
  reasons?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is granted although a register differs from what is declared; needed where one does.',
  })
  @MaxLength(longestText)
  differencesExplained?: string | null;
}
