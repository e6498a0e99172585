import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatTime } from '../../format/format.js';
import { read } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ComboBox, DateField, Failure, Notice, Radios, Skeleton, TextField, useHoles, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import { useColleagues } from '../cases/colleagues.js';
import { type Found, PersonPicker } from '../institutions/person-picker.js';
import { today } from '../spoken.js';
import { AppointmentFields, AppointmentsQuery, BookAppointment, FreeTimes, MySelf } from './appointments.queries.js';
import { useAppointmentTexts } from './texts.js';

const fields = ['employeeId', 'personId', 'startsAt', 'purpose'];

/** Books a free time of an employee for a client, with what the client is booked for already. */
export function BookForm({
  personId,
  employeeId: begun,
  on: begunOn,
  ...form
}: ActFormProps & {
  /** Whom; chosen in the form where left out. */
  personId?: string;
  /** With whom to begin; who is at the screen where left out. */
  employeeId?: string;
  /** With which day to begin. */
  on?: string;
}) {
  const t = useAppointmentTexts();
  const format = useFormat();
  const need = useRequired();
  const self = useQuery(MySelf, { skip: begun !== undefined });
  const [chosen, setChosen] = useState<string | null | undefined>(begun);
  const employeeId = chosen === undefined ? (self.data?.viewer?.employee?.id ?? null) : chosen;
  const [found, setFound] = useState<Found | null>(null);
  const [on, setOn] = useState<string | null>(begunOn ?? today());
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [purpose, setPurpose] = useState('');
  const colleagues = useColleagues(true);
  const person = personId ?? found?.id ?? null;
  const times = useQuery(FreeTimes, { variables: { employeeId: employeeId ?? '', on: on ?? '' }, skip: !employeeId || !on });
  const holes = useHoles(times.error);
  const booked = useQuery(AppointmentsQuery, { variables: { filter: { personId: person ?? '', state: 'BOOKED' } }, skip: !person });
  const booking = useAct(BookAppointment, fields);
  const free = times.data?.freeTimes;
  const mine = read(AppointmentFields, booked.data?.appointments?.nodes ?? []);
  const send = async () => {
    if (!need.check(employeeId, person, startsAt, purpose) || !employeeId || !person || !startsAt) return null;
    const ending = await booking.act({ input: { employeeId, personId: person, startsAt, purpose: purpose.trim() } });
    // Somebody was faster: what is free now is shown, and what was typed stays.
    if (!ending.done) {
      if (ending.problems.some(({ field }) => field?.endsWith('startsAt'))) setStartsAt(null);
      await times.refetch().catch(() => undefined);
    }
    return ending;
  };
  return (
    <ActDialog
      {...form}
      title={t('bookTitle')}
      submit={t('bookSave')}
      act={booking}
      send={send}
      told={({ bookAppointment: made }) => t('booked', { when: made?.appointment ? format.moment(made.appointment.startsAt) : '–' })}
    >
      {personId ? null : (
        <PersonPicker label={t('client')} value={found} onChange={setFound} problem={need.problem(person, booking.problem('personId'))} />
      )}
      {mine.length ? (
        <Notice tone="info" title={t('already')}>
          {mine.map((one) => (
            <p key={one.id}>
              {t('alreadyAt', { when: format.moment(one.startsAt), name: one.employee.name ?? '–', purpose: one.purpose })}
            </p>
          ))}
        </Notice>
      ) : null}
      <ComboBox
        key={colleagues.length && (self.data || begun) ? 'there' : 'awaited'}
        label={t('employee')}
        required
        choices={colleagues}
        value={employeeId}
        onChange={(id) => {
          setChosen(id);
          setStartsAt(null);
        }}
        problem={need.problem(employeeId, booking.problem('employeeId'))}
      />
      <DateField
        label={t('day')}
        value={on}
        onChange={(day) => {
          setOn(day);
          setStartsAt(null);
        }}
        required
        earliest={today()}
      />
      {!employeeId || !on ? null : free?.length ? (
        <Radios
          label={t('time')}
          required
          choices={free.map((time) => ({
            id: time.startsAt,
            label: `${formatTime(time.startsAt)}–${formatTime(time.endsAt)}`,
            ...(time.room ? { note: t('room', { room: time.room }) } : {}),
          }))}
          value={startsAt}
          onChange={setStartsAt}
          problem={need.problem(startsAt, booking.problem('startsAt'))}
        />
      ) : free ? (
        <Notice tone="warn">{t('freeNone')}</Notice>
      ) : times.loading ? (
        <Skeleton lines={3} height="6rem" />
      ) : (
        <Failure faults={holes.all} onAgain={() => void times.refetch()} />
      )}
      <TextField
        label={t('purpose')}
        hint={t('purposeHint')}
        value={purpose}
        onChange={setPurpose}
        required
        maxLength={500}
        problem={need.problem(purpose, booking.problem('purpose'))}
      />
    </ActDialog>
  );
}
