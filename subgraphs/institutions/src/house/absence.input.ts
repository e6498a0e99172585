import { DateScalar } from '@atbalsts/graphql';
import { IsUUID } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AbsenceReason } from './absence.entity.js';

/** Somebody with a place goes away for a time. */
@InputType({ description: 'Somebody with a place goes away for a time, and the place is kept.' })
export class RecordAbsenceInput {
  @Field(() => ID, { description: 'During which placement.' })
  @IsUUID()
  placementId!: string;

  @Field(() => AbsenceReason, { description: 'Why.' })
  reason!: AbsenceReason;

  @Field(() => DateScalar, { description: 'The first day away; not in the future.' })
  from!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until before which day the place is kept; as long as the reason lets it when left out.',
  })
  keptUntil?: string | null;
}

/** Somebody who was away is kept the place for longer, or has come back. */
@InputType({ description: 'Somebody who is away comes back, or is kept the place for longer: one of the two.' })
export class ChangeAbsenceInput {
  @Field(() => ID, { description: 'Id of the absence.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the return.' })
  returnedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until before which day the place is kept now.' })
  keptUntil?: string | null;
}
