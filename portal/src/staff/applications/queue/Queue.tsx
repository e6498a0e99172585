import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../../shell/may.js';
import { useSession } from '../../../sign-in/session.js';
import { Button, ButtonLink, Empty, Failure, KeyHint, Page, Section, Select, Skeleton, Table, useHoles } from '../../../ui/index.js';
import { today as dayOfToday, useSpoken } from '../../spoken.js';
import styles from '../applications.module.css';
import { useWords } from '../texts.js';
import { BenefitTypes } from './queue.queries.js';
import { useQueueColumns } from './queue-columns.js';
import { type DueFilter, dueFilters, filtered, type QueueFilter } from './queue-view.js';
import { rememberQueue } from './remembered.js';
import { useQueue } from './use-queue.js';
import { useRowKeys } from './use-row-keys.js';

const states = ['SUBMITTED', 'MEANS_DECLARED', 'PROPOSED', 'DECIDED', 'WITHDRAWN'] as const;
const every = 'ALL';

/** The queue of applications by due day: what is filtered and where one stood is in the address, so that going back comes back to it. */
export function Queue() {
  const t = useWords();
  const may = useMay();
  const { place } = useSession();
  const { spoken } = useSpoken();
  const [params, setParams] = useSearchParams();
  const day = useMemo(dayOfToday, []);
  const filter = useMemo<QueueFilter>(() => {
    const due = params.get('due') as DueFilter | null;
    return { state: params.get('state'), benefit: params.get('benefit'), due: due && dueFilters.includes(due) ? due : 'ALL' };
  }, [params]);
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) value && value !== every ? next.set(name, value) : next.delete(name);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const queue = useQueue(filter, day);
  const holes = useHoles(queue.error);
  const columns = useQueueColumns(day);
  const benefits = useQuery(BenefitTypes, { variables: { ...spoken, municipality: place ?? '' }, skip: !place });
  const benefitChoices = useMemo(
    () => [
      { id: every, label: t('filter.allBenefits') },
      ...(benefits.data?.benefitTypes ?? []).map(({ code, label }) => ({ id: code, label })),
    ],
    [benefits.data, t],
  );
  const at = params.get('at');
  const ids = useMemo(() => queue.rows.map(({ id }) => id), [queue.rows]);
  const address = `/applications${params.size ? `?${params}` : ''}`;
  useEffect(() => rememberQueue({ order: ids, address }), [ids, address]);
  const container = useRef<HTMLDivElement>(null);
  const keys = useRowKeys(container, ids, at, (id) => change({ at: id }));
  const isFiltered = Boolean(filter.state || filter.benefit || filter.due !== 'ALL');
  const failed = holes.all[0] && !queue.rows.length;

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {may('prolongation.read').allowed ? <ButtonLink href="/prolongations">{t('prolongations')}</ButtonLink> : null}
          {may('application.submit').allowed ? (
            <ButtonLink look="primary" href="/applications/new" icon={<Plus size={16} aria-hidden="true" />}>
              {t('new')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Counts waiting={queue.waiting} filter={filter} today={day} onFilter={change} />
      <Section
        title={t('queue')}
        count={
          queue.loading
            ? undefined
            : queue.total === null
              ? t('shown', { shown: ids.length, total: queue.waiting.length })
              : t('shown', { shown: ids.length, total: queue.total })
        }
        flush
        actions={
          isFiltered ? (
            <Button small look="quiet" onPress={() => change({ state: null, benefit: null, due: null, at: null })}>
              {t('clear')}
            </Button>
          ) : undefined
        }
      >
        <div className={styles.filters}>
          <Select
            label={t('filter.state')}
            choices={[{ id: every, label: t('filter.open') }, ...states.map((id) => ({ id, label: t(`state.${id}`) }))]}
            value={filter.state ?? every}
            onChange={(state) => change({ state, at: null })}
          />
          <Select
            label={t('filter.benefit')}
            choices={benefitChoices}
            value={filter.benefit ?? every}
            onChange={(benefit) => change({ benefit, at: null })}
          />
          <Select
            label={t('filter.due')}
            choices={dueFilters.map((id) => ({ id, label: t(`due.${id}`) }))}
            value={filter.due}
            onChange={(due) => change({ due, at: null })}
            disabled={filter.state === 'DECIDED' || filter.state === 'WITHDRAWN'}
          />
        </div>
        {queue.loading ? (
          <div className={styles.wait}>
            <Skeleton lines={12} height="28rem" />
          </div>
        ) : failed ? (
          <Failure faults={holes.all} onAgain={queue.again} />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only notices which row has the focus
          <div ref={container} onFocus={keys.onFocus}>
            <Table
              label={t('queueLabel')}
              columns={columns}
              rows={queue.rows}
              id={({ id }) => id}
              href={({ id }) => `/applications/${id}`}
              current={at}
              onMore={queue.more}
              loadingMore={queue.loadingMore}
              empty={<Empty title={isFiltered ? t('empty') : t('emptyAll')}>{isFiltered ? t('emptyLead') : t('emptyAllLead')}</Empty>}
            />
          </div>
        )}
      </Section>
      <p className={styles.keys}>
        <KeyHint keys="J" /> <KeyHint keys="K" /> <KeyHint keys="↑" /> <KeyHint keys="↓" /> {t('keysMove')} <KeyHint keys="Enter" />{' '}
        {t('keysOpen')}
      </p>
    </Page>
  );
}

/** What waits, in four figures; each is a filter. */
function Counts({
  waiting,
  filter,
  today,
  onFilter,
}: {
  waiting: ReturnType<typeof useQueue>['waiting'];
  filter: QueueFilter;
  today: string;
  onFilter(changes: Readonly<Record<string, string | null>>): void;
}) {
  const t = useWords();
  const entries = [
    { id: 'OVERDUE', filter: { state: null, benefit: null, due: 'OVERDUE' } },
    { id: 'WEEK', filter: { state: null, benefit: null, due: 'WEEK' } },
    { id: 'PROPOSED', filter: { state: 'PROPOSED', benefit: null, due: 'ALL' } },
    { id: 'NONE', filter: { state: null, benefit: null, due: 'NONE' } },
  ] as const;
  return (
    <ul className={styles.counts} aria-label={t('counts')}>
      {entries.map(({ id, filter: wanted }) => {
        const count = filtered(waiting, wanted, today).length;
        const chosen = filter.state === wanted.state && filter.due === wanted.due;
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.count}
              aria-pressed={chosen}
              data-tone={id === 'OVERDUE' && count > 0 ? 'bad' : undefined}
              onClick={() =>
                onFilter(chosen ? { state: null, due: null, at: null } : { state: wanted.state, benefit: null, due: wanted.due, at: null })
              }
            >
              <span className={styles.countFigure}>{count}</span>
              <span>{t(`count.${id}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
