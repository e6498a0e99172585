import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { useSession } from '../../sign-in/session.js';
import { Badge, Button, type Column, Empty, Link, Notice, Part, Section, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import { RecordDialog } from './record-dialog.js';
import styles from './strategy.module.css';
import type { StrategyData } from './strategy-query.js';
import { useStrategyTexts } from './texts.js';
import { useYear, YearSelect } from './year-select.js';

const indicatorsQuery = graphql(`
  query StrategyIndicators($id: ID!, $municipality: ID!, $year: Int!, $figures: Boolean!) {
    annualReport(municipality: $municipality, year: $year) @include(if: $figures) {
      year
      indicators {
        actual
        met
        indicator {
          id
        }
      }
    }
    strategy(id: $id) {
      id
      goals {
        code
        tasks {
          id
          code
          indicators {
            id
            assumed
            lv: title
            en: title(language: EN)
            measure {
              table
              row
            }
            target(year: $year)
            recorded(year: $year)
            recordings {
              year
              number
              value
              evidence
              on
            }
          }
        }
      }
    }
  }
`);

interface Line {
  id: string;
  title: string;
  code: string;
  assumed: boolean;
  measure: { table: string; row: string } | null;
  target: number | null;
  actual: number | null;
  met: boolean | null;
  /** Number and evidence of what was recorded last for the year. */
  last: { number: number; evidence: string } | null;
}

/** What the plan wanted to reach in a year and what it reached. Bound indicators measure themselves; for the others a value is recorded. */
export function Indicators({ strategy }: { strategy: StrategyData }) {
  const t = useStrategyTexts();
  const format = useFormat();
  const { language } = format;
  const may = useMay();
  const municipality = useSession().place ?? '';
  const figures = may('report.read').allowed;
  const records = may('indicator.record').allowed;
  const [year, setYear] = useYear(strategy.fromYear, strategy.untilYear);
  const [recording, setRecording] = useState<Line | null>(null);
  const { data, error, refetch } = useQuery(indicatorsQuery, { variables: { id: strategy.id, municipality, year, figures } });
  const holes = useHoles(error);
  const results = new Map(data?.annualReport?.indicators?.map((one) => [one.indicator.id, one]));
  const lines: Line[] = (data?.strategy?.goals ?? []).flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.indicators.map((one) => {
        const result = results.get(one.id);
        const last = one.recordings.filter((recorded) => recorded.year === year).at(-1);
        return {
          id: one.id,
          title: one[language],
          code: task.code,
          assumed: one.assumed,
          measure: one.measure ?? null,
          target: one.target ?? null,
          actual: result?.actual ?? one.recorded ?? null,
          met: result?.met ?? null,
          last: last ? { number: last.number, evidence: last.evidence } : null,
        };
      }),
    ),
  );
  const columns: Column<Line>[] = [
    {
      id: 'indicator',
      header: t('indicator'),
      cell: ({ title, code }) => (
        <>
          {title}
          <span className={styles.note}>{t('ofTask', { code })}</span>
        </>
      ),
    },
    {
      id: 'how',
      header: t('measures'),
      cell: ({ measure }) =>
        measure ? (
          figures ? (
            <Link href={`/report/${year}/${measure.table}/${measure.row}`}>{t('measured')}</Link>
          ) : (
            t('measured')
          )
        ) : (
          t('recorded')
        ),
    },
    {
      id: 'target',
      header: t('target'),
      figures: true,
      cell: ({ target, assumed }) => (target === null ? '–' : `${format.number(target, 2)}${assumed ? ' *' : ''}`),
    },
    { id: 'actual', header: t('actual'), figures: true, cell: ({ actual }) => (actual === null ? '–' : format.number(actual, 2)) },
    {
      id: 'met',
      header: t('met'),
      cell: ({ met, target, actual }) =>
        met === null ? (
          <span className={styles.note}>{target === null ? t('noTarget') : actual === null ? t('noValue') : null}</span>
        ) : (
          <Badge tone={met ? 'good' : 'bad'}>{t(met ? 'isMet' : 'notMet')}</Badge>
        ),
    },
    ...(records
      ? [
          {
            id: 'record',
            header: t('recordings'),
            cell: (line: Line) =>
              line.measure ? null : (
                <Button
                  small
                  look="quiet"
                  onPress={() => setRecording(line)}
                  label={`${t(line.last ? 'correct' : 'record')}: ${line.title}`}
                >
                  {t(line.last ? 'correct' : 'record')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Stack>
      {strategy.fromYear === strategy.untilYear ? null : (
        <YearSelect label={t('year')} fromYear={strategy.fromYear} untilYear={strategy.untilYear} value={year} onChange={setYear} />
      )}
      {figures ? null : <Notice>{t('notYourFigures')}</Notice>}
      <Part holes={holes} at="strategy" onAgain={() => void refetch()}>
        <Section title={`${t('indicators')} ${year}`} count={lines.length || null} flush>
          {data ? (
            <Table
              label={t('indicators')}
              columns={columns}
              rows={lines}
              id={({ id }) => id}
              empty={<Empty title={t('noIndicators')}>{t('noIndicatorsLead')}</Empty>}
            />
          ) : (
            <div className={styles.pad}>
              <Skeleton lines={6} height="24rem" />
            </div>
          )}
        </Section>
        {lines.some(({ assumed }) => assumed) ? <p className={styles.note}>* {t('assumed')}</p> : null}
      </Part>
      {recording ? (
        <RecordDialog
          key={recording.id}
          id={recording.id}
          title={recording.title}
          year={year}
          corrects={recording.last?.number ?? null}
          value={recording.last ? recording.actual : null}
          onClose={() => setRecording(null)}
          onDone={() => void refetch()}
        />
      ) : null}
    </Stack>
  );
}
