import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './button.js';
import styles from './state.module.css';
import { useUiTexts } from './texts.js';

/**
 * Something about a person that is not shown until somebody asks for it. `onAsk` sends the query that the graph audits; until it has answered, and
 * after `hide`, nothing of it is in the page. Where `onAsk` throws it says that it did not work, and one may ask again. The screen says beforehand that asking is written down.
 */
export function Masked({ label, onAsk, children }: { label: string; onAsk(): Promise<unknown>; children: ReactNode }) {
  const t = useUiTexts();
  const [state, setState] = useState<'hidden' | 'asking' | 'shown' | 'failed'>('hidden');
  const ask = async () => {
    setState('asking');
    try {
      await onAsk();
      setState('shown');
    } catch {
      setState('failed');
    }
  };
  if (state === 'shown') {
    return (
      <span className={styles.masked} title={t('maskedShown')}>
        <span>{children}</span>
        <Button
          small
          look="quiet"
          label={`${t('hide')}: ${label}`}
          icon={<EyeOff size={15} aria-hidden="true" />}
          onPress={() => setState('hidden')}
        />
      </span>
    );
  }
  return (
    <span className={styles.masked}>
      <span className={styles.dots} aria-hidden="true">
        ••••••
      </span>
      <span className="unseen">{t('masked')}</span>
      <Button
        small
        isDisabled={state === 'asking'}
        icon={<Eye size={15} aria-hidden="true" />}
        onPress={ask}
        aria-label={`${t('show')}: ${label}. ${t('maskedWarning')}`}
      >
        {t('show')}
      </Button>
      <span role="status">{state === 'failed' ? t('failed') : null}</span>
    </span>
  );
}
