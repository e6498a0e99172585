import { type FragmentType, graphql, read } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, Table } from '../../ui/index.js';
import { cellOf } from '../cells.js';
import shared from '../region.module.css';
import { CellText } from '../withheld.js';
import { useMonitoringTexts } from './texts.js';

const yearMonitoring = graphql(`
  fragment YearMonitoring on RegionMonitoring {
    year
    towns
    townsOfTheDay
    outputs {
      value
      suppressed
    }
    goalsAchievedShare
    satisfaction
    surveyAnswers {
      value
      suppressed
    }
    costPerClient
  }
`);

/** The four questions down, the years across. What nobody published is unknown, never zero. */
export function MonitoredYears({ years }: { years: readonly FragmentType<typeof yearMonitoring>[] }) {
  const t = useMonitoringTexts();
  const format = useFormat();
  const shown = read(yearMonitoring, years);
  type Year = (typeof shown)[number];
  const unknown = <span className={shared.absent}>{t('unknown')}</span>;
  const lines: { id: string; question: string; answer(year: Year): React.ReactNode }[] = [
    {
      id: 'outputs',
      question: t('outputs'),
      answer: ({ outputs, towns }) => (towns ? <CellText cell={cellOf(outputs)} digits={0} /> : unknown),
    },
    {
      id: 'goals',
      question: t('goals'),
      answer: ({ goalsAchievedShare: share }) => (share === null ? unknown : format.share(share)),
    },
    {
      id: 'satisfaction',
      question: t('satisfaction'),
      answer: ({ satisfaction }) => (satisfaction === null ? unknown : format.number(satisfaction, 2)),
    },
    {
      id: 'surveyAnswers',
      question: `– ${t('surveyAnswers')}`,
      answer: ({ surveyAnswers, towns }) => (towns ? <CellText cell={cellOf(surveyAnswers)} digits={0} /> : unknown),
    },
    { id: 'cost', question: t('cost'), answer: ({ costPerClient }) => (costPerClient === null ? unknown : format.euro(costPerClient)) },
    { id: 'towns', question: t('towns'), answer: ({ towns, townsOfTheDay }) => t('ofTowns', { towns, all: townsOfTheDay }) },
  ];
  const columns: Column<(typeof lines)[number]>[] = [
    { id: 'question', header: t('question'), cell: ({ question }) => question },
    ...shown.map(
      (year): Column<(typeof lines)[number]> => ({
        id: String(year.year),
        header: String(year.year),
        figures: true,
        cell: ({ answer }) => answer(year),
      }),
    ),
  ];
  return <Table label={t('answersLabel')} columns={columns} rows={lines} id={({ id }) => id} />;
}
