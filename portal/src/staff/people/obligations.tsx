import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, Checkbox, type Column, Empty, Link, Part, Section, Select, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import { type Hours, type Owed, owedByKind } from './owed.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { thisYear } from './today.js';

const obligationsQuery = graphql(`
  query PeopleObligations($year: Int!) {
    units {
      id
      lv: label
      en: label(language: EN)
      obligations(year: $year) {
        employees {
          met
          employee {
            id
            name
            kind
          }
          training {
            requiredHours
            hours
            met
            citation
          }
          supervision {
            requiredHours
            hours
            met
            citation
          }
        }
      }
    }
  }
`);

const everywhere = 'all';

/** What hours of training and supervision are asked of each kind of specialist, by which provision, and who lacks how many. */
export function Obligations() {
  const t = usePeopleTexts();
  const { language } = useFormat();
  const [search, setSearch] = useSearchParams();
  const [year, setYear] = useState(thisYear());
  const [onlyMissing, setOnlyMissing] = useState(true);
  const { data, error, refetch } = useQuery(obligationsQuery, { variables: { year } });
  const holes = useHoles(error);
  const units = (data?.units ?? []).map((unit) => ({ id: unit.id, label: unit[language], employees: unit.obligations.employees }));
  const unit = units.find(({ id }) => id === search.get('unit'))?.id ?? everywhere;
  const kinds = owedByKind(units.filter(({ id }) => unit === everywhere || id === unit));
  const shown = kinds.filter(({ missing }) => !onlyMissing || missing > 0);
  return (
    <Stack gap="l">
      <div className={styles.filters}>
        <div className={styles.narrow}>
          <Select
            label={t('year')}
            choices={Array.from({ length: 6 }, (_, back) => String(thisYear() - back)).map((id) => ({ id, label: id }))}
            value={String(year)}
            onChange={(next) => setYear(Number(next))}
          />
        </div>
        <Select
          label={t('unit')}
          choices={[
            { id: everywhere, label: t('everywhere') },
            ...units.filter(({ employees }) => employees.length).map(({ id, label }) => ({ id, label })),
          ]}
          value={unit}
          onChange={(next) =>
            setSearch(next === everywhere ? { part: 'obligations' } : { part: 'obligations', unit: next }, { replace: true })
          }
        />
        <Checkbox value={onlyMissing} onChange={setOnlyMissing}>
          {t('onlyMissing')}
        </Checkbox>
      </div>
      <Part holes={holes} at="units" onAgain={() => void refetch()}>
        {data ? (
          shown.length ? (
            shown.map(({ kind, owed, missing }) => (
              <KindSection key={kind} kind={kind} owed={onlyMissing ? owed.filter(({ met }) => !met) : owed} all={owed} missing={missing} />
            ))
          ) : kinds.length ? (
            <Empty title={t('allMet')}>{t('allMetLead')}</Empty>
          ) : (
            <Empty title={t('nothingOwed')}>{t('nothingOwedLead')}</Empty>
          )
        ) : (
          <Skeleton lines={6} height="32rem" />
        )}
      </Part>
    </Stack>
  );
}

function KindSection({ kind, owed, all, missing }: { kind: string; owed: readonly Owed[]; all: readonly Owed[]; missing: number }) {
  const t = usePeopleTexts();
  const format = useFormat();
  const training = all.find((one) => one.training)?.training;
  const supervision = all.find((one) => one.supervision)?.supervision;
  const hours = (of: Hours | null | undefined) =>
    of ? (
      <>
        {t('hoursOf', { hours: format.number(of.hours, 2), required: format.number(of.requiredHours, 2) })}{' '}
        {of.met ? null : <Badge tone="bad">{t('hoursMissing', { hours: format.number(of.requiredHours - of.hours, 2) })}</Badge>}
      </>
    ) : (
      <span className={styles.note}>{t('nothingAsked')}</span>
    );
  const columns: Column<Owed>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ employee }) => <Link href={`/people/${employee.id}`}>{employee.name}</Link>,
      sort: ({ employee }) => employee.name,
    },
    { id: 'unit', header: t('unit'), cell: ({ units }) => units.join('; '), sort: ({ units }) => units[0] },
    { id: 'training', header: t('training'), cell: (one) => hours(one.training), sort: (one) => one.training?.hours },
    ...(supervision
      ? [
          {
            id: 'supervision',
            header: t('supervision'),
            cell: (one: Owed) => hours(one.supervision),
            sort: (one: Owed) => one.supervision?.hours,
          },
        ]
      : []),
  ];
  return (
    <Section title={t(`kinds.${kind as 'OTHER'}`)} count={t('kindSummary', { missing, owing: all.length })} flush>
      <div className={styles.pad}>
        <p>
          {t('asked', {
            training: training ? t('askedTraining', { hours: format.number(training.requiredHours) }) : '',
            supervision: supervision ? t('askedSupervision', { hours: format.number(supervision.requiredHours) }) : '',
          })}
        </p>
        <p className={styles.note}>{[...new Set([training?.citation, supervision?.citation].filter(Boolean))].join('; ')}</p>
      </div>
      <Table
        label={t(`kinds.${kind as 'OTHER'}`)}
        columns={columns}
        rows={owed}
        id={({ employee }) => employee.id}
        {...(owed.length > 12 ? { height: '30rem' } : {})}
      />
    </Section>
  );
}
