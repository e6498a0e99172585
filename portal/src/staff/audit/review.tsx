import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { dayOf } from '../../format/format.js';
import { graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, DateField, Empty, Part, Section, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import styles from './audit.module.css';
import { useAuditTexts } from './texts.js';
import { type Domain, domains, useAuditWords } from './words.js';

const reviewQuery = graphql(`
  query AuditReview($from: Date!, $until: Date!) {
    auditReview(from: $from, until: $until) {
      registry {
        ...UnusualLooksRow
      }
      benefits {
        ...UnusualLooksRow
      }
      services {
        ...UnusualLooksRow
      }
      institutions {
        ...UnusualLooksRow
      }
      workforce {
        ...UnusualLooksRow
      }
      strategy {
        ...UnusualLooksRow
      }
    }
  }
`);

const rowFields = graphql(`
  fragment UnusualLooksRow on UnusualLooks {
    subject
    role
    on
    persons
    looks
    limit
  }
`);

const shift = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const usualDays = 29;

/** Days on which somebody looked at more files than is usual for the role, in each domain that can see it. */
export function Review() {
  const t = useAuditTexts();
  const words = useAuditWords();
  const format = useFormat();
  const today = dayOf(new Date().toISOString());
  const [from, setFrom] = useState<string | null>(shift(today, -usualDays));
  const [last, setLast] = useState<string | null>(today);
  const period = { from: from ?? today, until: shift(last ?? today, 1) };
  const { data, error, refetch } = useQuery(reviewQuery, { variables: period });
  const holes = useHoles(error);
  const review = data?.auditReview;
  const rows = domains.flatMap((domain) => read(rowFields, review?.[domain] ?? []).map((one) => ({ ...one, domain })));
  rows.sort((a, b) => b.persons - a.persons);
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'day', header: t('day'), width: '8rem', cell: (row) => format.dayShort(row.on), sort: (row) => row.on },
    {
      id: 'who',
      header: t('who'),
      cell: (row) => (
        <>
          <div>{words.roles(row.role)}</div>
          <div className={styles.subject}>{row.subject}</div>
        </>
      ),
      sort: (row) => row.subject,
    },
    { id: 'domain', header: t('domain'), cell: (row) => t(`domain.${row.domain}`), sort: (row) => t(`domain.${row.domain}`) },
    { id: 'persons', header: t('persons'), figures: true, cell: (row) => format.number(row.persons, 0), sort: (row) => row.persons },
    { id: 'limit', header: t('limit'), figures: true, cell: (row) => format.number(row.limit, 0), sort: (row) => row.limit },
    { id: 'looks', header: t('looks'), figures: true, cell: (row) => format.number(row.looks, 0), sort: (row) => row.looks },
  ];
  const missing = domains.filter((domain: Domain) => holes.at(`auditReview.${domain}`));
  return (
    <Section title={t('review')} count={review ? rows.length : undefined} flush>
      <Stack gap="s">
        <div className={styles.pad}>
          <Stack gap="s">
            <p className={styles.lead}>{t('reviewLead')}</p>
            <div className={styles.period}>
              <DateField label={t('from')} value={from} onChange={setFrom} {...(last ? { latest: last } : {})} />
              <DateField label={t('until')} value={last} onChange={setLast} {...(from ? { earliest: from } : {})} />
            </div>
            {missing.map((domain) => (
              <Part key={domain} holes={holes} at={`auditReview.${domain}`} onAgain={() => void refetch()}>
                {null}
              </Part>
            ))}
          </Stack>
        </div>
        {review ? (
          <Table
            label={t('review')}
            columns={columns}
            rows={rows}
            id={(row) => `${row.domain} ${row.subject} ${row.on}`}
            empty={missing.length ? <span /> : <Empty title={t('noReview')}>{t('noReviewLead')}</Empty>}
          />
        ) : missing.length ? null : (
          <div className={styles.pad}>
            <Skeleton lines={5} height="12rem" />
          </div>
        )}
      </Stack>
    </Section>
  );
}
