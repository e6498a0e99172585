import { Allow } from '@atbalsts/auth';
import { DateScalar } from '@atbalsts/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** What of an employee's work with clients is not over. */
export enum OpenWorkKind {
  CASE = 'CASE',
  APPOINTMENT = 'APPOINTMENT',
  RECEPTION_HOURS = 'RECEPTION_HOURS',
  VISIT_ROUTE = 'VISIT_ROUTE',
  CARE_TASK = 'CARE_TASK',
  PROGRAMME_GROUP = 'PROGRAMME_GROUP',
  PROPOSED_SERVICE = 'PROPOSED_SERVICE',
}
describedEnum(OpenWorkKind, 'OpenWorkKind', 'What of an employee’s work with clients is not over.', {
  CASE: 'An open case.',
  APPOINTMENT: 'A booked appointment to come.',
  RECEPTION_HOURS: 'Hours to come in which the employee receives.',
  VISIT_ROUTE: 'A route of home visits from today on with visits that are not made yet.',
  CARE_TASK: 'A task of an individual plan of care that goes on.',
  PROGRAMME_GROUP: 'A group of a rehabilitation programme that the employee leads.',
  PROPOSED_SERVICE:
    'A decision on a service that the employee has proposed and that waits for a second person; nobody takes it over, another confirms it.',
});

/** One thing that an employee is responsible for: without the person whom it is about. */
@ObjectType({ description: 'Something that an employee is responsible for; it says nothing of whom it is about.' })
@Allow('handover.read')
export class OpenWork {
  @Field(() => OpenWorkKind, { description: 'What it is.' })
  kind!: OpenWorkKind;

  @Field(() => ID, { description: 'Id of its record.' })
  objectId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it is or is due; null where it has no day.' })
  on!: string | null;
}
