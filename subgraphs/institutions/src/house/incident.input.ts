import { DateScalar } from '@atbalsts/graphql';
import { ArrayMaxSize, ArrayUnique, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IncidentInformed, IncidentKind } from './incident.entity.js';

/** An incident to be recorded. */
@InputType({ description: 'An incident to be recorded.' })
export class RecordIncidentInput {
  @Field(() => ID, { description: 'In which facility.' })
  @IsUUID()
  facilityId!: string;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;

  @Field(() => IncidentKind, { description: 'What kind.' })
  kind!: IncidentKind;

  @Field(() => String, { description: 'What happened.' })
  @MaxLength(4000)
  what!: string;

  @Field(() => [ID], { defaultValue: [], description: 'Who was involved: clients who had a place or slept there on that day.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  personIds!: string[];

  @Field(() => [IncidentInformed], { defaultValue: [], description: 'Who was informed.' })
  @ArrayUnique()
  informed!: IncidentInformed[];
}

/** What followed an incident. */
@InputType({ description: 'What followed an incident.' })
export class ConcludeIncidentInput {
  @Field(() => ID, { description: 'Which incident.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;

  @Field(() => String, { description: 'What followed.' })
  @MaxLength(4000)
  outcome!: string;
}
