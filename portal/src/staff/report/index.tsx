import { useQuery } from '@apollo/client/react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { Badge, Empty, Failure, Page, Part, Section, Select, Skeleton, Stack, Tabs, useHoles } from '../../ui/index.js';
import { ExportDialog } from './export-dialog.js';
import { FigureTable } from './figure-table.js';
import { domains } from './figures.js';
import { Overview } from './overview.js';
import { Reconciliation } from './reconciliation.js';
import styles from './report.module.css';
import { type Discrepancy, discrepanciesOf, type ReportTable, reportQuery, tablesOf } from './report-table.js';
import { useReportTexts } from './texts.js';
import { headOf } from './units.js';
import { useReportYears } from './use-report-years.js';

const parts = ['overview', ...domains, 'reconciliation'] as const;

/** The annual report of the town: its parts as tables and plots, each figure leading to its records. */
export default function Report() {
  const { year: asked } = useParams();
  const { years, latest } = useReportYears();
  const year = Number(asked);
  if (!asked) return latest ? <Navigate to={`/report/${latest}`} replace /> : <Loading />;
  return <ReportOfYear key={year} year={year} years={years} />;
}

function Loading() {
  const t = useReportTexts();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Skeleton lines={6} height="32rem" />
    </Page>
  );
}

function ReportOfYear({ year, years }: { year: number; years: ReturnType<typeof useReportYears>['years'] }) {
  const t = useReportTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const { place } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(reportQuery, { variables: { municipality: place ?? '', year } });
  const holes = useHoles(error);
  const report = data?.annualReport;
  const found = discrepanciesOf(report?.reconciliation);
  const again = () => void refetch();
  const state = years.find((one) => one.year === year);
  const part = parts.find((one) => one === search.get('part')) ?? 'overview';

  const contentOf = (name: (typeof parts)[number]) => {
    if (!report) return holes.at('annualReport') ? <Failure faults={holes.all} onAgain={again} /> : <Skeleton lines={6} height="32rem" />;
    if (name === 'overview') return <Overview report={report} year={year} holes={holes} onAgain={again} />;
    return (
      <Part holes={holes} at={`annualReport.${name}`} onAgain={again}>
        {name === 'reconciliation' ? (
          <Reconciliation report={report} year={year} found={found} />
        ) : (
          <Tables tables={tablesOf(report[name])} year={year} found={found} />
        )}
      </Part>
    );
  };

  return (
    <Page
      title={t('titleOf', { year })}
      kicker={
        state?.publishedOn ? (
          <Badge tone="good">{t('published', { day: format.dayShort(state.publishedOn) })}</Badge>
        ) : (
          <Badge>{t(state?.running ? 'running' : 'unpublished')}</Badge>
        )
      }
      lead={t('lead')}
      actions={
        <div className={styles.choose}>
          <Select
            label={t('year')}
            choices={years.map((one) => ({
              id: String(one.year),
              label: String(one.year),
              note: one.publishedOn
                ? t('published', { day: format.dayShort(one.publishedOn) })
                : t(one.running ? 'running' : 'unpublished'),
            }))}
            value={String(year)}
            onChange={(next) => navigate(`/report/${next}?part=${part}`)}
          />
          <ExportDialog year={year} publishedOn={state?.publishedOn ?? null} />
        </div>
      }
    >
      <Tabs
        label={t('parts')}
        value={part}
        onChange={(id) => setSearch({ part: id }, { replace: true })}
        tabs={parts.map((name) => ({
          id: name,
          label: name === 'reconciliation' && found.length ? `${t(name)} (${found.length})` : t(name),
          content: part === name ? contentOf(name) : null,
        }))}
      />
    </Page>
  );
}

function Tables({ tables, year, found }: { tables: readonly ReportTable[]; year: number; found: readonly Discrepancy[] }) {
  const t = useReportTexts();
  const { language } = useFormat();
  if (!tables.length) return <Empty title={t('emptyPart')}>{t('emptyPartLead')}</Empty>;
  return (
    <Stack gap="l">
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i /> {t('legendNow', { year })}
        </span>
        <span>
          <i className={styles.before} /> {t('legendBefore', { year: year - 1 })}
        </span>
      </p>
      {tables.map((table) => {
        const here = found.filter((one) => one.table === table.id);
        return (
          <Section
            key={table.id}
            title={headOf(table)[language]}
            count={here.length ? t('discrepancies', { count: here.length }) : null}
            flush
          >
            {headOf(table)[language] === table[language] ? null : <p className={styles.subtitle}>{table[language]}</p>}
            <FigureTable table={table} year={year} discrepancies={here} />
          </Section>
        );
      })}
    </Stack>
  );
}
