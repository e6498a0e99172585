import { useState } from 'react';
import type { AppointmentState } from '../../gql/staff/graphql.js';
import type { DocumentType } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { Columns, ComboBox, DateField, NumberField, Radios, TextField, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import { useColleagues } from '../cases/colleagues.js';
import { today } from '../spoken.js';
import { type AppointmentFields, OpenReceptionHours, SettleAppointment } from './appointments.queries.js';
import { useAppointmentTexts } from './texts.js';
import { momentInRiga, timeOf } from './times.js';

/** An appointment as the graph gave it. */
export type Shown = DocumentType<typeof AppointmentFields>;

const settleFields = ['state', 'reason'];
type Outcome = Exclude<AppointmentState, 'BOOKED'>;

/** Writes down that a client came, did not come, or that it is cancelled. */
export function SettleForm({ appointment, ...form }: ActFormProps & { appointment: Shown }) {
  const t = useAppointmentTexts();
  const format = useFormat();
  const need = useRequired();
  const [state, setState] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const settling = useAct(SettleAppointment, settleFields);
  const { id, version, startsAt } = appointment;
  return (
    <ActDialog
      {...form}
      title={t('settleTitle', { when: format.moment(startsAt) })}
      submit={t('settleSave')}
      act={settling}
      send={async () =>
        need.check(state) && state
          ? settling.act({ input: { appointmentId: id, version, state, reason: state === 'CANCELLED' ? reason.trim() || null : null } })
          : null
      }
      told={t('settled')}
      now={t('nowState', { state: t(`state.${appointment.state}`) })}
    >
      <Radios<Outcome>
        label={t('settle')}
        required
        choices={[
          { id: 'KEPT', label: t('settleKept') },
          { id: 'MISSED', label: t('settleMissed') },
          { id: 'CANCELLED', label: t('settleCancelled') },
        ]}
        value={state}
        onChange={setState}
        problem={need.problem(state, settling.problem('state'))}
      />
      {state === 'CANCELLED' ? (
        <TextField label={t('reason')} value={reason} onChange={setReason} required maxLength={500} problem={settling.problem('reason')} />
      ) : null}
    </ActDialog>
  );
}

const hoursFields = ['employeeId', 'startsAt', 'endsAt', 'slotMinutes', 'room'];

/** Says when an employee receives on a day, and how long each client has. */
export function HoursForm({ employeeId: begun, on: begunOn, ...form }: ActFormProps & { employeeId: string | null; on: string }) {
  const t = useAppointmentTexts();
  const need = useRequired();
  const [employeeId, setEmployeeId] = useState<string | null>(begun);
  const [on, setOn] = useState<string | null>(begunOn);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [slotMinutes, setSlotMinutes] = useState<number | null>(30);
  const [room, setRoom] = useState('');
  const colleagues = useColleagues(true);
  const opening = useAct(OpenReceptionHours, hoursFields);
  const [tried, setTried] = useState(false);
  const timeProblem = (typed: string, told: string | null) => need.problem(typed, told) ?? (tried && !timeOf(typed) ? t('notTime') : null);
  const send = async () => {
    setTried(true);
    const [start, end] = [timeOf(from), timeOf(until)];
    if (!need.check(employeeId, on, from, until, slotMinutes) || !employeeId || !on || !start || !end || !slotMinutes) return null;
    return opening.act({
      input: { employeeId, startsAt: momentInRiga(on, start), endsAt: momentInRiga(on, end), slotMinutes, room: room.trim() || null },
    });
  };
  return (
    <ActDialog {...form} title={t('hoursTitle')} submit={t('hoursSave')} act={opening} send={send} told={t('hoursSaved')}>
      <ComboBox
        key={colleagues.length ? 'there' : 'awaited'}
        label={t('employee')}
        required
        choices={colleagues}
        value={employeeId}
        onChange={setEmployeeId}
        problem={need.problem(employeeId, opening.problem('employeeId'))}
      />
      <DateField label={t('day')} value={on} onChange={setOn} required earliest={today()} problem={need.problem(on, null)} />
      <Columns least="10rem">
        <TextField
          label={t('hoursFrom')}
          hint={t('hoursHint')}
          value={from}
          onChange={setFrom}
          required
          maxLength={5}
          problem={timeProblem(from, opening.problem('startsAt'))}
        />
        <TextField
          label={t('hoursUntil')}
          hint={t('hoursHint')}
          value={until}
          onChange={setUntil}
          required
          maxLength={5}
          problem={timeProblem(until, opening.problem('endsAt'))}
        />
        <NumberField
          label={t('slot')}
          value={slotMinutes}
          onChange={setSlotMinutes}
          required
          least={5}
          most={480}
          problem={need.problem(slotMinutes, opening.problem('slotMinutes'))}
        />
      </Columns>
      <TextField label={t('roomField')} value={room} onChange={setRoom} maxLength={100} problem={opening.problem('room')} />
    </ActDialog>
  );
}
