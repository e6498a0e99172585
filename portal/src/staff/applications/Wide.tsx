import type { ReactNode } from 'react';
import styles from './applications.module.css';
import { useWords } from './texts.js';

/** A table that scrolls to the side where there is no room for it, also by keyboard. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  const t = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={t('tableOf', { label })} tabIndex={0}>
      {children}
    </section>
  );
}
