import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { ArrowLeft } from 'lucide-react';
import { useParams } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import {
  Badge,
  ButtonLink,
  Columns,
  Empty,
  Facts,
  Failure,
  Link,
  Page,
  Part,
  ProgressBar,
  Section,
  Skeleton,
  Stack,
  useHoles,
} from '../../ui/index.js';
import { EmployeeAction } from './employee-actions.js';
import { type Hours, workByKind } from './owed.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { thisYear, today } from './today.js';

const employeeQuery = graphql(`
  query Employee($id: ID!, $year: Int!, $handover: Boolean!) {
    employee(id: $id) {
      id
      name
      kind
      version
      territories
      specialisations
      unit {
        id
        lv: label
        en: label(language: EN)
      }
      posts {
        fte
        from
        until
        unit {
          id
          lv: label
          en: label(language: EN)
        }
      }
      employments {
        kind
        from
        until
      }
      training(year: $year) {
        requiredHours
        hours
        met
        citation
      }
      supervision(year: $year) {
        requiredHours
        hours
        met
        citation
      }
      caseload {
        open
        highRisk
        norm
        over
      }
      responsibilities @include(if: $handover) {
        domain
        kind
        objectId
        on
      }
      absences {
        id
        kind
        from
        until
        substitute {
          id
          name
        }
      }
      standsInFor {
        id
        from
        until
        employee {
          id
          name
        }
      }
      qualifications {
        id
        kind
        title
        issuedBy
        number
        obtainedOn
        validUntil
      }
    }
  }
`);

/** An employee as the query gives them. */
export type EmployeeData = NonNullable<ResultOf<typeof employeeQuery>['employee']>;

/** Everything about one employee: posts, hours owed, caseload, what would have to be handed over, absences, qualifications. */
export default function EmployeePage() {
  const { id = '' } = useParams();
  const t = usePeopleTexts();
  const { language } = useFormat();
  const may = useMay();
  const year = thisYear();
  const { data, error, refetch } = useQuery(employeeQuery, {
    variables: { id, year, handover: may('handover.read').allowed },
  });
  const holes = useHoles(error);
  const again = () => void refetch();
  const employee = data?.employee;
  const back = (
    <ButtonLink href="/people?part=employees" icon={<ArrowLeft size={16} aria-hidden="true" />}>
      {t('toPeople')}
    </ButtonLink>
  );
  if (!employee) {
    return (
      <Page title={t('title')} actions={back}>
        {holes.all.length ? (
          <Failure faults={holes.all} onAgain={again} />
        ) : data ? (
          <Empty title={t('notFound')}>{t('notFoundLead')}</Empty>
        ) : (
          <Skeleton lines={6} height="32rem" />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={employee.name ?? ''}
      kicker={[employee.kind ? t(`kind.${employee.kind}`) : null, employee.unit?.[language]].filter(Boolean).join(' · ')}
      actions={
        <>
          {back}
          <EmployeeAction step="leave" employee={employee} onDone={again} />
        </>
      }
    >
      <Columns least="26rem">
        <Stack>
          <Posts employee={employee} onDone={again} />
          <Section
            title={t('thisYear', { year })}
            actions={
              <>
                <EmployeeAction step="training" employee={employee} onDone={again} />
                <EmployeeAction step="supervision" employee={employee} onDone={again} />
              </>
            }
          >
            <Obligations training={employee.training ?? null} supervision={employee.supervision ?? null} />
          </Section>
          <Qualifications employee={employee} />
        </Stack>
        <Stack>
          <Section title={t('caseload')}>
            <Part holes={holes} at="employee.caseload" onAgain={again}>
              {employee.caseload?.open ? (
                <ProgressBar
                  label={
                    [
                      employee.caseload.over ? t('over') : null,
                      employee.caseload.highRisk ? t('highRisk', { count: employee.caseload.highRisk }) : null,
                    ]
                      .filter(Boolean)
                      .join(', ') || t('openCases')
                  }
                  value={employee.caseload.open}
                  most={employee.caseload.norm}
                  text={t('caseloadText', { open: employee.caseload.open, norm: employee.caseload.norm })}
                  tone={employee.caseload.over ? 'bad' : 'good'}
                />
              ) : (
                <p>{t('noCases')}</p>
              )}
            </Part>
          </Section>
          {may('handover.read').allowed ? (
            <Section title={t('responsible')}>
              <Part holes={holes} at="employee.responsibilities" onAgain={again}>
                <Responsible items={employee.responsibilities ?? []} />
              </Part>
            </Section>
          ) : null}
          <Absences employee={employee} />
        </Stack>
      </Columns>
    </Page>
  );
}

function Posts({ employee, onDone }: { employee: EmployeeData; onDone(): void }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const { language } = format;
  const term = (from: string, until: string | null | undefined) => format.period(from, until);
  return (
    <Section title={t('held')} actions={<EmployeeAction step="assign" employee={employee} onDone={onDone} />}>
      <Stack>
        {employee.posts?.length ? (
          <Facts
            facts={employee.posts.map((post) => [
              term(post.from, post.until),
              <>
                {t('postOf', { unit: post.unit[language], fte: format.number(post.fte, 2) })}{' '}
                {post.until && post.until <= today() ? <Badge>{t('ended')}</Badge> : null}
              </>,
            ])}
          />
        ) : (
          <p>{t('noPosts')}</p>
        )}
        <h3>{t('employment')}</h3>
        <Facts facts={(employee.employments ?? []).map((one) => [term(one.from, one.until), t(`kind.${one.kind}`)])} />
        <Facts facts={[[t('territories'), employee.territories?.join(', ') || null]]} />
      </Stack>
    </Section>
  );
}

function Obligations({ training, supervision }: { training: Hours | null; supervision: Hours | null }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const asked = [
    [t('training'), training],
    [t('supervision'), supervision],
  ] as const;
  if (!training && !supervision) return <p>{t('noObligations')}</p>;
  return (
    <Stack>
      {asked.map(([name, hours]) =>
        hours ? (
          <div key={name}>
            <ProgressBar
              label={name}
              value={hours.hours}
              most={hours.requiredHours}
              text={t('hoursOf', { hours: format.number(hours.hours, 2), required: format.number(hours.requiredHours, 2) })}
              tone={hours.met ? 'good' : 'warn'}
            />
            <p className={styles.note}>{hours.citation}</p>
          </div>
        ) : null,
      )}
    </Stack>
  );
}

function Responsible({ items }: { items: readonly { kind: string; on?: string | null }[] }) {
  const t = usePeopleTexts();
  const format = useFormat();
  if (!items.length) return <p>{t('nothingOpen')}</p>;
  return (
    <Facts
      facts={workByKind(items).map(({ kind, count, nearest }) => [
        t(`work.${kind as 'CASE'}`),
        <>
          {count} {nearest ? <span className={styles.note}>{t('dueOn', { day: format.dayShort(nearest) })}</span> : null}
        </>,
      ])}
    />
  );
}

function Absences({ employee }: { employee: EmployeeData }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const absences = employee.absences ?? [];
  const others = employee.standsInFor ?? [];
  return (
    <Section title={t('employeeAbsences')}>
      {absences.length || others.length ? (
        <Stack gap="s">
          {absences.map(({ id, from, until, kind, substitute }) => (
            <div key={id}>
              {format.dayShort(from)}–{format.dayShort(until)} {kind ? t(`absence.${kind}`) : null}{' '}
              {substitute ? (
                <span className={styles.note}>
                  {t('substitute')}: <Link href={`/people/${substitute.id}`}>{substitute.name}</Link>
                </span>
              ) : null}
            </div>
          ))}
          {others.map(({ id, from, until, employee: other }) => (
            <div key={id}>
              {format.dayShort(from)}–{format.dayShort(until)}{' '}
              {other ? <Link href={`/people/${other.id}`}>{t('standsIn', { name: other.name ?? '' })}</Link> : null}
            </div>
          ))}
        </Stack>
      ) : (
        <p>{t('noAbsencesOne')}</p>
      )}
    </Section>
  );
}

function Qualifications({ employee }: { employee: EmployeeData }) {
  const t = usePeopleTexts();
  const format = useFormat();
  return (
    <Section title={t('qualifications')} count={employee.qualifications?.length || null}>
      {employee.qualifications?.length ? (
        <Facts
          facts={employee.qualifications.map((one) => [
            t(`qualification.${one.kind}`),
            <>
              {one.title} <span className={styles.note}>{[one.issuedBy, one.number].filter(Boolean).join(', ')}</span>{' '}
              {one.validUntil ? (
                <Badge tone={one.validUntil <= today() ? 'bad' : 'neutral'}>
                  {t('validUntil', { day: format.dayShort(one.validUntil) })}
                </Badge>
              ) : (
                <Badge>{t('forGood')}</Badge>
              )}
            </>,
          ])}
        />
      ) : (
        <p>{t('noQualifications')}</p>
      )}
    </Section>
  );
}
