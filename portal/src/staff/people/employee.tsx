import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { ArrowLeft } from 'lucide-react';
import { useParams } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { ButtonLink, Columns, Empty, Failure, Page, Part, ProgressBar, Section, Skeleton, Stack, useHoles } from '../../ui/index.js';
import { Career } from './career.js';
import { EmployeeAction } from './employee-actions.js';
import { Absences, Obligations, Posts, Qualifications } from './employee-parts.js';
import { Responsible } from './responsible.js';
import { usePeopleTexts } from './texts.js';
import { thisYear } from './today.js';

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
        version
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
          <EmployeeAction step="profile" employee={employee} onDone={again} />
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
          <Qualifications employee={employee} onDone={again} />
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
            <Section title={t('responsible')} actions={<EmployeeAction step="handOver" employee={employee} onDone={again} />}>
              <Part holes={holes} at="employee.responsibilities" onAgain={again}>
                <Responsible items={employee.responsibilities ?? []} />
              </Part>
            </Section>
          ) : null}
          <Absences employee={employee} onDone={again} />
          <Career employee={employee} onDone={again} />
        </Stack>
      </Columns>
    </Page>
  );
}
