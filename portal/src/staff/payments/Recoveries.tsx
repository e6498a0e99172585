import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/language.js';
import { Badge, Button, type Column, Empty, Part, Section, Select, Skeleton, Table, useHoles } from '../../ui/index.js';
import { linkTo } from '../links.js';
import styles from './payments.module.css';
import { RecoveriesList } from './payments.queries.js';
import { RecoveryDialog } from './RecoveryDialog.js';
import { type Recovery, recoveryTones } from './recovery.js';
import { useRecoveryTexts } from './recovery-texts.js';

const states = ['OPEN', 'RECOVERED', 'CANCELLED'] as const;
const every = 'ALL';

/** Overpayments: how much of each is still owed, by state; one opens with its months and what was kept back. */
export function Recoveries() {
  const t = useRecoveryTexts();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<Recovery | null>(null);
  const state = states.find((one) => one === search.get('state')) ?? null;
  const { data, error, refetch, fetchMore, loading } = useQuery(RecoveriesList, { variables: { state } });
  const holes = useHoles(error);
  const page = data?.recoveries;
  const columns: readonly Column<Recovery>[] = [
    { id: 'person', header: t('person'), cell: ({ person }) => linkTo('/clients/:id', person.id, person.reference) },
    {
      id: 'decision',
      header: t('decision'),
      cell: ({ decision }) => (decision ? linkTo('/applications/:id', decision.application.id, decision.number) : '–'),
    },
    {
      id: 'on',
      header: t('established'),
      cell: ({ establishedOn }) => format.dayShort(establishedOn),
      sort: ({ establishedOn }) => establishedOn,
    },
    { id: 'amount', header: t('amount'), cell: ({ amount }) => format.euro(amount), figures: true, sort: ({ amount }) => Number(amount) },
    {
      id: 'balance',
      header: t('balance'),
      cell: ({ balance }) => format.euro(balance),
      figures: true,
      sort: ({ balance }) => Number(balance),
    },
    { id: 'state', header: t('state'), cell: (one) => <Badge tone={recoveryTones[one.state]}>{t(`state.${one.state}`)}</Badge> },
    {
      id: 'open',
      header: t('next'),
      cell: (one) => (
        <Button small onPress={() => setOpened(one)} aria-label={`${t('open')}: ${one.person.reference}`}>
          {t('open')}
        </Button>
      ),
    },
  ];
  return (
    <Section title={t('title')} count={page?.totalCount} flush>
      <p className={styles.wait}>{t('lead')}</p>
      <div className={styles.filter}>
        <Select<(typeof states)[number] | typeof every>
          label={t('filter')}
          choices={[{ id: every, label: t('all') }, ...states.map((id) => ({ id, label: t(`filter.${id}`) }))]}
          value={state ?? every}
          onChange={(id) => setSearch(id === every ? { part: 'recoveries' } : { part: 'recoveries', state: id }, { replace: true })}
        />
      </div>
      <Part holes={holes} at="recoveries" onAgain={() => void refetch()}>
        {page ? (
          <Table
            label={t('title')}
            columns={columns}
            rows={page.nodes}
            id={({ id }) => id}
            empty={<Empty title={t(state ? 'noneOfState' : 'none')}>{t(state ? 'noneOfStateLead' : 'noneLead')}</Empty>}
            onMore={page.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) : undefined}
            loadingMore={loading}
          />
        ) : (
          <div className={styles.wait}>
            <Skeleton lines={4} height="10rem" />
          </div>
        )}
      </Part>
      {opened ? <RecoveryDialog recovery={opened} onClose={() => setOpened(null)} /> : null}
    </Section>
  );
}
