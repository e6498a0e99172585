import { Allow } from '@atbalsts/auth';
import { idsAmong, isId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Connection,
  type Context,
  DateScalar,
  inOrder,
  PageArgs,
  type Payload,
  type ReferenceResolver,
} from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayList } from '../day-list.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import { Appointment, AppointmentConnection, FreeTime, ReceptionHours } from './appointment.entity.js';
import { AppointmentFilter, BookAppointmentInput, OpenReceptionHoursInput, SettleAppointmentInput } from './appointment.input.js';
import { bookAppointment, freeTimesOf, openReceptionHours, settleAppointment } from './appointment.service.js';

const ReceptionHoursPayload = PayloadOf(() => ReceptionHours, 'receptionHours', 'ReceptionHoursPayload', 'appointment.times.read');
const AppointmentPayload = PayloadOf(() => Appointment, 'appointment', 'AppointmentPayload', 'appointment.read');

const appointmentById: BatchLoad<string, Appointment | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Appointment, { id: { $in: idsAmong(ids) } }), (appointment) => appointment.id);

/** Resolves an appointment for another subgraph; null where the principal's municipality does not know it. */
export const appointmentReference: ReferenceResolver = ({ id }, context) => context.load(appointmentById, String(id));

@ArgsType()
class AppointmentsArgs extends PageArgs {
  @Field(() => AppointmentFilter, { nullable: true, description: 'Which appointments; all when left out.' })
  filter?: AppointmentFilter | null;
}

/** Appointments with employees of the own municipality. */
@Resolver(() => Appointment)
export class AppointmentResolver {
  @Query(() => [FreeTime], { description: 'When an employee receives and is free on a day, in order.' })
  @Allow('appointment.times.read')
  freeTimes(
    @Ctx() context: Context,
    @Arg('employeeId', () => ID, { description: 'The employee.' }) employeeId: string,
    @Arg('on', () => DateScalar, { description: 'The day.' }) on: string,
  ): Promise<FreeTime[]> {
    return freeTimesOf(context, employeeId, on);
  }

  @Query(() => AppointmentConnection, { description: 'Appointments, the earliest first.' })
  @Allow('appointment.read')
  appointments(@Ctx() context: Context, @Args() args: AppointmentsArgs): Promise<Connection<Appointment>> {
    const { employeeId, personId, on, state } = args.filter ?? {};
    const where: Record<string, unknown>[] = [];
    for (const [column, id] of Object.entries({ employeeId, personId }))
      if (id) where.push(isId(id) ? { [column]: id } : { id: { $in: [] } });
    if (on) where.push({ on });
    if (state) where.push({ state });
    return dayList(context, Appointment, where.length ? { $and: where } : {}, args, { by: 'startsAt', direction: 'asc' });
  }

  @Mutation(() => ReceptionHoursPayload, { description: 'Says when an employee receives clients on a day.' })
  @Allow('appointment.hours')
  openReceptionHours(
    @Ctx() context: Context,
    @Arg('input', () => OpenReceptionHoursInput, { description: 'The hours.' }) input: OpenReceptionHoursInput,
  ): Promise<Payload<'receptionHours', ReceptionHours>> {
    return openReceptionHours(context, input);
  }

  @Mutation(() => AppointmentPayload, { description: 'Books a free time of an employee for a person: never two at once.' })
  @Allow('appointment.book')
  bookAppointment(
    @Ctx() context: Context,
    @Arg('input', () => BookAppointmentInput, { description: 'Who, to whom, when and what for.' }) input: BookAppointmentInput,
  ): Promise<Payload<'appointment', Appointment>> {
    return bookAppointment(context, input);
  }

  @Mutation(() => AppointmentPayload, { description: 'Writes down that an appointment was kept, missed or cancelled.' })
  @Allow('appointment.settle')
  settleAppointment(
    @Ctx() context: Context,
    @Arg('input', () => SettleAppointmentInput, { description: 'What came of it.' }) input: SettleAppointmentInput,
  ): Promise<Payload<'appointment', Appointment>> {
    return settleAppointment(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who comes.' })
  person(@Root() appointment: Appointment): Person {
    return personRef(appointment.personId);
  }

  @FieldResolver(() => Employee, { description: 'To whom.' })
  employee(@Root() appointment: Appointment): Employee {
    return employeeRef(appointment.employeeId);
  }
}

/** Whose reception hours they are. */
@Resolver(() => ReceptionHours)
export class ReceptionHoursResolver {
  @FieldResolver(() => Employee, { description: 'Who receives.' })
  employee(@Root() hours: ReceptionHours): Employee {
    return employeeRef(hours.employeeId);
  }
}
