import { useRef } from 'react';
import { Button as AriaButton, useDrag, useDrop } from 'react-aria-components';
import { useFormat } from '../../i18n/language.js';
import type { HeldBed } from './facility-query.js';
import styles from './institutions.module.css';
import { stateOf } from './rooms.js';
import { useInstitutionsTexts } from './texts.js';

/** Kind of what is dragged: the id of a placement. */
export const dragged = 'application/x-atbalsts-placement';

/** A bed that somebody holds: by reference, never by name; opens with what can be done, and can be dragged. */
export function HeldBedTile({
  bed,
  on,
  drags,
  onOpen,
  onDragging,
}: {
  bed: HeldBed;
  on: string;
  drags: boolean;
  onOpen(): void;
  onDragging(now: boolean): void;
}) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const { placement, absence } = bed;
  const state = stateOf(bed, on);
  const { dragProps, isDragging } = useDrag({
    getItems: () => [{ [dragged]: placement.id }],
    getAllowedDropOperations: () => ['move'],
    isDisabled: !drags,
    onDragStart: () => onDragging(true),
    onDragEnd: () => onDragging(false),
  });
  const until = absence
    ? t(state === 'overdue' ? 'awayOver' : 'away', { day: format.dayShort(absence.keptUntil) })
    : state === 'reserved'
      ? t('reservedFrom', { day: format.dayShort(placement.from) })
      : !placement.until
        ? t('open')
        : t(state === 'overdue' ? 'overdue' : 'until', { day: format.dayShort(placement.until) });
  const person = placement.person.reference ?? '';
  // only the drag by pointer: with the keyboard the bed is opened, and what can be done is in its dialog
  const { draggable, onDragStart, onDrag, onDragEnd } = dragProps;
  return (
    <div
      className={styles.bed}
      data-state={state}
      data-dragging={isDragging || undefined}
      {...(drags ? { draggable, onDragStart, onDrag, onDragEnd } : {})}
    >
      <AriaButton className={styles.open ?? ''} onPress={onOpen}>
        <span className={styles.bedName}>
          <span className="unseen">{t('bedWord')} </span>
          {bed.name}
        </span>{' '}
        <strong>{person}</strong> <span className={styles.when}>{until}</span>
        {placement.emergency && !placement.confirmedOn ? <span className={styles.alarm}> {t('unconfirmed')}</span> : null}
      </AriaButton>
    </div>
  );
}

/** A free bed: somebody is admitted to it, or dropped on it. */
export function FreeBed({ name, onAdmit, onDrop }: { name: string; onAdmit?(): void; onDrop(placementId: string): void }) {
  const t = useInstitutionsTexts();
  const ref = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(dragged) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      const item = items.find((one) => one.kind === 'text' && one.types.has(dragged));
      if (item?.kind === 'text') void item.getText(dragged).then(onDrop);
    },
  });
  const inner = (
    <>
      <span className={styles.bedName}>
        <span className="unseen">{t('bedWord')} </span>
        {name}
      </span>{' '}
      <span className={styles.when}>{t('bedFree')}</span>
      {onAdmit ? <span className="unseen"> {t('admit')}</span> : null}
    </>
  );
  return (
    <div {...dropProps} ref={ref} className={styles.bed} data-state="free" data-target={isDropTarget || undefined}>
      {onAdmit ? (
        <AriaButton className={styles.open ?? ''} onPress={onAdmit}>
          {inner}
        </AriaButton>
      ) : (
        <div className={styles.open}>{inner}</div>
      )}
    </div>
  );
}
