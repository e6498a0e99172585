import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { ButtonLink, type Column, Empty, Link, Page, Part, Section, Select, Skeleton, Table, useHoles } from '../../ui/index.js';
import styles from './audit.module.css';
import { byRequest, mergeNewestFirst } from './merge.js';
import { useAuditTexts } from './texts.js';
import { type Domain, domains, useAuditWords } from './words.js';

const pageFields = graphql(`
  fragment AuditPage on AuditEntryConnection {
    totalCount
    nodes {
      at
      subject
      role
      action
      object
      fields
      purpose
      requestId
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
`);

const trailQuery = graphql(`
  query AuditTrail(
    $id: ID!
    $first: Int!
    $registryAfter: String
    $benefitsAfter: String
    $servicesAfter: String
    $institutionsAfter: String
    $workforceAfter: String
    $strategyAfter: String
    $registry: Boolean!
    $benefits: Boolean!
    $services: Boolean!
    $institutions: Boolean!
    $workforce: Boolean!
    $strategy: Boolean!
  ) {
    person(id: $id) {
      id
      reference
    }
    auditTrail(personId: $id) {
      personId
      registry(first: $first, after: $registryAfter) @include(if: $registry) {
        ...AuditPage
      }
      benefits(first: $first, after: $benefitsAfter) @include(if: $benefits) {
        ...AuditPage
      }
      services(first: $first, after: $servicesAfter) @include(if: $services) {
        ...AuditPage
      }
      institutions(first: $first, after: $institutionsAfter) @include(if: $institutions) {
        ...AuditPage
      }
      workforce(first: $first, after: $workforceAfter) @include(if: $workforce) {
        ...AuditPage
      }
      strategy(first: $first, after: $strategyAfter) @include(if: $strategy) {
        ...AuditPage
      }
    }
  }
`);

const pageSize = 50;
const all = 'ALL';
const everything = { registry: true, benefits: true, services: true, institutions: true, workforce: true, strategy: true };

/** Everything that was looked at and done with one client's file, in all domains, the latest first. */
export default function Trail() {
  const { id = '' } = useParams();
  const t = useAuditTexts();
  const words = useAuditWords();
  const format = useFormat();
  const [who, setWho] = useState(all);
  const [where, setWhere] = useState<Domain | typeof all>(all);
  const { data, error, loading, refetch, fetchMore } = useQuery(trailQuery, { variables: { id, first: pageSize, ...everything } });
  const holes = useHoles(error);
  const trail = data?.auditTrail;
  const pages = domains.map((domain) => ({ domain, page: read(pageFields, trail?.[domain]) ?? null }));
  const entries = mergeNewestFirst(
    pages.map(({ domain, page }) => ({
      entries: (page?.nodes ?? []).map((entry) => ({ ...entry, domain })),
      more: page?.pageInfo.hasNextPage ?? false,
    })),
  );
  const rows = byRequest(entries).filter((row) => (who === all || row.subject === who) && (where === all || row.domain === where));
  const total = pages.reduce((sum, { page }) => sum + (page?.totalCount ?? 0), 0);
  const open = pages.filter(({ page }) => page?.pageInfo.hasNextPage);
  const more = () => {
    const flags = Object.fromEntries(domains.map((domain) => [domain, open.some((one) => one.domain === domain)]));
    const cursors = Object.fromEntries(open.map(({ domain, page }) => [`${domain}After`, page?.pageInfo.endCursor]));
    void fetchMore({ variables: { id, first: pageSize, ...(flags as typeof everything), ...cursors } }).catch(() => undefined);
  };
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'when', header: t('when'), width: '9.5rem', cell: (row) => format.moment(row.at) },
    {
      id: 'who',
      header: t('who'),
      cell: (row) => (
        <>
          <div>{words.roles(row.role)}</div>
          <div className={styles.subject}>{row.subject}</div>
        </>
      ),
    },
    {
      id: 'what',
      header: t('what'),
      cell: (row) => (
        <>
          {row.actions.map((action) => (
            <div key={action}>{words.action(action)}</div>
          ))}
          <div className={styles.subject}>{t(`domain.${row.domain}`)}</div>
        </>
      ),
    },
    { id: 'fields', header: t('fields'), cell: (row) => <span className={styles.subject}>{row.fields.map(words.field).join(', ')}</span> },
    {
      id: 'purpose',
      header: t('purpose'),
      cell: (row) => row.purpose ?? <span className={styles.subject}>{t('noPurpose')}</span>,
    },
  ];
  const subjects = [...new Set(entries.map(({ subject }) => subject))].sort();
  const reference = data?.person?.reference ?? '';
  return (
    <Page
      title={t('trailTitle', { reference })}
      kicker={<Link href="/audit">{t('back')}</Link>}
      lead={t('trailLead')}
      actions={<ButtonLink href={`/clients/${id}`}>{t('toClient')}</ButtonLink>}
    >
      {domains.map((domain) => (
        <Part key={domain} holes={holes} at={`auditTrail.${domain}`} onAgain={() => void refetch()}>
          {null}
        </Part>
      ))}
      <Section
        title={t('trail')}
        count={trail ? t('counted', { shown: format.number(entries.length), total: format.number(total) }) : undefined}
        flush
      >
        {trail ? (
          <>
            {entries.length ? (
              <div className={styles.filters}>
                <Select
                  label={t('who')}
                  value={who}
                  onChange={setWho}
                  choices={[{ id: all, label: t('everyone') }, ...subjects.map((one) => ({ id: one, label: one }))]}
                />
                <Select
                  label={t('domain')}
                  value={where}
                  onChange={setWhere}
                  choices={[{ id: all, label: t('everywhere') }, ...domains.map((one) => ({ id: one, label: t(`domain.${one}`) }))]}
                />
              </div>
            ) : null}
            <Table
              label={t('trail')}
              columns={columns}
              rows={rows}
              id={(row) => row.id}
              empty={entries.length ? <Empty title={t('nothingSuch')} /> : <Empty title={t('noTrail')}>{t('noTrailLead')}</Empty>}
              {...(open.length ? { onMore: more } : {})}
              loadingMore={loading}
            />
          </>
        ) : (
          <div className={styles.pad}>
            <Skeleton lines={8} height="24rem" />
          </div>
        )}
      </Section>
    </Page>
  );
}
