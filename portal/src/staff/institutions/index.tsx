import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Empty, Link, Page, Part, ProgressBar, Skeleton, Stack, useHoles } from '../../ui/index.js';
import styles from './institutions.module.css';
import { useInstitutionsTexts } from './texts.js';
import { ToConfirm } from './to-confirm.js';

const facilitiesQuery = graphql(`
  query Institutions {
    facilities {
      id
      name
      kind
      address
      registration {
        number
        validTo
      }
      occupancy {
        capacity
        occupied
        absent
        reserved
        free
      }
      waitingList {
        id
      }
    }
  }
`);

/** Every institution with what is free tonight, and the emergencies that wait for a second person. */
export default function Institutions() {
  const t = useInstitutionsTexts();
  const may = useMay();
  const format = useFormat();
  const { data, error, refetch } = useQuery(facilitiesQuery);
  const holes = useHoles(error);
  const facilities = data?.facilities;
  const confirms = may('placement.confirmation.read').allowed;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="l">
        {confirms ? <ToConfirm when="some" /> : null}
        <Part holes={holes} at="facilities" onAgain={() => void refetch()}>
          {facilities ? (
            facilities.length ? (
              <ul className={styles.cards}>
                {facilities.map(({ id, name, kind, address, registration, occupancy, waitingList }) => (
                  <li key={id} className={styles.card}>
                    <div className={styles.cardHead}>
                      <div>
                        <h2>
                          <Link href={`/institutions/${id}`}>{name}</Link>
                        </h2>
                        <p className={styles.note}>
                          {t(`kind.${kind}`)}, {address}
                        </p>
                      </div>
                      <span className={styles.free}>
                        <strong>{format.number(occupancy.free)}</strong>
                        <span className={styles.note}>{t('free')}</span>
                      </span>
                    </div>
                    <ProgressBar
                      label={t('occupancy')}
                      value={occupancy.occupied}
                      most={occupancy.capacity}
                      text={t('of', { occupied: occupancy.occupied, capacity: occupancy.capacity })}
                      tone={occupancy.free > 0 ? 'info' : 'warn'}
                    />
                    <div className={styles.badges}>
                      {occupancy.free > 0 ? null : <Badge tone="warn">{t('full')}</Badge>}
                      {occupancy.reserved ? (
                        <Badge>
                          {t('reserved')}: {occupancy.reserved}
                        </Badge>
                      ) : null}
                      {occupancy.absent ? (
                        <Badge>
                          {t('absent')}: {occupancy.absent}
                        </Badge>
                      ) : null}
                      {waitingList.length ? <Badge tone="info">{t('waiting', { count: waitingList.length })}</Badge> : null}
                      {registration ? null : <Badge tone="bad">{t('unregistered')}</Badge>}
                    </div>
                  </li>
                ))}
              </ul>
            ) : (
              <Empty title={t('none')}>{t('noneLead')}</Empty>
            )
          ) : (
            <Skeleton lines={6} height="32rem" />
          )}
        </Part>
        {confirms ? <ToConfirm when="none" /> : null}
      </Stack>
    </Page>
  );
}
