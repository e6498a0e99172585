import { useQuery } from '@apollo/client/react';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Empty, Failure, Page, Select, Skeleton, Tabs, useHoles } from '../../ui/index.js';
import { About } from './about.js';
import { BudgetPart } from './budget.js';
import { Indicators } from './indicators.js';
import { Plan } from './plan.js';
import { Progress } from './progress.js';
import { strategiesQuery, strategyQuery } from './strategy-query.js';
import { useStrategyTexts } from './texts.js';

/** The strategies of the town: what is to be done by whom and with whose money, where it stands, and what it reached. */
export default function StrategyPage() {
  const { id } = useParams();
  const { search } = useLocation();
  const t = useStrategyTexts();
  const { data, error, refetch } = useQuery(strategiesQuery);
  const holes = useHoles(error);
  const strategies = data?.strategies;
  const latest = [...(strategies ?? [])].sort((a, b) => b.fromYear - a.fromYear)[0];
  if (id) return <OneStrategy key={id} id={id} choices={strategies ?? []} />;
  if (latest) return <Navigate to={{ pathname: `/strategy/${latest.id}`, search }} replace />;
  return (
    <Page title={t('title')}>
      {holes.all.length ? (
        <Failure faults={holes.all} onAgain={() => void refetch()} />
      ) : strategies ? (
        <Empty title={t('none')}>{t('noneLead')}</Empty>
      ) : (
        <Skeleton lines={6} height="32rem" />
      )}
    </Page>
  );
}

type Choice = { id: string; fromYear: number; untilYear: number; lv: string; en: string };

function OneStrategy({ id, choices }: { id: string; choices: readonly Choice[] }) {
  const t = useStrategyTexts();
  const { language } = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(strategyQuery, { variables: { id } });
  const holes = useHoles(error);
  const strategy = data?.strategy;
  const names = ['plan', 'indicators', ...(may('budget.read').allowed ? (['budget'] as const) : []), 'progress', 'about'] as const;
  const part = names.find((name) => name === search.get('part')) ?? 'plan';
  const contentOf = (name: (typeof names)[number]) => {
    if (!strategy)
      return holes.all.length ? (
        <Failure faults={holes.all} onAgain={() => void refetch()} />
      ) : data ? (
        <Empty title={t('none')} />
      ) : (
        <Skeleton lines={6} height="32rem" />
      );
    if (name === 'plan') return <Plan strategy={strategy} onAgain={async () => (await refetch()).data?.strategy ?? null} />;
    if (name === 'indicators') return <Indicators strategy={strategy} />;
    if (name === 'budget') return <BudgetPart fromYear={strategy.fromYear} untilYear={strategy.untilYear} />;
    if (name === 'progress') return <Progress id={strategy.id} fromYear={strategy.fromYear} untilYear={strategy.untilYear} />;
    return <About strategy={strategy} />;
  };
  return (
    <Page
      title={strategy?.[language] ?? t('title')}
      kicker={strategy ? years(strategy) : '\u00a0'}
      actions={
        choices.length > 1 ? (
          <Select
            label={t('choose')}
            choices={choices.map((one) => ({ id: one.id, label: years(one) }))}
            value={id}
            onChange={(next) => navigate(`/strategy/${next}?part=${part}`)}
          />
        ) : undefined
      }
    >
      <Tabs
        label={t('parts')}
        value={part}
        onChange={(next) => setSearch({ part: next }, { replace: true })}
        tabs={names.map((name) => ({ id: name, label: t(name), content: part === name ? contentOf(name) : null }))}
      />
    </Page>
  );
}

const years = ({ fromYear, untilYear }: { fromYear: number; untilYear: number }): string =>
  fromYear === untilYear ? String(fromYear) : `${fromYear}–${untilYear}`;
