import { useQuery } from '@apollo/client/react';
import { ArrowLeft } from 'lucide-react';
import { useParams } from 'react-router';
import { useSession } from '../../sign-in/session.js';
import { ButtonLink, Columns, Empty, Facts, Failure, Link, Page, Part, Section, Skeleton, Stack, useHoles } from '../../ui/index.js';
import { changeOf, type Domain, figurePath, isHeading } from './figures.js';
import { Against } from './reconciliation.js';
import { Records } from './records.js';
import styles from './report.module.css';
import { type Discrepancy, discrepanciesOf, findFigure, type ReportRow, type ReportTable, reportQuery } from './report-table.js';
import { headOf } from './units.js';
import { useFigures } from './use-figures.js';

/** One figure of the annual report: the year before, how it is counted, what the reconciliation says of it, and its records. */
export default function FigurePage() {
  const { year: asked = '', table: tableId = '', row: rowKey = '' } = useParams();
  const year = Number(asked);
  const { t, format } = useFigures();
  const { place } = useSession();
  const { data, error, refetch } = useQuery(reportQuery, { variables: { municipality: place ?? '', year } });
  const holes = useHoles(error);
  const figure = findFigure(data?.annualReport, tableId, rowKey);
  const back = (part: string) => (
    <ButtonLink href={`/report/${year}?part=${part}`} icon={<ArrowLeft size={16} aria-hidden="true" />}>
      {t('toReport')}
    </ButtonLink>
  );
  if (!figure) {
    return (
      <Page title={t('titleOf', { year })} actions={back('overview')}>
        {holes.all.length ? (
          <Failure faults={holes.all} onAgain={() => void refetch()} />
        ) : data?.annualReport ? (
          <Empty title={t('notFound')}>{t('notFoundLead', { year })}</Empty>
        ) : (
          <Skeleton lines={6} height="32rem" />
        )}
      </Page>
    );
  }
  const { domain, table, row } = figure;
  const parent = table.rows.find(({ key }) => key === row.parent);
  const head = headOf(table)[format.language];
  return (
    <Page
      title={parent ? `${parent[format.language]}: ${row[format.language]}` : row[format.language]}
      kicker={`${t('titleOf', { year })} · ${head}`}
      actions={back(domain)}
    >
      <Figure row={row} table={table} year={year} />
      <Columns least="26rem">
        <Section title={t('rule')}>
          <Stack>
            <p>{row.rule[format.language]}</p>
            <Facts
              facts={[
                [t('measure'), t(`measure.${row.measure}`)],
                [t('ruleSince'), format.dayShort(row.rule.since)],
                [t('inTable'), table[format.language]],
                [t('ruleCode'), <code key="code">{row.rule.code}</code>],
              ]}
            />
          </Stack>
        </Section>
        <Section title={t('reconciliation')}>
          <Part holes={holes} at="annualReport.reconciliation" onAgain={() => void refetch()}>
            <Findings
              found={discrepanciesOf(data?.annualReport?.reconciliation).filter(
                (one) => one.table === table.id && (!one.row || one.row === row.key),
              )}
            />
          </Part>
        </Section>
      </Columns>
      <Behind domain={domain} table={table} row={row} year={year} />
    </Page>
  );
}

function Figure({ row, table, year }: { row: ReportRow; table: ReportTable; year: number }) {
  const { t, counted, bare, signed, signedShare } = useFigures();
  const change = changeOf(row);
  return (
    <div className={styles.big}>
      <strong data-figure={row.value ?? ''}>
        {typeof row.value === 'number' ? counted(row.value, row.measure) : row.suppressed ? t('withheld') : t('noFigure')}
      </strong>
      {row.suppressed ? <span>{t('withheldWhy')}</span> : null}
      <span>
        {typeof row.previous === 'number' ? (
          <>
            {t('before', { year: year - 1 })}{' '}
            <Link href={figurePath(year - 1, table.id, row.key)} title={t('beforeLink', { year: year - 1, figure: bare(row.previous) })}>
              {bare(row.previous)}
            </Link>
            {change ? ` (${signed(change.by)}${change.share === null || change.by === 0 ? '' : `; ${signedShare(change.share)}`})` : null}
          </>
        ) : (
          <span className={styles.note}>
            {row.previousSuppressed ? `${t('before', { year: year - 1 })} ${t('withheld')}` : t('noBefore', { year: year - 1 })}
          </span>
        )}
      </span>
    </div>
  );
}

function Findings({ found }: { found: readonly Discrepancy[] }) {
  const figures = useFigures();
  const { t, format } = figures;
  if (!found.length) return <p>{t('fits')}</p>;
  return (
    <Stack gap="l">
      {found.map((one) => (
        <Stack key={one.kind} gap="s">
          <h3>{t(`kind.${one.kind}`)}</h3>
          <Against one={one} figures={figures} />
          <p>{t(`why.${one.kind}`)}</p>
          <p className={styles.note}>
            {one[format.language]} {t('source')}: {one.source}
          </p>
        </Stack>
      ))}
    </Stack>
  );
}

function Behind({ domain, table, row, year }: { domain: Domain; table: ReportTable; row: ReportRow; year: number }) {
  const { t } = useFigures();
  if (isHeading(row, table.rows)) return <Empty title={t('recordsNone')}>{t('recordsHeading')}</Empty>;
  return <Records key={figurePath(year, table.id, row.key)} domain={domain} table={table} row={row} year={year} />;
}
