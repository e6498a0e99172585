import { useFormat } from '../i18n/language.js';
import { Notice } from '../ui/index.js';
import type { Cell } from './cells.js';
import styles from './region.module.css';
import { useRegionWords } from './words.js';

/** A withheld figure: hatched, with the word; never a blank and never a zero. */
export function Withheld() {
  const words = useRegionWords();
  return (
    <span className={styles.withheld} title={words('withheldLead')}>
      {words('withheld')}
    </span>
  );
}

/** Why figures are withheld, once for a screen that has one. */
export function WithheldNotice() {
  const words = useRegionWords();
  return (
    <Notice tone="neutral" title={words('withheldTitle')}>
      {words('withheldLead')}
    </Notice>
  );
}

/** A cell in words: the number, or why there is none. */
export function useCellText(): (cell: Cell, digits?: number) => string {
  const words = useRegionWords();
  const format = useFormat();
  return (cell, digits = 2) => {
    switch (cell.kind) {
      case 'VALUE':
        return format.number(cell.value, digits);
      case 'WITHHELD':
        return words('withheld');
      case 'NOT_PUBLISHED':
        return words('notPublished');
      case 'NO_POPULATION':
        return words('noPopulation');
      case 'NOT_COUNTED':
        return words('notCounted');
    }
  };
}

/** A cell of a table. */
export function CellText({ cell, digits }: { cell: Cell; digits?: number }) {
  const text = useCellText();
  if (cell.kind === 'VALUE') return <>{text(cell, digits)}</>;
  if (cell.kind === 'WITHHELD') return <Withheld />;
  return <span className={styles.absent}>{text(cell)}</span>;
}
