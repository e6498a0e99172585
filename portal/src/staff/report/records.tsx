import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useMay } from '../../shell/may.js';
import { useSession } from '../../sign-in/session.js';
import { Badge, Button, type Column, Empty, Link, Notice, Part, ProgressBar, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { type Domain, isSame, tallyOf } from './figures.js';
import { type BehindFigure, only, pageOf, recordsQuery } from './records-query.js';
import styles from './report.module.css';
import type { ReportRow, ReportTable } from './report-table.js';
import { type FigureWords, useFigures } from './use-figures.js';
import { useSum } from './use-sum.js';

const first = 50;

/** The records that a figure counts, and that they are as many, or sum to as much, as it says. */
export function Records({ domain, table, row, year }: { domain: Domain; table: ReportTable; row: ReportRow; year: number }) {
  const figures = useFigures();
  const { t, format } = figures;
  const may = useMay();
  const municipality = useSession().place ?? '';
  const allowed = may('report.record.read');
  const asked = { municipality, year, table: table.id, row: row.key, ...only(domain) };
  const { data, error, refetch, fetchMore, loading } = useQuery(recordsQuery, { variables: { ...asked, first }, skip: !allowed.allowed });
  const holes = useHoles(error);
  const [loadingMore, setLoadingMore] = useState(false);
  if (!allowed.allowed)
    return (
      <Section title={t('records')}>
        <p>{allowed.reason}</p>
      </Section>
    );
  const page = pageOf(data, domain);
  const more = async () => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
  };
  const figure = row.value ?? 0;
  const columns = columnsOf(figures, page?.nodes ?? [], may('person.read').allowed);
  return (
    <Section
      title={t('records')}
      count={page ? t('recordsCount', { count: page.totalCount, figure: figures.bare(page.totalCount) }) : null}
      flush
    >
      <Part holes={holes} at={`annualReport.${domain}Records`} onAgain={() => void refetch()}>
        {page ? (
          <>
            <div className={styles.pad}>
              <Tally page={page} figure={figure} asked={asked} domain={domain} figures={figures} />
              {page.nodes.some(({ person }) => person) ? <p className={styles.note}>{t('recordsAudited')}</p> : null}
            </div>
            <div className={styles.records}>
              <Table
                label={t('recordsOf', { label: row[format.language] })}
                columns={columns}
                rows={page.nodes}
                id={(record) => `${record.kind} ${record.id ?? record.number} ${page.nodes.indexOf(record)}`}
                height="36rem"
                empty={<Empty title={t('recordsNone')}>{t('recordsZero')}</Empty>}
                {...(page.pageInfo.hasNextPage ? { onMore: () => void more(), loadingMore } : {})}
              />
            </div>
          </>
        ) : loading ? (
          <div className={styles.pad}>
            <Skeleton lines={6} height="24rem" />
          </div>
        ) : (
          <Empty title={t('recordsNone')}>{format.language === 'lv' ? row.rule.lv : row.rule.en}</Empty>
        )}
      </Part>
    </Section>
  );
}

type Page = NonNullable<ReturnType<typeof pageOf>>;
type Asked = { municipality: string; year: number; table: string; row: string } & Record<Domain, boolean>;

/** Says whether the records make the figure; a sum over many pages is made when somebody asks for it. */
function Tally({
  page,
  figure,
  asked,
  domain,
  figures,
}: {
  page: Page;
  figure: number;
  asked: Asked;
  domain: Domain;
  figures: FigureWords;
}) {
  const { t, bare } = figures;
  const sum = useSum(asked, domain);
  const tally = tallyOf(
    page.nodes.map(({ amount }) => amount),
    page.totalCount,
  );
  const whole = tally.whole ? tally.found : sum.state === 'done' ? sum.found : null;
  if (whole !== null) {
    const same = isSame(whole, figure);
    return (
      <Notice tone={same ? 'good' : 'warn'}>
        <p data-tally={same ? 'same' : 'differs'}>
          {t(`${tally.by}${same ? 'Equals' : 'Differs'}`, { found: bare(whole), figure: bare(figure) })}
        </p>
      </Notice>
    );
  }
  if (sum.state === 'running')
    return (
      <Notice action={<Button onPress={sum.stop}>{t('stop')}</Button>}>
        <ProgressBar label={t('summing')} value={sum.read} most={page.totalCount} text={`${bare(sum.read)} / ${bare(page.totalCount)}`} />
      </Notice>
    );
  return (
    <Notice action={<Button onPress={sum.start}>{t('sumAll')}</Button>}>
      <p>
        {t('sumSoFar', { loaded: bare(page.nodes.length), sum: bare(tally.found), figure: bare(figure), total: bare(page.totalCount) })}
      </p>
      <p className={styles.note}>{sum.state === 'failed' ? t('sumFailed') : t('sumAllNote', { total: bare(page.totalCount) })}</p>
    </Notice>
  );
}

const known = (t: FigureWords['t'], kind: string): string => {
  const text = t(`kind.${kind}` as 'kind.post');
  return text === `kind.${kind}` ? t('kindOther') : text;
};

/** The columns that these records fill: a column of dashes is left out. */
function columnsOf({ t, format, bare }: FigureWords, records: readonly BehindFigure[], opensClients: boolean): Column<BehindFigure>[] {
  const columns: (Column<BehindFigure> | false)[] = [
    { id: 'kind', header: t('record.kind'), cell: ({ kind }) => known(t, kind) },
    records.some(({ day }) => day) && {
      id: 'day',
      header: t('record.day'),
      cell: ({ day }) => (day ? format.dayShort(day) : t('noDay')),
      sort: ({ day }) => day,
    },
    records.some(({ number }) => number) && {
      id: 'number',
      header: t('record.number'),
      cell: ({ number }) => number ?? '–',
      sort: ({ number }) => number,
    },
    records.some(({ person, household }) => person || household) && {
      id: 'whom',
      header: t('record.whom'),
      cell: ({ person, household }) =>
        person ? (
          opensClients ? (
            <Link href={`/clients/${person.id}`}>{person.reference}</Link>
          ) : (
            person.reference
          )
        ) : household ? (
          <Badge>{household.reference}</Badge>
        ) : (
          t('nobody')
        ),
      sort: ({ person, household }) => person?.reference ?? household?.reference,
    },
    records.some(({ kind }) => kind === 'employee') && {
      id: 'employee',
      header: t('record.whom'),
      cell: ({ kind, id }) => (kind === 'employee' && id ? <Link href={`/people/${id}`}>{t('record.employee')}</Link> : t('nobody')),
    },
    records.some(({ amount }) => typeof amount === 'number') && {
      id: 'amount',
      header: t('record.amount'),
      figures: true,
      cell: ({ amount }) => (typeof amount === 'number' ? bare(amount) : '–'),
      sort: ({ amount }) => amount,
    },
  ];
  return columns.filter((column) => column !== false);
}
