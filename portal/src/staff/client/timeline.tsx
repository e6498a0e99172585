import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { TimelineDomain, TimelineKind } from '../../gql/staff/graphql.js';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, Button, Empty, Part, Section, Select, Skeleton, Stack, Timeline, useHoles } from '../../ui/index.js';
import styles from './client.module.css';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const timelineQuery = graphql(`
  query ClientTimeline($id: ID!, $first: Int!, $after: String) {
    person(id: $id) {
      id
      timeline(first: $first, after: $after) {
        totalCount
        nodes {
          at
          kind
          domain
          objectId
          lv: title
          en: title(language: EN)
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

const pageSize = 40;
const all = 'ALL';
const domains = ['SERVICES', 'BENEFITS', 'INSTITUTIONS'] as const satisfies readonly TimelineDomain[];
const tones = { BENEFITS: 'info', INSTITUTIONS: 'warn', SERVICES: undefined } as const;

/** Everything that happened, the latest first; narrowed down by domain and by what happened. */
export function History({ id }: { id: string }) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const { data, error, loading, refetch, fetchMore } = useQuery(timelineQuery, { variables: { id, first: pageSize } });
  const holes = useHoles(error);
  const [domain, setDomain] = useState<TimelineDomain | typeof all>(all);
  const [kind, setKind] = useState<TimelineKind | typeof all>(all);
  const timeline = data?.person?.timeline;
  const nodes = timeline?.nodes ?? [];
  const shown = nodes.filter((one) => (domain === all || one.domain === domain) && (kind === all || one.kind === kind));
  const kinds = [...new Set(nodes.map((one) => one.kind))].map((one) => ({ id: one, label: words(`kind.${one}`) }));
  kinds.sort((a, b) => a.label.localeCompare(b.label, format.language));
  const everything = { id: all, label: t('everything') } as const;
  return (
    <Section title={t('timeline')} count={timeline ? t('events', { shown: shown.length, total: timeline.totalCount }) : undefined}>
      <Part holes={holes} at="person.timeline" onAgain={() => void refetch()}>
        {timeline ? (
          <Stack>
            {nodes.length ? (
              <div className={`${styles.filters} no-print`}>
                <Select
                  label={t('filterDomain')}
                  value={domain}
                  onChange={setDomain}
                  choices={[everything, ...domains.map((one) => ({ id: one, label: words(`domain.${one}`) }))]}
                />
                <Select label={t('filterKind')} value={kind} onChange={setKind} choices={[everything, ...kinds]} />
              </div>
            ) : null}
            {nodes.length === 0 ? (
              <Empty title={t('noEvents')}>{t('noEventsLead')}</Empty>
            ) : shown.length ? (
              <Timeline
                label={t('timeline')}
                entries={shown.map((one, place) => ({
                  id: `${one.objectId} ${one.kind} ${one.at} ${place}`,
                  when: format.dayShort(one.at),
                  tone: tones[one.domain],
                  what: (
                    <span className={styles.line}>
                      {one[format.language]}
                      {one.domain === 'SERVICES' ? null : <Badge tone={tones[one.domain]}>{words(`domain.${one.domain}`)}</Badge>}
                    </span>
                  ),
                }))}
              />
            ) : (
              <p className={styles.note}>{t('nothingSuch', { count: nodes.length })}</p>
            )}
            {timeline.pageInfo.hasNextPage ? (
              <div className="no-print">
                <Button
                  small
                  isDisabled={loading}
                  onPress={() => void fetchMore({ variables: { after: timeline.pageInfo.endCursor } }).catch(() => undefined)}
                >
                  {loading ? t('loading') : t('more')}
                </Button>
              </div>
            ) : null}
          </Stack>
        ) : (
          <Skeleton lines={8} height="20rem" />
        )}
      </Part>
    </Section>
  );
}
