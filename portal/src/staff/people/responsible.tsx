import { useFormat } from '../../i18n/language.js';
import { Facts } from '../../ui/index.js';
import { workByKind } from './owed.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';

/** What would have to be handed over, by kind. */
export function Responsible({ items }: { items: readonly { kind: string; on?: string | null }[] }) {
  const t = usePeopleTexts();
  const format = useFormat();
  if (!items.length) return <p>{t('nothingOpen')}</p>;
  return (
    <Facts
      facts={workByKind(items).map(({ kind, count, nearest }) => [
        t(`work.${kind as 'CASE'}`),
        <>
          {count} {nearest ? <span className={styles.note}>{t('dueOn', { day: format.dayShort(nearest) })}</span> : null}
        </>,
      ])}
    />
  );
}
