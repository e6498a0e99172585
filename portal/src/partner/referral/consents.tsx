import { Lock, LockOpen } from 'lucide-react';
import { useFormat } from '../../i18n/language.js';
import { lastDay, type Scope, scopes } from '../closing.js';
import styles from './referral.module.css';
import { useReferralTexts } from './texts.js';

/** What each part of the file is, in words, and until when it is open. */
export function Consents({ open }: { open: ReadonlyMap<Scope, string> }) {
  const t = useReferralTexts();
  const format = useFormat();
  return (
    <>
      <ul className={styles.scopes}>
        {scopes.map((scope) => {
          const until = open.get(scope);
          const Icon = until ? LockOpen : Lock;
          return (
            <li key={scope} className={until ? styles.isOpen : styles.isClosed}>
              <Icon size={16} aria-hidden="true" />
              <strong>{t(`scope.${scope}`)}</strong>
              <span className={styles.until}>{until ? t('openUntil', { day: format.day(lastDay(until)) }) : t('closed')}</span>
              <p>{t(`scopeNote.${scope}`)}</p>
            </li>
          );
        })}
      </ul>
      <p className={styles.foot}>{t('consentLead')}</p>
    </>
  );
}
