import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { formatTime } from '../../format/format.js';
import { read } from '../../gql/staff/index.js';
import { useMay } from '../../shell/may.js';
import {
  Badge,
  Button,
  ComboBox,
  DateField,
  Empty,
  Link,
  Page,
  Part,
  Section,
  Skeleton,
  Stack,
  type Tone,
  useHoles,
} from '../../ui/index.js';
import { FormButton } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { useColleagues } from '../cases/colleagues.js';
import { today } from '../spoken.js';
import { AppointmentFields, AppointmentsQuery, FreeTimes, MySelf } from './appointments.queries.js';
import { BookForm } from './BookForm.js';
import { HoursForm, SettleForm, type Shown } from './forms.js';
import { useAppointmentTexts } from './texts.js';

const tones: Readonly<Record<Shown['state'], Tone>> = { BOOKED: 'info', KEPT: 'good', MISSED: 'warn', CANCELLED: 'neutral' };
const everybody = 'ALL';

/** The appointments of a day: who comes to whom, what came of it, and which times are free. */
export default function Appointments() {
  const t = useAppointmentTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const self = useQuery(MySelf);
  const colleagues = useColleagues(true);
  const on = /^\d{4}-\d{2}-\d{2}$/.test(params.get('on') ?? '') ? (params.get('on') as string) : today();
  const wanted = params.get('employee') ?? self.data?.viewer?.employee?.id ?? everybody;
  const employeeId = wanted === everybody ? null : wanted;
  const waits = !self.data && self.loading;
  const { data, loading, error, refetch, fetchMore } = useQuery(AppointmentsQuery, {
    variables: { filter: { on, employeeId } },
    skip: waits,
  });
  const free = useQuery(FreeTimes, { variables: { employeeId: employeeId ?? '', on }, skip: !employeeId });
  const holes = useHoles(error ?? free.error);
  const page = data?.appointments;
  const again = () => Promise.all([refetch(), ...(employeeId ? [free.refetch()] : [])]);
  const show = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {may('appointment.hours').allowed ? (
            <FormButton words={t('hours')} small={false}>
              {(close) => <HoursForm employeeId={employeeId} on={on} onClose={close} onDone={again} />}
            </FormButton>
          ) : null}
          {may('appointment.book').allowed && may('person.search').allowed ? (
            <FormButton words={t('book')} look="primary" small={false}>
              {(close) => <BookForm {...(employeeId ? { employeeId } : {})} on={on} onClose={close} onDone={again} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Stack>
        <div className={`${styles.filters} no-print`}>
          <DateField label={t('day')} value={on} onChange={(day) => show('on', day)} />
          <ComboBox
            key={colleagues.length && !waits ? 'there' : 'awaited'}
            label={t('employee')}
            choices={[{ id: everybody, label: t('everybody') }, ...colleagues]}
            value={waits ? null : wanted}
            onChange={(id) => show('employee', id ?? everybody)}
          />
        </div>
        <div className={styles.sheet}>
          <Part holes={holes} at="appointments" onAgain={() => void refetch()}>
            <Section title={t('list')} count={page?.totalCount}>
              {!page ? (
                loading || waits ? (
                  <Skeleton lines={8} height="18rem" />
                ) : null
              ) : page.nodes.length ? (
                <Stack>
                  <ul className={styles.list}>
                    {read(AppointmentFields, page.nodes).map((one) => (
                      <li key={one.id}>
                        <Appointment appointment={one} named={!employeeId} onDone={again} />
                      </li>
                    ))}
                  </ul>
                  {page.pageInfo.hasNextPage ? (
                    <div>
                      <Button isDisabled={loading} onPress={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
                        {t('more')}
                      </Button>
                    </div>
                  ) : null}
                </Stack>
              ) : (
                <Empty title={t('empty')}>{t('emptyLead')}</Empty>
              )}
            </Section>
          </Part>
          <Part holes={holes} at="freeTimes" onAgain={() => void free.refetch()}>
            <Section title={t('free')} count={employeeId ? free.data?.freeTimes?.length : undefined}>
              {!employeeId ? (
                <p className={styles.fine}>{t('freeChoose')}</p>
              ) : !free.data ? (
                <Skeleton lines={4} height="8rem" />
              ) : free.data.freeTimes?.length ? (
                <ul className={styles.list}>
                  {free.data.freeTimes.map(({ startsAt, endsAt, room }) => (
                    <li key={startsAt}>
                      <div className={styles.line}>
                        <span>
                          {formatTime(startsAt)}–{formatTime(endsAt)}
                        </span>
                        {room ? <span className={styles.fine}>{t('room', { room })}</span> : null}
                      </div>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className={styles.fine}>{t('freeNone')}</p>
              )}
            </Section>
          </Part>
        </div>
      </Stack>
    </Page>
  );
}

function Appointment({ appointment, named, onDone }: { appointment: Shown; named: boolean; onDone(): unknown }) {
  const t = useAppointmentTexts();
  const may = useMay();
  const { startsAt, endsAt, state, person, purpose, cancelReason, employee } = appointment;
  return (
    <>
      <div className={styles.line}>
        <strong>
          {formatTime(startsAt)}–{formatTime(endsAt)}
        </strong>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      </div>
      <span>
        {t('client')}: <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link> · {purpose}
      </span>
      {named ? <span className={styles.fine}>{employee.name}</span> : null}
      {cancelReason ? <span className={styles.fine}>{t('cancelled', { reason: cancelReason })}</span> : null}
      {may('appointment.settle').allowed ? (
        <div className="no-print">
          <FormButton words={t('settle')} offered={state === 'BOOKED'}>
            {(close) => <SettleForm appointment={appointment} onClose={close} onDone={onDone} />}
          </FormButton>
        </div>
      ) : null}
    </>
  );
}
