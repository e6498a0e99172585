import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A project that is submitted to a call. */
@InputType({ description: 'A project that is submitted to a call.' })
export class SubmitProjectInput {
  @Field(() => ID, { description: 'The call: its id, or its short name.' })
  @MaxLength(60)
  callId!: string;

  @Field(() => String, { description: 'Its title.' })
  @MaxLength(400)
  title!: string;

  @Field(() => String, { description: 'What it is to do, and for whom.' })
  @MaxLength(20000)
  summary!: string;

  @Field(() => DateScalar, { description: 'Its first day; not in the past.' })
  from!: string;

  @Field(() => Int, { description: 'Its duration in months.' })
  months!: number;

  @Field(() => EuroScalar, { description: 'What it asks for.' })
  amount!: Cents;

  @Field(() => EuroScalar, { description: 'What it costs in all.' })
  totalCosts!: Cents;

  @Field(() => EuroScalar, { defaultValue: 0, description: 'How much of what it asks for goes to infrastructure.' })
  infrastructure!: Cents;

  @Field(() => String, {
    nullable: true,
    description: 'Number in the register of social service providers: only registered providers may submit.',
  })
  @MaxLength(60)
  registration?: string | null;
}
