import { useApolloClient, useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, type Column, Empty, Link, Notice, Part, Row, Section, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import { EmployeeAction } from './employee-actions.js';
import { workByKind } from './owed.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';
import { useAllEmployees } from './use-all-employees.js';

const AbsenceDialog = lazy(() => import('./absence-dialog.js').then(({ AbsenceDialog: dialog }) => ({ default: dialog })));
const AbsenceChangeDialog = lazy(() =>
  import('./absence-change-dialog.js').then(({ AbsenceChangeDialog: dialog }) => ({ default: dialog })),
);

const handoversQuery = graphql(`
  query PeopleHandovers {
    handovers {
      reason
      since
      openCases
      highRiskCases
      silent
      employee {
        id
        name
      }
      items {
        domain
        kind
        objectId
        on
      }
    }
  }
`);

/** Who is away or leaves, who stands in, and what nobody has taken yet. */
export function Handovers() {
  const may = useMay();
  return (
    <Stack gap="l">
      {may('handover.read').allowed ? <Waiting /> : <Notice>{may('handover.read').reason}</Notice>}
      <Absences />
    </Stack>
  );
}

function Waiting() {
  const t = usePeopleTexts();
  const c = useCareerTexts();
  const may = useMay();
  const format = useFormat();
  const { data, error, refetch } = useQuery(handoversQuery);
  const holes = useHoles(error);
  const handovers = data?.handovers ?? [];
  const silent = [...new Set(handovers.flatMap((one) => one.silent))];
  const columns: Column<(typeof handovers)[number]>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ employee }) => <Link href={`/people/${employee.id}`}>{employee.name}</Link>,
      sort: ({ employee }) => employee.name,
    },
    {
      id: 'reason',
      header: t('reason'),
      cell: ({ reason }) => <Badge tone={reason === 'LEFT' ? 'bad' : 'warn'}>{t(`reason.${reason}`)}</Badge>,
    },
    { id: 'since', header: t('sinceDay'), cell: ({ since }) => format.dayShort(since), sort: ({ since }) => since },
    { id: 'cases', header: t('openCases'), figures: true, cell: ({ openCases }) => openCases ?? '–', sort: ({ openCases }) => openCases },
    {
      id: 'work',
      header: t('otherWork'),
      cell: ({ items }) => (
        <Row>
          {workByKind(items.filter(({ kind }) => kind !== 'CASE')).map(({ kind, count }) => (
            <Badge key={kind}>
              {t(`work.${kind as 'CASE'}`)}: {count}
            </Badge>
          ))}
        </Row>
      ),
    },
    ...(may('work.handOver').allowed
      ? [
          {
            id: 'handOver',
            header: c('next'),
            cell: ({ employee }: (typeof handovers)[number]) => (
              <EmployeeAction step="handOver" employee={employee} onDone={() => void refetch()} />
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('handovers')} count={data ? handovers.length : null} flush>
      <p className={styles.pad}>{t('handoversLead')}</p>
      <Part holes={holes} at="handovers" onAgain={() => void refetch()}>
        {silent.length ? <Notice tone="warn">{t('silent', { domains: silent.join(', ') })}</Notice> : null}
        {data ? (
          <Table
            label={t('handovers')}
            columns={columns}
            rows={handovers}
            id={({ employee, reason }) => `${employee.id} ${reason}`}
            empty={<Empty title={t('noHandovers')}>{t('noHandoversLead')}</Empty>}
          />
        ) : (
          <Skeleton lines={3} height="8rem" />
        )}
      </Part>
    </Section>
  );
}

function Absences() {
  const t = usePeopleTexts();
  const format = useFormat();
  const { language } = format;
  const c = useCareerTexts();
  const may = useMay();
  const records = may('absence.record').allowed;
  const [recording, setRecording] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const { employees, error, refetch } = useAllEmployees();
  const client = useApolloClient();
  // An absence without anybody who stands in is work to be handed over too.
  const again = () => void Promise.all([refetch(), client.refetchQueries({ include: ['PeopleHandovers'] })]);
  const holes = useHoles(error);
  const now = today();
  const absences = (employees ?? [])
    .flatMap((employee) => (employee.absences ?? []).filter(({ until }) => until > now).map((absence) => ({ ...absence, employee })))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const columns: Column<(typeof absences)[number]>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ employee }) => <Link href={`/people/${employee.id}`}>{employee.name}</Link>,
      sort: ({ employee }) => employee.name,
    },
    {
      id: 'unit',
      header: t('unit'),
      cell: ({ employee }) => employee.unit?.[language] ?? '–',
      sort: ({ employee }) => employee.unit?.[language],
    },
    {
      id: 'from',
      header: t('awayFrom'),
      cell: ({ from }) => (
        <>
          {format.dayShort(from)} {from <= now ? <Badge tone="warn">{t('now')}</Badge> : <Badge>{format.distance(from, now)}</Badge>}
        </>
      ),
      sort: ({ from }) => from,
    },
    { id: 'back', header: t('back'), cell: ({ until }) => format.dayShort(until), sort: ({ until }) => until },
    { id: 'why', header: t('why'), cell: ({ kind }) => (kind ? t(`absence.${kind}`) : '–') },
    {
      id: 'substitute',
      header: t('substitute'),
      cell: ({ substitute }) =>
        substitute ? (
          <Link href={`/people/${substitute.id}`}>{substitute.name}</Link>
        ) : (
          <span className={styles.note}>{t('noSubstitute')}</span>
        ),
      sort: ({ substitute }) => substitute?.name,
    },
    ...(records
      ? [
          {
            id: 'change',
            header: c('next'),
            cell: ({ id, employee }: (typeof absences)[number]) => (
              <Button small look="quiet" onPress={() => setChanging(id)} aria-label={`${c('changeAbsence')}: ${employee.name}`}>
                {c('changeAbsence')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const changed = absences.find(({ id }) => id === changing);
  return (
    <Section
      title={t('absences')}
      count={employees ? absences.length : null}
      actions={
        records ? (
          <Button small onPress={() => setRecording(true)}>
            {c('recordAbsence')}
          </Button>
        ) : undefined
      }
      flush
    >
      <p className={styles.pad}>{t('absencesLead')}</p>
      <Part holes={holes} at="employees" onAgain={() => void refetch()}>
        {employees ? (
          <Table
            label={t('absences')}
            columns={columns}
            rows={absences}
            id={({ id }) => id}
            empty={<Empty title={t('noAbsences')}>{t('noAbsencesLead')}</Empty>}
            {...(absences.length > 14 ? { height: '36rem' } : {})}
          />
        ) : (
          <Skeleton lines={6} height="20rem" />
        )}
      </Part>
      <Suspense fallback={null}>
        {recording ? <AbsenceDialog employee={null} onClose={() => setRecording(false)} onDone={again} /> : null}
        {changed ? (
          <AbsenceChangeDialog employee={changed.employee} absence={changed} onClose={() => setChanging(null)} onDone={again} />
        ) : null}
      </Suspense>
    </Section>
  );
}
