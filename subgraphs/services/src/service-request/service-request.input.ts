import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MarkInput } from '../assessment-form/assessment-form.input.js';
import { RequestProjectInput } from '../service-project/service-project.input.js';
import { ServiceOutcome } from './service-request.entity.js';

/** A request for a service. */
@InputType({ description: 'A request for a service, of a person of your municipality.' })
export class RequestServiceInput {
  @Field(() => ID, { description: 'Who asks.' })
  personId!: string;

  @Field(() => ID, { description: 'Code of the kind of service.' })
  serviceType!: string;

  @Field(() => DateScalar, { description: 'Asked for on; it may lie before the day of entry.' })
  requestedOn!: string;

  @Field(() => RequestProjectInput, { nullable: true, description: 'The project that is to pay; none when left out.' })
  @ValidateIf((_input, value) => value !== null && value !== undefined)
  @ValidateNested()
  project?: RequestProjectInput | null;
}

/** The needs card of a request. */
@InputType({ description: 'The needs card of a request. You are its assessor.' })
export class AssessNeedsInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'Assessed on; it may lie before the day of entry.' })
  on!: string;

  @Field(() => Int, { description: 'Sum of the scores; not below 0.' })
  score!: number;

  @Field(() => Int, { description: 'Level of care, 1 (least) to 4.' })
  level!: number;

  @Field(() => String, { description: 'What was found.' })
  @MaxLength(20_000)
  findings!: string;

  @Field(() => [MarkInput], {
    nullable: true,
    description:
      'Points for every criterion of the needs card of that day, each once; score and level are then what the card gives. Left out, the sum alone is kept.',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ValidateIf((_input, value) => value !== null && value !== undefined)
  @ValidateNested({ each: true })
  marks?: MarkInput[] | null;
}

/** A decision on a request. */
@InputType({ description: 'A decision on a request: the first call proposes it, the same by a second person confirms it.' })
export class DecideServiceInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => Int, { description: 'Version of the request that was read.' })
  version!: number;

  @Field(() => ServiceOutcome, { description: 'What is to be decided.' })
  outcome!: ServiceOutcome;

  @Field(() => String, { nullable: true, description: 'Reasons; a refusal is not proposed without.' })
  @MaxLength(20_000)
  reasons?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the service; left out it is the day of the proposal, and in a confirmation what was proposed.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which the service is no longer given; left out there is no end, and in a confirmation it is what was proposed.',
  })
  until?: string | null;
}

/** The answer to the survey after a service. */
@InputType({ description: 'The answer of a client to the survey after a service.' })
export class AnswerSurveyInput {
  @Field(() => ID, { description: 'The request by which the service was given.' })
  requestId!: string;

  @Field(() => Int, { description: '1, very bad, to 5, very good.' })
  score!: number;

  @Field(() => String, { nullable: true, description: "In the client's words." })
  @MaxLength(4000)
  comment?: string | null;
}
