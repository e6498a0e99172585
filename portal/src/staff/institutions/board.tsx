import { LogOut } from 'lucide-react';
import { useRef, useState } from 'react';
import { useDrop } from 'react-aria-components';
import { useMay } from '../../shell/may.js';
import { Checkbox, classes, Empty, Section } from '../../ui/index.js';
import { dragged, FreeBed, HeldBedTile } from './bed.js';
import { BedDialog } from './bed-dialog.js';
import { DischargeDialog } from './discharge-dialog.js';
import { type FacilityData, type HeldBed, isHeld } from './facility-query.js';
import styles from './institutions.module.css';
import { roomsOf } from './rooms.js';
import { useInstitutionsTexts } from './texts.js';
import { TransferDialog } from './transfer-dialog.js';

interface BoardProps {
  facility: FacilityData;
  on: string;
  /** Whether anything can be done: on the board of today. */
  acts: boolean;
  onAdmit(place: string): void;
  onDone(): void;
}

type Doing = { what: 'open' | 'discharge'; bed: HeldBed } | { what: 'transfer'; bed: HeldBed; place: string | null };

/** Every room with its beds. A bed opens with all that can be done; somebody can also be dragged to a free bed, or out. */
export function Board({ facility, on, acts, onAdmit, onDone }: BoardProps) {
  const t = useInstitutionsTexts();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [dragging, setDragging] = useState(false);
  const close = () => setDoing(null);
  const [onlyFree, setOnlyFree] = useState(false);
  const rooms = roomsOf(facility.board).filter(({ beds }) => !onlyFree || beds.some((bed) => !isHeld(bed)));
  const free = facility.board.filter((bed) => !isHeld(bed)).map(({ name }) => name);
  const transfers = acts && may('placement.transfer').allowed;
  const discharges = acts && may('placement.end').allowed;
  const admits = acts && may('placement.admit').allowed;
  const bedOf = (placementId: string) => facility.board.filter(isHeld).find(({ placement }) => placement.id === placementId);
  const done = () => {
    close();
    onDone();
  };
  return (
    <Section
      title={t('board')}
      count={t('freeNow', { count: free.length })}
      actions={
        <Checkbox value={onlyFree} onChange={setOnlyFree}>
          {t('onlyFree')}
        </Checkbox>
      }
    >
      {transfers ? <p className={classes(styles.note, 'no-print')}>{t('dragHint')}</p> : null}
      {discharges && dragging ? (
        <DropOut
          onDrop={(id) => {
            const bed = bedOf(id);
            if (bed) setDoing({ what: 'discharge', bed });
          }}
        />
      ) : null}
      {rooms.length ? null : <Empty title={t('noFree')}>{t('noFreeLead')}</Empty>}
      <div className={styles.rooms} data-single={rooms.every(({ beds }) => beds.length === 1) || undefined}>
        {rooms.map(({ room, beds }) => (
          <section key={room} className={styles.room} aria-label={t('room', { room })}>
            <h3>
              {t('room', { room })}
              {beds.some((bed) => !isHeld(bed)) ? (
                <span className={styles.note}>{t('freeNow', { count: beds.filter((bed) => !isHeld(bed)).length })}</span>
              ) : null}
            </h3>
            <ul className={styles.beds}>
              {beds.map((bed) => (
                <li key={bed.name}>
                  {isHeld(bed) ? (
                    <HeldBedTile
                      bed={bed}
                      on={on}
                      drags={transfers || discharges}
                      onOpen={() => setDoing({ what: 'open', bed })}
                      onDragging={setDragging}
                    />
                  ) : (
                    <FreeBed
                      name={bed.name}
                      {...(admits ? { onAdmit: () => onAdmit(bed.name) } : {})}
                      onDrop={(id) => {
                        const from = bedOf(id);
                        if (from && transfers) setDoing({ what: 'transfer', bed: from, place: bed.name });
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {doing?.what === 'open' ? (
        <BedDialog
          bed={doing.bed}
          acts={acts}
          onClose={close}
          onTransfer={() => setDoing({ what: 'transfer', bed: doing.bed, place: null })}
          onDischarge={() => setDoing({ what: 'discharge', bed: doing.bed })}
          onDone={done}
        />
      ) : null}
      {doing?.what === 'transfer' ? (
        <TransferDialog
          bed={doing.bed}
          facility={facility}
          place={doing.place}
          free={free}
          onClose={close}
          onDone={done}
          onStale={onDone}
        />
      ) : null}
      {doing?.what === 'discharge' ? <DischargeDialog bed={doing.bed} onClose={close} onDone={done} onStale={onDone} /> : null}
    </Section>
  );
}

/** Where somebody is dragged to be discharged. */
function DropOut({ onDrop }: { onDrop(placementId: string): void }) {
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
  return (
    <div {...dropProps} ref={ref} className={styles.out} data-target={isDropTarget || undefined}>
      <LogOut size={16} aria-hidden="true" /> {t('dropDischarge')}
    </div>
  );
}
