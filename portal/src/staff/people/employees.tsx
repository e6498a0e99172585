import { useState } from 'react';
import { plain } from '../../format/format.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, type Column, Empty, Part, ProgressBar, Section, Skeleton, Stack, Table, TextField, useHoles } from '../../ui/index.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';
import { type EmployeeLine, useAllEmployees } from './use-all-employees.js';

/** Everybody who works here, with their caseload against the norm. */
export function Employees() {
  const t = usePeopleTexts();
  const format = useFormat();
  const { language } = format;
  const [search, setSearch] = useState('');
  const { employees, total, error, refetch } = useAllEmployees();
  const holes = useHoles(error);
  const now = today();
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = (employees ?? []).filter(({ name }) => words.every((word) => plain(name ?? '').includes(word)));
  const columns: Column<EmployeeLine>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
      sort: ({ name }) => name,
    },
    {
      id: 'kind',
      header: t('kind'),
      cell: ({ kind }) => <span className={styles.line}>{kind ? t(`kind.${kind}`) : '–'}</span>,
      sort: ({ kind }) => (kind ? t(`kind.${kind}`) : ''),
    },
    {
      id: 'unit',
      header: t('unit'),
      cell: ({ unit }) => (
        <span className={styles.line} title={unit?.[language]}>
          {unit?.[language] ?? '–'}
        </span>
      ),
      sort: ({ unit }) => unit?.[language],
    },
    {
      id: 'caseload',
      header: t('caseload'),
      width: '12rem',
      cell: ({ caseload, name }) =>
        caseload?.open ? (
          <div className={styles.meter}>
            <ProgressBar
              label={caseload.over ? t('over') : caseload.highRisk ? t('highRisk', { count: caseload.highRisk }) : t('cases')}
              value={caseload.open}
              most={caseload.norm}
              text={t('caseloadShort', { open: caseload.open, norm: caseload.norm })}
              tone={caseload.over ? 'bad' : 'good'}
            />
            <span className="unseen">{name}</span>
          </div>
        ) : (
          <span className={styles.note}>{t('noCases')}</span>
        ),
      sort: ({ caseload }) => caseload?.open ?? 0,
    },
    {
      id: 'away',
      header: t('today'),
      cell: ({ absences }) => {
        const away = absences?.find(({ from, until }) => from <= now && now < until);
        return away ? <Badge tone="warn">{t('away', { day: format.dayShort(away.until) })}</Badge> : null;
      },
      sort: ({ absences }) => absences?.find(({ from, until }) => from <= now && now < until)?.until,
    },
  ];
  return (
    <Stack>
      <div className={styles.filters}>
        <TextField label={t('search')} hint={t('searchHint')} type="search" value={search} onChange={setSearch} />
      </div>
      <Section title={t('employees')} count={total === null ? null : found.length === total ? total : `${found.length} / ${total}`} flush>
        <Part holes={holes} at="employees" onAgain={() => void refetch()}>
          {employees ? (
            <Table
              label={t('employees')}
              columns={columns}
              rows={found}
              id={({ id }) => id}
              href={({ id }) => `/people/${id}`}
              height="40rem"
              empty={<Empty title={t('noEmployees')}>{t('noEmployeesLead')}</Empty>}
            />
          ) : (
            <Skeleton lines={6} height="40rem" />
          )}
        </Part>
      </Section>
    </Stack>
  );
}
