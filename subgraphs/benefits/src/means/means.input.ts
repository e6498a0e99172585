import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Disability } from './means.model.js';

registerEnumType(Disability, {
  name: 'Disability',
  description: 'Disability of a member on the day of assessment. Disability Law, section 6.',
  valuesConfig: {
    NONE: { description: 'None.' },
    GROUP_1: { description: 'Group I.' },
    GROUP_2: { description: 'Group II.' },
    GROUP_3: { description: 'Group III.' },
    CHILD: { description: 'Of a child under 18.' },
  },
});

/** Most persons that one household may have in a means test. */
const largestHousehold = 100;

/** A member of the household, as the means test sees one. */
@InputType({ description: 'A member of the household: no identity, only what the rules ask.' })
export class MeansMemberInput {
  @Field(() => Int, { description: 'Full years of age on the day, 0 to 130.' })
  @Min(0)
  @Max(130)
  age!: number;

  @Field(() => EuroScalar, { description: 'Average monthly income, not negative.' })
  @Min(0)
  monthlyIncome!: Cents;

  @Field(() => Disability, { defaultValue: Disability.NONE, description: 'Disability.' })
  disability!: Disability;

  @Field(() => Boolean, { defaultValue: false, description: 'Of pension age, or drawing an old-age pension.' })
  pensioner!: boolean;
}

/** What a means test is made of. */
@InputType({ description: 'A household on a day, to be assessed by the rules of that day.' })
export class MeansInput {
  @Field(() => ID, { description: 'Code of the municipality whose rules are asked.' })
  municipality!: string;

  @Field(() => DateScalar, { description: 'The day whose rules are asked.' })
  on!: string;

  @Field(() => [MeansMemberInput], { description: 'The members of the household, at least one.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(largestHousehold)
  @ValidateNested({ each: true })
  members!: MeansMemberInput[];

  @Field(() => EuroScalar, {
    defaultValue: 0,
    description: 'Housing costs of the month within the norms of Cabinet Regulation 809, annex 3; not negative.',
  })
  @Min(0)
  housingCosts!: Cents;
}
