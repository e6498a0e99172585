import { useLazyQuery } from '@apollo/client/react';
import { Siren, UserPlus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Button, ButtonLink, type Column, Empty, Failure, Page, Section, Skeleton, Table, TextField } from '../../ui/index.js';
import { emergencyOpens } from '../client/emergency-store.js';
import styles from './clients.module.css';
import { useClientsTexts } from './texts.js';

const EmergencyForm = lazy(() => import('../client/forms/emergency.js').then(({ EmergencyForm: form }) => ({ default: form })));

const clientsQuery = graphql(`
  query ClientList($text: String!, $first: Int!, $after: String) {
    persons(search: $text, first: $first, after: $after) {
      nodes {
        id
        reference
        givenName
        familyName
        birthDate
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const pageSize = 30;
const fewest = 2;
const pauseMs = 250;

/** Finds clients of the municipality, registers a new one, opens a file in an emergency. */
export default function Clients() {
  const t = useClientsTexts();
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [breaking, setBreaking] = useState(false);
  const [search, { data, error, loading, fetchMore }] = useLazyQuery(clientsQuery, { fetchPolicy: 'network-only' });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < fewest) return;
    const timer = setTimeout(() => void search({ variables: { text: wanted, first: pageSize } }), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted, search]);

  const searches = may('person.search').allowed;
  const registers = may('person.register').allowed;
  const breaks = may('emergency.open').allowed && emergencyOpens.some((action) => !may(action).allowed);
  const page = wanted.length >= fewest ? data?.persons : null;
  const people = page?.nodes ?? [];
  const columns: Column<(typeof people)[number]>[] = [
    { id: 'name', header: t('name'), cell: (row) => `${row.givenName} ${row.familyName}` },
    { id: 'reference', header: t('reference'), cell: (row) => row.reference, width: '10rem' },
    { id: 'born', header: t('born'), cell: (row) => (row.birthDate ? format.dayShort(row.birthDate) : '–'), width: '10rem' },
  ];
  const register = (
    <ButtonLink href="/clients/new" look="primary" icon={<UserPlus size={16} aria-hidden="true" />}>
      {t('register')}
    </ButtonLink>
  );
  const breakIt = (
    <Button icon={<Siren size={16} aria-hidden="true" />} onPress={() => setBreaking(true)}>
      {t('emergency')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {breaks && searches ? breakIt : null}
          {registers ? register : null}
        </>
      }
    >
      {searches ? (
        <>
          <div className={styles.search}>
            <TextField label={t('search')} type="search" value={text} onChange={setText} hint={t('searchHint')} autoFocus />
          </div>
          <Section title={t('found')} flush>
            {error ? (
              <div className={styles.pad}>
                <Failure faults={faultsOf(error)} />
              </div>
            ) : wanted.length < fewest ? (
              <Empty title={t('start')}>{t('startLead')}</Empty>
            ) : page ? (
              <Table
                label={t('found')}
                columns={columns}
                rows={people}
                id={(row) => row.id}
                href={(row) => `/clients/${row.id}`}
                empty={<Empty title={t('none', { text: wanted })}>{t('noneLead')}</Empty>}
                {...(page.pageInfo.hasNextPage
                  ? { onMore: () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined) }
                  : {})}
                loadingMore={loading}
              />
            ) : (
              <div className={styles.pad}>
                <Skeleton lines={6} />
              </div>
            )}
          </Section>
        </>
      ) : (
        <Section title={t('found')} flush>
          <Empty title={t('noSearch')} action={breaks ? breakIt : null}>
            {t('noSearchLead')}
          </Empty>
        </Section>
      )}
      <Suspense>
        {breaking ? (
          <EmergencyForm personId={null} onClose={() => setBreaking(false)} onOpened={(id) => void navigate(`/clients/${id}`)} />
        ) : null}
      </Suspense>
    </Page>
  );
}
