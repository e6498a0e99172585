import { DateScalar, DateTimeScalar } from '@atbalsts/graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AppointmentState } from './appointment.entity.js';

/** Hours in which an employee receives. */
@InputType({ description: 'Hours of one day in which an employee receives clients.' })
export class OpenReceptionHoursInput {
  @Field(() => ID, { description: 'The employee.' })
  employeeId!: string;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when, the same day.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'Minutes for each client, 5 to 480.' })
  @Min(5)
  @Max(480)
  slotMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @MaxLength(200)
  room?: string | null;
}

/** An appointment to be booked. */
@InputType({ description: 'An appointment to be booked at a free time.' })
export class BookAppointmentInput {
  @Field(() => ID, { description: 'To whom.' })
  employeeId!: string;

  @Field(() => ID, { description: 'Who comes.' })
  personId!: string;

  @Field(() => DateTimeScalar, { description: 'When a free time of the employee begins.' })
  startsAt!: Date;

  @Field(() => String, { description: 'What for.' })
  @MaxLength(1000)
  purpose!: string;
}

/** What came of an appointment. */
@InputType({ description: 'What came of an appointment.' })
export class SettleAppointmentInput {
  @Field(() => ID, { description: 'The appointment.' })
  appointmentId!: string;

  @Field(() => Int, { description: 'Version of the appointment that was read.' })
  version!: number;

  @Field(() => AppointmentState, { description: 'KEPT or MISSED, from its day on; CANCELLED with a reason.' })
  state!: AppointmentState;

  @Field(() => String, { nullable: true, description: 'Why it is cancelled; needed then.' })
  @MaxLength(1000)
  reason?: string | null;
}

/** Which appointments to list; what is left out does not matter. */
@InputType({ description: 'Which appointments to list; what is left out does not matter.' })
export class AppointmentFilter {
  @Field(() => ID, { nullable: true, description: 'Only those with this employee.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this person.' })
  personId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those of this day.' })
  on?: string | null;

  @Field(() => AppointmentState, { nullable: true, description: 'Only those of which this came.' })
  state?: AppointmentState | null;
}
