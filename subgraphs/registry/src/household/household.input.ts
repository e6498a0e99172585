import { DateScalar } from '@atbalsts/graphql';
import { ArrayNotEmpty, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HouseholdRelation } from './household.entity.js';

/** A member as the household is to be. */
@InputType({ description: 'A member as the household is to be.' })
export class HouseholdMemberInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => HouseholdRelation, { description: 'What the member is to the head.' })
  relation!: HouseholdRelation;
}

/** Who makes up a household from a day on. */
@InputType({ description: 'Who makes up a household from a day on.' })
export class ChangeHouseholdInput {
  @Field(() => ID, { nullable: true, description: 'The household to change; left out for a new one.' })
  householdId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the household that was seen; STALE where it has changed since.' })
  version?: number | null;

  @Field(() => [HouseholdMemberInput], {
    description: 'All its members from that day on; exactly one is the head. The own household of who lives alone until then ends.',
  })
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  members!: HouseholdMemberInput[];

  @Field(() => DateScalar, { description: 'From which day; not in the future, nor before the last change of the household.' })
  since!: string;
}
