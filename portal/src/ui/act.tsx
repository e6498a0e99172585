import type { ReactNode } from 'react';
import type { Act } from '../graph/use-act.js';
import { useLanguage } from '../i18n/language.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Notice } from './state.js';
import styles from './state.module.css';
import { useUiTexts } from './texts.js';

/** What the graph said of a form as a whole: refusals that belong to no field, and that it could not be reached. Nothing where it said nothing. */
export function ActNotice({ act }: { act: Pick<Act<unknown, never>, 'others' | 'faults'> }) {
  const { language } = useLanguage();
  const t = useUiTexts();
  const texts = [...act.others.map((problem) => problem.message), ...act.faults.map((fault) => fault.text[language])];
  if (!texts.length) return null;
  return (
    <Notice tone="bad" title={t('failed')}>
      {[...new Set(texts)].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

/** One line of two versions. */
export interface VersionLine {
  name: string;
  /** In the system now, and what was written here. */
  now: ReactNode;
  mine: ReactNode;
  differs: boolean;
}

/** A stale write: what is in the system now beside what was written here, and the choice. */
export function StaleVersions({
  open,
  lines,
  onKeep,
  onTake,
  onClose,
}: {
  open: boolean;
  lines: readonly VersionLine[];
  onKeep(): void;
  onTake(): void;
  onClose(): void;
}) {
  const t = useUiTexts();
  return (
    <Dialog
      title={t('staleTitle')}
      open={open}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onTake}>{t('staleTake')}</Button>
          <Button look="primary" onPress={onKeep}>
            {t('staleKeep')}
          </Button>
        </>
      }
    >
      <p>{t('staleLead')}</p>
      <div className={styles.versions}>
        <span />
        <strong>{t('staleNow')}</strong>
        <strong>{t('staleMine')}</strong>
        {lines.map(({ name, now, mine, differs }) => [
          <span key={`${name} name`}>{name}</span>,
          <span key={`${name} now`} className={differs ? styles.differs : undefined}>
            {now}
          </span>,
          <span key={`${name} mine`} className={differs ? styles.differs : undefined}>
            {mine}
          </span>,
        ])}
      </div>
    </Dialog>
  );
}
