import { X } from 'lucide-react';
import { formatTime } from '../../format/format.js';
import { useLanguage } from '../../i18n/language.js';
import { Badge, Button } from '../../ui/index.js';
import { usePartnerWords } from '../words.js';
import type { QueuedDelivery } from './delivery.js';
import styles from './queue.module.css';
import { useQueueTexts } from './texts.js';

const tones = { WAITING: 'warn', SENT: 'good', REFUSED: 'bad' } as const;

/** How far a delivery of this device has come; a refused one with what the graph said, and the way to take it out of the list. */
export function QueueBadge({ entry, onDismiss }: { entry: QueuedDelivery; onDismiss(): void }) {
  const words = usePartnerWords();
  const t = useQueueTexts();
  const { language } = useLanguage();
  const { state, answeredAt, refusal } = entry;
  return (
    <span className={styles.state}>
      <Badge tone={tones[state]}>
        {words(`queued.${state}`)}
        {answeredAt && state === 'SENT' ? ` ${formatTime(answeredAt)}` : ''}
      </Badge>
      {refusal ? <span className={styles.refusal}>{refusal.text[language]}</span> : null}
      {state === 'REFUSED' ? (
        <Button small look="quiet" label={t('dismiss')} icon={<X size={14} aria-hidden="true" />} onPress={onDismiss} />
      ) : null}
    </span>
  );
}
