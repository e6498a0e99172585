import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { useCallback, useMemo } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Chart, type Column, Empty, Part, type Plot, Section, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import styles from './strategy.module.css';
import { useStrategyTexts } from './texts.js';
import { useYear, YearSelect } from './year-select.js';

const budgetQuery = graphql(`
  query StrategyBudget($year: Int!) {
    budget(year: $year) {
      row
      source
      planned
      executed
      lv: label
      en: label(language: EN)
    }
  }
`);

type BudgetRow = NonNullable<ResultOf<typeof budgetQuery>['budget']>[number];

/** The budget of a year by purpose and source: planned and executed. */
export function BudgetPart({ fromYear, untilYear }: { fromYear: number; untilYear: number }) {
  const t = useStrategyTexts();
  const format = useFormat();
  const { language, euro, share } = format;
  const [year, setYear] = useYear(fromYear, untilYear);
  const { data, error, refetch } = useQuery(budgetQuery, { variables: { year } });
  const holes = useHoles(error);
  const rows = useMemo(() => data?.budget ?? [], [data]);
  const columns: Column<BudgetRow>[] = [
    { id: 'purpose', header: t('purpose'), cell: (row) => row[language], sort: (row) => row[language] },
    { id: 'source', header: t('fundingSource'), cell: ({ source }) => t(`funding.${source}`), sort: ({ source }) => source },
    {
      id: 'planned',
      header: t('planned'),
      figures: true,
      cell: ({ planned }) => (planned ? euro(planned) : '–'),
      sort: ({ planned }) => Number(planned ?? 0),
    },
    {
      id: 'executed',
      header: t('executed'),
      figures: true,
      cell: ({ executed }) => (executed ? euro(executed) : '–'),
      sort: ({ executed }) => Number(executed ?? 0),
    },
    {
      id: 'share',
      header: t('executedShare'),
      figures: true,
      cell: ({ planned, executed }) => (Number(planned) > 0 && executed ? share(Number(executed) / Number(planned), 0) : '–'),
    },
  ];
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const labels = Math.min(280, width * 0.4);
      const bars = rows.flatMap((row) => [
        { name: `${row[language]} (${t(`funding.${row.source}`)})`, kind: t('planned'), amount: Number(row.planned ?? 0) },
        { name: `${row[language]} (${t(`funding.${row.source}`)})`, kind: t('executed'), amount: Number(row.executed ?? 0) },
      ]);
      return {
        marginLeft: labels,
        marginRight: 16,
        x: {
          label: null,
          grid: true,
          tickFormat: (value: number) => format.number(value, 0),
          ticks: Math.max(2, Math.round((width - labels) / 140)),
        },
        y: { axis: null, domain: [t('planned'), t('executed')] },
        fy: { label: null, axis: null, domain: [...new Set(bars.map(({ name }) => name))] },
        color: { domain: [t('planned'), t('executed')], range: ['var(--chart-6)', 'var(--chart-1)'] },
        marks: [
          plot.axisFy({
            anchor: 'left',
            label: null,
            tickFormat: (name: string) => (name.length > labels / 7 ? `${name.slice(0, labels / 7 - 1)}…` : name),
            textAnchor: 'end',
            dx: -8,
          }),
          plot.barX(bars, { x: 'amount', y: 'kind', fy: 'name', fill: 'kind' }),
        ],
      };
    },
    [rows, language, t, format],
  );
  return (
    <Stack>
      <YearSelect label={t('year')} fromYear={fromYear} untilYear={untilYear} value={year} onChange={setYear} />
      <Part holes={holes} at="budget" onAgain={() => void refetch()}>
        {data ? (
          rows.length ? (
            <Stack gap="l">
              <Section title={t('budgetChart', { year })}>
                <p className={styles.legend} aria-hidden="true">
                  <span>
                    <i /> {t('planned')}
                  </span>
                  <span>
                    <i className={styles.second} /> {t('executed')}
                  </span>
                </p>
                <Chart
                  label={t('budgetChart', { year })}
                  height={rows.length * 44 + 40}
                  draw={draw}
                  table={
                    <Table label={t('budgetChart', { year })} columns={columns} rows={rows} id={(row) => `${row.row} ${row.source}`} />
                  }
                />
              </Section>
              <Section title={t('budget')} flush>
                <Table label={t('budget')} columns={columns} rows={rows} id={(row) => `${row.row} ${row.source}`} />
              </Section>
            </Stack>
          ) : (
            <Empty title={t('noBudget', { year })}>{t('noBudgetLead')}</Empty>
          )
        ) : (
          <Skeleton lines={6} height="24rem" />
        )}
      </Part>
    </Stack>
  );
}
