import { useFormat } from '../../i18n/language.js';
import { Button, ButtonLink, type Column, Empty, Link, Page, Section, Table } from '../../ui/index.js';
import type { QueuedDelivery } from '../queue/delivery.js';
import styles from '../queue/queue.module.css';
import { QueueBadge } from '../queue/queue-badge.js';
import { QueueNotice } from '../queue/queue-notice.js';
import { useQueueTexts } from '../queue/texts.js';
import { useDeliveryQueue, useOnline } from '../queue/use-queue.js';
import { useAmount } from '../use-amount.js';

/** What was recorded on this device: what waits, what was sent, what was refused and why. */
export default function DeliveriesPage() {
  const t = useQueueTexts();
  const format = useFormat();
  const amount = useAmount();
  const online = useOnline();
  const { queue, entries } = useDeliveryQueue();
  const waits = entries.some(({ state }) => state === 'WAITING');
  const columns: Column<QueuedDelivery>[] = [
    { id: 'on', header: t('on'), cell: ({ on }) => format.dayShort(on), sort: ({ on }) => on, width: '8rem' },
    {
      id: 'service',
      header: t('service'),
      cell: ({ service }) => service[format.language],
      sort: ({ service }) => service[format.language],
    },
    { id: 'amount', header: t('amount'), cell: ({ units, unit }) => amount(units, unit) },
    { id: 'writtenAt', header: t('writtenAt'), cell: ({ writtenAt }) => format.moment(writtenAt), sort: ({ writtenAt }) => writtenAt },
    { id: 'state', header: t('state'), cell: (entry) => <QueueBadge entry={entry} onDismiss={() => void queue.dismiss(entry.key)} /> },
    {
      id: 'referral',
      header: t('referral'),
      cell: ({ referralId }) => (referralId ? <Link href={`/referrals/${referralId}`}>{t('open')}</Link> : t('forgotten')),
    },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueueNotice here />
      <Section
        title={t('list')}
        count={entries.length || null}
        flush
        actions={
          waits ? (
            <Button small onPress={() => void queue.flush()} isDisabled={!online}>
              {t('sendNow')}
            </Button>
          ) : null
        }
      >
        <Table
          label={t('title')}
          columns={columns}
          rows={[...entries].reverse()}
          id={({ key }) => key}
          empty={
            <Empty title={t('emptyTitle')} action={<ButtonLink href="/referrals">{t('toReferrals')}</ButtonLink>}>
              {t('emptyLead')}
            </Empty>
          }
        />
      </Section>
      <p className={styles.once}>{t('once')}</p>
    </Page>
  );
}
