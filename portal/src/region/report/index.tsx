import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import type { PublishedReportOfTownQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import {
  ButtonLink,
  Checkbox,
  type Column,
  ComboBox,
  classes,
  Empty,
  Failure,
  Page,
  Section,
  Skeleton,
  Table,
  useHoles,
} from '../../ui/index.js';
import { cellOf } from '../cells.js';
import { Answers } from '../monitoring/answers.js';
import shared from '../region.module.css';
import { useTownTexts } from '../towns/texts.js';
import { CellText, WithheldNotice } from '../withheld.js';
import { Exports } from './export.js';
import styles from './report.module.css';

const reportQuery = graphql(`
  query PublishedReportOfTown($municipality: ID!, $year: Int!, $rules: Boolean!) {
    publishedReport(municipality: $municipality, year: $year) {
      municipalityCode
      year
      publishedOn
      municipality {
        code
        lv: label
        en: label(language: EN)
      }
      monitoring {
        ...AnswersMonitoring
      }
      tables {
        id
        lv: title
        en: title(language: EN)
        rows {
          key
          lv: label
          en: label(language: EN)
          level
          measure
          value
          suppressed
          previous
          previousSuppressed
          rule @include(if: $rules) {
            code
            lv: text
            en: text(language: EN)
          }
        }
      }
    }
  }
`);

type Report = NonNullable<PublishedReportOfTownQuery['publishedReport']>;
type ReportTable = Report['tables'][number];

/** A town's report of a year as it was published: its tables, what is withheld, the four questions, and the files. */
export default function ReportPage() {
  const t = useTownTexts();
  const format = useFormat();
  const { code = '', year: typed = '' } = useParams();
  const year = Number.parseInt(typed, 10) || 0;
  const [params, setParams] = useSearchParams();
  const rules = params.get('rules') === 'shown';
  const { data, previousData, error, refetch } = useQuery(reportQuery, { variables: { municipality: code, year, rules } });
  const holes = useHoles(error);
  const report = (data ?? previousData)?.publishedReport;
  if (holes.at('publishedReport')) {
    return (
      <Page title={t('reportKicker')}>
        <Failure faults={holes.all} onAgain={() => void refetch()} />
      </Page>
    );
  }
  if (!report) {
    return (
      <Page title={data ? t('noReportTitle') : t('reportKicker')}>
        {data ? (
          <Empty title={t('noReportTitle')} action={<ButtonLink href={`/towns/${code}`}>{t('toTowns')}</ButtonLink>}>
            {t('noReportsLead')}
          </Empty>
        ) : (
          <Skeleton lines={12} height="44rem" />
        )}
      </Page>
    );
  }
  const change = (name: string, value: string | null) => {
    const changed = new URLSearchParams(params);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
    setParams(changed, { replace: true });
  };
  // Several tables of the printed report have the same title: their place in it tells them apart.
  const numberOf = (table: ReportTable) => report.tables.indexOf(table) + 1;
  const chosen = report.tables.find(({ id }) => id === params.get('table'));
  const shown = chosen ? [chosen] : report.tables;
  const hasWithheld = shown.some(({ rows }) => rows.some(({ suppressed, previousSuppressed }) => suppressed || previousSuppressed));
  return (
    <Page
      title={t('reportTitle', { town: report.municipality[format.language] ?? code, year })}
      kicker={t('reportKicker')}
      lead={t('reportLead', { day: format.day(report.publishedOn) })}
      actions={<Exports municipality={code} year={year} />}
    >
      <div className={styles.bar}>
        <ComboBox
          label={t('table')}
          choices={[
            { id: 'all', label: t('allTables') },
            ...report.tables.map((table) => ({
              id: table.id,
              label: `${numberOf(table)}. ${table[format.language]}`,
              note: table.rows[0]?.[format.language] ?? '',
            })),
          ]}
          value={chosen?.id ?? 'all'}
          onChange={(id) => change('table', id === 'all' ? null : id)}
        />
        <Checkbox value={rules} onChange={(on) => change('rules', on ? 'shown' : null)}>
          {t('rules')}
        </Checkbox>
      </div>
      {hasWithheld ? <WithheldNotice /> : null}
      {report.monitoring && !chosen ? (
        <Section title={t('monitoring')}>
          <Answers monitoring={report.monitoring} />
        </Section>
      ) : null}
      {shown.map((table) => (
        <PrintedTable key={table.id} table={table} number={numberOf(table)} year={year} rules={rules} />
      ))}
    </Page>
  );
}

function PrintedTable({ table, number, year, rules }: { table: ReportTable; number: number; year: number; rules: boolean }) {
  const t = useTownTexts();
  const { language } = useFormat();
  type Row = ReportTable['rows'][number];
  const title = `${number}. ${table[language]}`;
  const digits = ({ measure }: Row) => (measure === 'EUR' || measure === 'POSTS' ? 2 : 0);
  // A heading has neither a figure nor a withheld one in either year: its cells stay empty.
  const isHeading = (row: Row) => row.value === null && row.previous === null && !row.suppressed && !row.previousSuppressed;
  const columns: Column<Row>[] = [
    {
      id: 'row',
      header: t('row'),
      cell: (row) => (
        <span className={classes(styles.row, isHeading(row) && styles.heading)} style={{ paddingLeft: `${row.level * 1.1}rem` }}>
          {row[language]}
        </span>
      ),
    },
    {
      id: 'value',
      header: t('value', { year }),
      figures: true,
      width: '8rem',
      cell: (row) => (isHeading(row) ? null : <CellText cell={cellOf(row)} digits={digits(row)} />),
    },
    {
      id: 'previous',
      header: t('value', { year: year - 1 }),
      figures: true,
      width: '8rem',
      cell: (row) =>
        isHeading(row) ? null : (
          <CellText cell={cellOf({ value: row.previous, suppressed: row.previousSuppressed })} digits={digits(row)} />
        ),
    },
    ...(rules
      ? [{ id: 'rule', header: t('rule'), width: '24rem', cell: (row: Row) => <span className={shared.note}>{row.rule?.[language]}</span> }]
      : []),
  ];
  return (
    <Section title={title} flush>
      <Table label={t('tableLabel', { title })} columns={columns} rows={table.rows} id={({ key }) => key} />
    </Section>
  );
}
