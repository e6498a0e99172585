import { constraintOf, dayInRiga, isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { heldAt } from '../held.js';
import { Invalid, isBlank } from '../invalid.js';
import { Appointment, AppointmentState, FreeTime, ReceptionHours } from './appointment.entity.js';
import type { BookAppointmentInput, OpenReceptionHoursInput, SettleAppointmentInput } from './appointment.input.js';
import { freeSlots, settlementProblems, slotsOf } from './appointment.rules.js';

/** The free times of an employee on a day: two statements, however many there are. */
export async function freeTimesOf({ em }: Context, employeeId: string, on: string): Promise<FreeTime[]> {
  if (!isId(employeeId)) return [];
  const hours = await em.find(ReceptionHours, { employeeId, on }, { orderBy: { startsAt: 'asc' } });
  const booked = await em.find(Appointment, { employeeId, on, state: { $ne: AppointmentState.CANCELLED } });
  return hours.flatMap((one) => freeSlots(one, booked).map((slot) => Object.assign(new FreeTime(), slot, { room: one.room })));
}

/** Says when an employee receives. Refuses INVALID, NOT_FOUND, OVERLAP with hours that are open: the database decides. */
export function openReceptionHours(context: Context, input: OpenReceptionHoursInput): Promise<Payload<'receptionHours', ReceptionHours>> {
  return mutate(context, 'receptionHours', async () => {
    const { em, municipality } = context;
    const { employeeId, startsAt, endsAt, slotMinutes } = input;
    const on = dayInRiga(startsAt);
    const problems = new Invalid()
      .when(
        endsAt <= startsAt || dayInRiga(endsAt) !== on,
        'endsAt',
        'Beigām jābūt tajā pašā dienā pēc sākuma.',
        'They end on the same day, after they begin.',
      )
      .when(on < context.today, 'startsAt', 'Šī diena jau pagājusi.', 'That day is over.').found;
    problems.push(...(await unknownEmployees(context, [{ field: 'employeeId', id: employeeId }])));
    if (problems.length) throw new Refusal(problems);
    const room = input.room?.trim() || null;
    const hours = em.create(ReceptionHours, { id: newId(), municipality, employeeId, startsAt, endsAt, on, slotMinutes, room });
    await flushed(context);
    await context.audit.write(em, { action: 'appointment.hours', object: `receptionHours:${hours.id}` });
    return hours;
  });
}

/** Books a free time. Refuses INVALID, NOT_FOUND, OVERLAP where the employee or the person has another one: the database decides. */
export function bookAppointment(context: Context, input: BookAppointmentInput): Promise<Payload<'appointment', Appointment>> {
  return mutate(context, 'appointment', async () => {
    const { em, municipality } = context;
    const { employeeId, personId, startsAt } = input;
    const on = dayInRiga(startsAt);
    const problems = new Invalid()
      .when(on < context.today, 'startsAt', 'Šī diena jau pagājusi.', 'That day is over.')
      .when(isBlank(input.purpose), 'purpose', 'Nav norādīts, kādēļ.', 'It is for nothing.').found;
    problems.push(...(await unknownEmployees(context, [{ field: 'employeeId', id: employeeId }])));
    if (problems.length) throw new Refusal(problems);
    await refuseUnknownPerson(context, personId);
    const hours = await em.find(ReceptionHours, { employeeId, on });
    const slot = hours.flatMap(slotsOf).find((one) => one.startsAt.getTime() === startsAt.getTime());
    if (!slot) {
      refuse(ProblemCode.INVALID, 'Darbinieks tad apmeklētājus nepieņem.', 'The employee does not receive anybody then.', 'startsAt');
    }
    const appointment = em.create(Appointment, {
      id: newId(),
      municipality,
      employeeId,
      personId,
      ...slot,
      on,
      purpose: input.purpose.trim(),
      state: AppointmentState.BOOKED,
      cancelReason: null,
      bookedBy: context.employee,
    } as never);
    await flushed(context);
    await context.audit.write(em, { action: 'appointment.book', personId, object: `appointment:${appointment.id}` });
    return appointment;
  });
}

/** Writes down what came of an appointment, once. Refuses NOT_FOUND, STALE, WRONG_STATE, INVALID. */
export function settleAppointment(context: Context, input: SettleAppointmentInput): Promise<Payload<'appointment', Appointment>> {
  return mutate(context, 'appointment', async () => {
    const missing = { lv: 'Šāda pieraksta nav.', en: 'There is no such appointment.' };
    const appointment = await heldAt(context, Appointment, { id: input.appointmentId, field: 'appointmentId', missing }, input.version);
    if (appointment.state !== AppointmentState.BOOKED) {
      refuse(ProblemCode.WRONG_STATE, 'Pieraksta iznākums jau ir reģistrēts.', 'What came of it is known already.', 'appointmentId');
    }
    const problems = settlementProblems(input, appointment, context.today);
    if (problems.length) throw new Refusal(problems);
    appointment.state = input.state;
    appointment.cancelReason = input.state === AppointmentState.CANCELLED ? (input.reason?.trim() ?? null) : null;
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'appointment.settle',
      personId: appointment.personId,
      object: `appointment:${appointment.id}`,
      fields: ['state'],
    });
    return appointment;
  });
}

async function flushed({ em }: Context): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!isExclusionViolation(error)) throw error;
    throw new Refusal([constraintOf(error) === 'appointment_person_free' ? personBusy : taken]);
  }
}

const taken = problem(ProblemCode.OVERLAP, 'Šis laiks jau ir aizņemts.', 'This time is taken already.', 'startsAt');
const personBusy = problem(
  ProblemCode.OVERLAP,
  'Persona šajā laikā ir pierakstīta citur.',
  'The person is booked elsewhere at that time.',
  'personId',
);
