import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** When an employee receives clients. */
@Entity()
@ObjectType({ description: 'When an employee receives clients, in slots.' })
@Allow('appointment.times.read')
export class ReceptionHours extends TenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'From when.' })
  startsAt!: Date;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt!: Date;

  /** The day in Latvia. */
  @Property({ type: 'date', fieldName: 'on_date' })
  on!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Minutes for each client.' })
  slotMinutes!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where.' })
  room!: string | null;
}

/** A time at which an employee is free. */
@ObjectType({ description: 'A time at which an employee receives and is free.' })
@Allow('appointment.times.read')
export class FreeTime {
  @Field(() => DateTimeScalar, { description: 'From when.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: 'Where.' })
  room!: string | null;
}

/** What came of an appointment. */
export enum AppointmentState {
  BOOKED = 'BOOKED',
  KEPT = 'KEPT',
  MISSED = 'MISSED',
  CANCELLED = 'CANCELLED',
}
describedEnum(AppointmentState, 'AppointmentState', 'What came of an appointment.', {
  BOOKED: 'Booked.',
  KEPT: 'The client came.',
  MISSED: 'The client did not come.',
  CANCELLED: 'Cancelled: the time is free again.',
});

/** A person comes to an employee. */
@Entity()
@ObjectType({ description: 'A person comes to an employee: neither is in two places at once.' })
@Directive('@key(fields: "id")')
@Allow('appointment.read')
export class Appointment extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the appointment.' })
  override id!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'From when.' })
  startsAt!: Date;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt!: Date;

  /** The day in Latvia. */
  @Property({ type: 'date', fieldName: 'on_date' })
  on!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What for.' })
  purpose!: string;

  @Enum({ items: () => AppointmentState, type: 'text' })
  @Field(() => AppointmentState, { description: 'What came of it.' })
  state!: AppointmentState;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason!: string | null;

  @Property({ type: 'uuid' })
  bookedBy!: string;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of appointments. */
export const AppointmentConnection = ConnectionOf(() => Appointment, 'Appointment');
