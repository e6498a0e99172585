import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { type Column, Empty, Table } from '../../ui/index.js';
import type { QueuedDelivery } from '../queue/delivery.js';
import { QueueBadge } from '../queue/queue-badge.js';
import { useDeliveryQueue } from '../queue/use-queue.js';
import { useAmount } from '../use-amount.js';
import { useReferralTexts } from './texts.js';
import type { ReferralShown } from './use-referral.js';

/** A line: what the graph has, or what still waits on this device. */
interface Line {
  id: string;
  on: string;
  units: number;
  unit: string;
  by: string;
  queued: QueuedDelivery | null;
}

/** What was delivered, with what still waits on this device above it. */
export function Deliveries({ referral, queued, onMore }: { referral: ReferralShown; queued: readonly QueuedDelivery[]; onMore(): void }) {
  const t = useReferralTexts();
  const format = useFormat();
  const amount = useAmount();
  const { subject } = useSession();
  const { queue } = useDeliveryQueue();
  const { nodes, totalCount } = referral.deliveries;
  const lines: Line[] = [
    ...queued.map((entry) => ({ id: entry.key, on: entry.on, units: entry.units, unit: entry.unit, by: subject, queued: entry })),
    ...nodes.map(({ id, on, units, unit, recordedBy }) => ({ id, on, units, unit, by: recordedBy, queued: null })),
  ];
  const columns: Column<Line>[] = [
    { id: 'on', header: t('on'), cell: (line) => format.dayShort(line.on), sort: (line) => line.on, width: '8rem' },
    { id: 'amount', header: t('amount'), cell: ({ units, unit }) => amount(units, unit), sort: ({ units }) => units },
    { id: 'by', header: t('by'), cell: ({ by }) => (by === subject ? t('you') : t('someoneElse')) },
    {
      id: 'status',
      header: t('status'),
      cell: ({ queued: entry }) => (entry ? <QueueBadge entry={entry} onDismiss={() => void queue.dismiss(entry.key)} /> : t('inSystem')),
    },
  ];
  return (
    <Table
      label={t('deliveriesList')}
      columns={columns}
      rows={lines}
      id={({ id }) => id}
      empty={<Empty title={t('deliveriesNone')}>{t('deliveriesNoneLead')}</Empty>}
      {...(nodes.length < totalCount ? { onMore } : {})}
    />
  );
}
