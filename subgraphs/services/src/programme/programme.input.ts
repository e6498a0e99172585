import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayNotEmpty, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A programme to be opened. */
@InputType({ description: 'A programme to be opened.' })
export class OpenProgrammeInput {
  @Field(() => String, { description: 'Code: small letters, digits and hyphens; the same code is the same programme.' })
  @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  code!: string;

  @Field(() => String, { description: 'Name.' })
  @MaxLength(500)
  name!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the project that pays; none when left out.' })
  @MaxLength(60)
  @ValidateIf((_input, value) => value !== null && value !== undefined)
  project?: string | null;
}

/** A group to be opened. */
@InputType({ description: 'A group of a programme to be opened.' })
export class OpenProgrammeGroupInput {
  @Field(() => ID, { description: 'The programme.' })
  programmeId!: string;

  @Field(() => String, { description: 'Name within the programme; the same name is the same group.' })
  @MaxLength(200)
  name!: string;

  @Field(() => ID, { description: 'The employee who leads it.' })
  leaderId!: string;

  @Field(() => Int, { description: 'How many may be enrolled at once.' })
  @Min(1)
  @Max(1000)
  places!: number;
}

/** Somebody to be enrolled. */
@InputType({ description: 'Somebody to be enrolled in a programme.' })
export class EnrolInProgrammeInput {
  @Field(() => ID, { description: 'The programme.' })
  programmeId!: string;

  @Field(() => ID, { nullable: true, description: 'The group; alone when left out.' })
  groupId?: string | null;

  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; none when left out.' })
  until?: string | null;
}

/** An enrolment to be ended. */
@InputType({ description: 'An enrolment to be ended.' })
export class EndEnrolmentInput {
  @Field(() => ID, { description: 'The enrolment.' })
  enrolmentId!: string;

  @Field(() => Int, { description: 'Version of the enrolment that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which it no longer holds.' })
  on!: string;
}

/** Whether somebody was there. */
@InputType({ description: 'Whether somebody enrolled was there.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => Boolean, { description: 'Was there.' })
  attended!: boolean;
}

/** A session that took place. */
@InputType({ description: 'A session that took place, with who was there.' })
export class RecordSessionInput {
  @Field(() => ID, { description: 'Yours to choose, another for each session: the same key with the same session is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { description: 'The programme.' })
  programmeId!: string;

  @Field(() => ID, { nullable: true, description: 'The group; left out for a session with one person.' })
  groupId?: string | null;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;

  @Field(() => ID, { description: 'The employee who led it.' })
  leaderId!: string;

  @Field(() => String, { nullable: true, description: 'What it was about.' })
  @MaxLength(1000)
  topic?: string | null;

  @Field(() => [AttendanceInput], { description: 'Who of those enrolled was there; each once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  attendance!: AttendanceInput[];
}
