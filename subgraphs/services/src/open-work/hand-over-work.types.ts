import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OpenWork } from './open-work.js';

/** Who hands all work over to whom. */
@InputType({ description: 'Everything that an employee is responsible for passes to another, today.' })
export class HandOverWorkInput {
  @Field(() => ID, { description: 'The employee who goes, or has gone.' })
  @IsUUID('all')
  fromId!: string;

  @Field(() => ID, { description: 'The employee who takes over; employed today.' })
  @IsUUID('all')
  toId!: string;

  @Field(() => String, { description: 'Why.' })
  @MaxLength(1000)
  reason!: string;
}

/** What was handed over, and what could not be. */
@ObjectType({ description: 'What was handed over, and what could not be.' })
@Allow('handover.read')
export class WorkHandover {
  @Field(() => Int, { description: 'How many things passed to the other employee.' })
  handedOver!: number;

  @Field(() => [OpenWork], {
    description:
      'What stays: hours, appointments and routes at times at which the other employee has something else, and proposals, which another person confirms.',
  })
  left!: OpenWork[];
}

/** What handing work over gives back. */
@ObjectType({ description: 'What handing work over gives back.' })
@Allow('handover.read')
export class WorkHandoverPayload {
  @Field(() => WorkHandover, { nullable: true, description: 'What passed and what stays; null when refused.' })
  handover!: WorkHandover | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
