import { useQuery } from '@apollo/client/react';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { Badge, Failure, Page, Part, Select, Skeleton, Tabs, useHoles } from '../../ui/index.js';
import { ExportDialog } from './export-dialog.js';
import { domains } from './figures.js';
import { Overview } from './overview.js';
import { Reconciliation } from './reconciliation.js';
import styles from './report.module.css';
import { discrepanciesOf, reportQuery, tablesOf } from './report-table.js';
import { Snapshot } from './snapshot.js';
import { Tables } from './tables.js';
import { useReportTexts } from './texts.js';
import { useReportYears } from './use-report-years.js';

const parts = ['overview', ...domains, 'reconciliation', 'publication'] as const;

/** The annual report of the town: its parts as tables and plots, each figure leading to its records. */
export default function Report() {
  const { year: asked } = useParams();
  const { search } = useLocation();
  const { years, latest } = useReportYears();
  const year = Number(asked);
  if (!asked) return latest ? <Navigate to={{ pathname: `/report/${latest}`, search }} replace /> : <Loading />;
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
    if (name === 'publication') return <Snapshot year={year} />;
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
