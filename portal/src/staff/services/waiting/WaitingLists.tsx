import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { Empty, Part, Section, Select, Skeleton, Stack, Table, useHoles } from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { ServiceTypes } from '../request/request.queries.js';
import { useServiceTexts } from '../texts.js';
import { FreePlaces } from './FreePlaces.js';

const WaitingList = graphql(`
  query WaitingListOf($serviceType: ID!) {
    waitingList(serviceType: $serviceType) {
      id
      position
      urgency
      since
      changes {
        on
        reason
        changedBy {
          id
          name
        }
      }
      request {
        id
        number
        person {
          id
          reference
        }
      }
    }
  }
`);

/** The queue of a service with everybody's position and why an order was changed, and the places that are free. */
export function WaitingLists() {
  const t = useServiceTexts();
  const format = useFormat();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const types = useQuery(ServiceTypes);
  const choices = useMemo(
    () => (types.data?.serviceTypes ?? []).map((one) => ({ id: one.code, label: one[format.language] ?? one.code })),
    [types.data, format.language],
  );
  const chosen = params.get('service') ?? choices[0]?.id ?? null;
  const list = useQuery(WaitingList, { variables: { serviceType: chosen ?? '' }, skip: !chosen });
  const holes = useHoles(list.error ?? types.error);
  const rows = list.data?.waitingList ?? [];
  return (
    <Stack>
      {may('place.read').allowed ? <FreePlaces /> : null}
      <Section title={t('waiting')} count={list.data ? rows.length : undefined}>
        <Stack>
          <p className={styles.fine}>{t('waitingLead')}</p>
          {choices.length ? (
            <div className={styles.filters}>
              <Select
                label={t('service')}
                choices={choices}
                value={chosen}
                onChange={(service) =>
                  setParams(
                    (before) => {
                      const next = new URLSearchParams(before);
                      next.set('service', service);
                      return next;
                    },
                    { replace: true },
                  )
                }
              />
            </div>
          ) : null}
          <Part holes={holes} at="waitingList" onAgain={() => void list.refetch()}>
            {list.loading && !list.data ? (
              <Skeleton lines={6} height="16rem" />
            ) : (
              <Table
                label={t('waiting')}
                rows={rows}
                id={({ id }) => id}
                href={({ request }) => `/requests/${request.id}`}
                columns={[
                  { id: 'position', header: t('position'), cell: ({ position }) => `${position}.`, width: '5rem' },
                  { id: 'client', header: t('client'), cell: ({ request }) => request.person.reference, width: '8rem' },
                  { id: 'urgency', header: t('urgency'), cell: ({ urgency }) => urgency, width: '8rem' },
                  { id: 'since', header: t('since'), cell: ({ since }) => format.dayShort(since), width: '9rem' },
                  {
                    id: 'moved',
                    header: t('moved'),
                    cell: ({ changes }) =>
                      changes.map(({ on, reason, changedBy }) => (
                        <div key={`${on} ${reason}`}>
                          {t('movedWhy', { day: format.dayShort(on), name: changedBy.name ?? '–', reason })}
                        </div>
                      )),
                  },
                ]}
                empty={<Empty title={t('nobodyWaits')}>{t('nobodyWaitsLead')}</Empty>}
              />
            )}
          </Part>
        </Stack>
      </Section>
    </Stack>
  );
}
