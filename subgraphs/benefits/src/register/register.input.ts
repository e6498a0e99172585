import { DateScalar } from '@atbalsts/graphql';
import { ArrayNotEmpty, IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RegisterOutcome, StateRegister } from './register.enums.js';

/** Which registers are asked for which application. */
@InputType({ description: 'Which state registers are asked about the members of the household of an application.' })
export class AskRegistersInput {
  @Field(() => ID, { description: 'For which application; not yet decided, and with a means test.' })
  applicationId!: string;

  @Field(() => Int, { description: 'The version of the application that was seen.' })
  version!: number;

  @Field(() => [StateRegister], { nullable: true, description: 'Which ones; all four when left out.' })
  @ArrayNotEmpty()
  registers?: StateRegister[] | null;
}

/** Which questions to list; what is left out is not asked. */
@InputType({ description: 'Which questions to the state registers to list; what is left out is not asked.' })
export class RegisterQuestionFilter {
  @Field(() => ID, { nullable: true, description: 'About this person.' })
  @IsUUID()
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Asked by this employee.' })
  @IsUUID()
  askedBy?: string | null;

  @Field(() => StateRegister, { nullable: true, description: 'To this register.' })
  register?: StateRegister | null;

  @Field(() => RegisterOutcome, { nullable: true, description: 'With this outcome.' })
  outcome?: RegisterOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Asked on this day or later, in Riga.' })
  askedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Asked before this day, in Riga.' })
  askedUntil?: string | null;
}
