import type { ReactNode } from 'react';
import { Columns, type Holes, Part, Section, Stack } from '../../ui/index.js';
import { FigureChart } from './figure-chart.js';
import { figurePath } from './figures.js';
import { Publication } from './publication.js';
import styles from './report.module.css';
import { type ReportData, tablesOf } from './report-table.js';
import { headOf } from './units.js';
import { useFigures } from './use-figures.js';

/** What a director looks at first: the four questions of the regional programme, how far publication is, and three pictures of the year. */
export function Overview({ report, year, holes, onAgain }: { report: ReportData; year: number; holes: Holes; onAgain(): void }) {
  const { t, bare, format } = useFigures();
  const { monitoring, serviceOutcomes } = report;
  const benefits = tablesOf(report.benefits).find(({ id }) => id === 'benefits-dynamics');
  const finance = tablesOf(report.finance).find(({ id }) => id === 'funding-sources');
  const totals = tablesOf(report.institutions).flatMap((table) =>
    table.rows.filter(({ key, measure }) => key === 'total' && measure === 'PERSONS').map((row) => ({ table, row })),
  );
  const unknown = t('unknown');
  return (
    <Stack gap="l">
      <Part holes={holes} at="annualReport.monitoring" onAgain={onAgain}>
        <dl className={styles.tiles}>
          <Tile
            name={t('outputs')}
            value={typeof monitoring?.outputs.value === 'number' ? bare(monitoring.outputs.value) : unknown}
            note={t('outputsNote')}
          />
          <Tile
            name={t('goals')}
            value={typeof monitoring?.goalsAchievedShare === 'number' ? format.share(monitoring.goalsAchievedShare) : unknown}
            note={
              serviceOutcomes
                ? t('goalsNote', { achieved: bare(serviceOutcomes.goalsAchieved), closed: bare(serviceOutcomes.goalsClosed) })
                : null
            }
          />
          <Tile
            name={t('satisfaction')}
            value={typeof monitoring?.satisfaction === 'number' ? bare(monitoring.satisfaction) : unknown}
            note={serviceOutcomes ? t('satisfactionNote', { count: serviceOutcomes.surveyAnswers }) : null}
          />
          <Tile name={t('cost')} value={monitoring?.costPerClient ? format.euro(monitoring.costPerClient) : unknown} note={t('costNote')} />
        </dl>
      </Part>
      <Publication year={year} />
      <Columns least="29rem">
        {benefits ? (
          <Section title={t('chartBenefits')}>
            <FigureChart
              title={t('chartBenefits')}
              year={year}
              bars={benefits.rows
                .filter(({ measure, value }) => measure === 'EUR' && typeof value === 'number')
                .map((row) => ({
                  label: row[format.language],
                  now: row.value,
                  before: row.previous,
                  href: figurePath(year, benefits.id, row.key),
                }))}
            />
          </Section>
        ) : null}
        <Stack>
          {finance ? (
            <Section title={t('chartFinance')}>
              <FigureChart
                title={t('chartFinance')}
                year={year}
                bars={finance.rows
                  .filter(({ value, key }) => typeof value === 'number' && key !== 'total')
                  .map((row) => ({
                    label: row[format.language],
                    now: row.value,
                    before: row.previous,
                    href: figurePath(year, finance.id, row.key),
                  }))}
              />
            </Section>
          ) : null}
          {totals.length ? (
            <Section title={t('chartInstitutions')}>
              <FigureChart
                title={t('chartInstitutions')}
                year={year}
                bars={totals.map(({ table, row }) => ({
                  label: headOf(table)[format.language],
                  now: row.value,
                  before: row.previous,
                  href: figurePath(year, table.id, row.key),
                }))}
              />
            </Section>
          ) : null}
        </Stack>
      </Columns>
    </Stack>
  );
}

const Tile = ({ name, value, note }: { name: string; value: ReactNode; note: ReactNode }) => (
  <div className={styles.tile}>
    <dt>{name}</dt>
    <dd>{value}</dd>
    {note ? <dd className={styles.note}>{note}</dd> : null}
  </div>
);
