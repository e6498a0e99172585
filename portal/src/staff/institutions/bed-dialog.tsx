import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, ButtonLink, Dialog, Facts } from '../../ui/index.js';
import { ConfirmButton } from './confirm-button.js';
import { ExtendDialog } from './extend-dialog.js';
import type { HeldBed } from './facility-query.js';
import styles from './institutions.module.css';
import { PersonName } from './person-name.js';
import { StayAbsences } from './stay-absences.js';
import { useStayTexts } from './stay-texts.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const AbsenceDialog = lazy(() => import('./absence-dialog.js').then(({ AbsenceDialog: dialog }) => ({ default: dialog })));
const ReturnDialog = lazy(() => import('./return-dialog.js').then(({ ReturnDialog: dialog }) => ({ default: dialog })));
const CancelDialog = lazy(() => import('./cancel-dialog.js').then(({ CancelDialog: dialog }) => ({ default: dialog })));

interface BedDialogProps {
  bed: HeldBed;
  /** Whether anything can be done: on the board of today. */
  acts: boolean;
  onClose(): void;
  onTransfer(): void;
  onDischarge(): void;
  onDone(): void;
}

/** Who holds a bed, until when and on what basis, and everything that can be done about it, by keyboard. */
export function BedDialog({ bed, acts, onClose, onTransfer, onDischarge, onDone }: BedDialogProps) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const may = useMay();
  const stay = useStayTexts();
  const [doing, setDoing] = useState<'extend' | 'absence' | 'return' | 'cancel' | null>(null);
  const { placement, absence } = bed;
  const { person } = placement;
  const unconfirmed = Boolean(placement.emergency && !placement.confirmedOn);
  const reserved = placement.from > today();
  const records = acts && !reserved && may('placement.record').allowed;
  const back = () => setDoing(null);
  if (doing === 'extend') return <ExtendDialog bed={bed} onClose={back} onDone={onDone} />;
  if (doing) {
    return (
      <Suspense fallback={null}>
        {doing === 'absence' ? <AbsenceDialog bed={bed} onClose={back} onDone={onDone} /> : null}
        {doing === 'return' && absence ? <ReturnDialog bed={{ ...bed, absence }} onClose={back} onDone={onDone} onStale={onDone} /> : null}
        {doing === 'cancel' ? <CancelDialog bed={bed} onClose={back} onDone={onDone} /> : null}
      </Suspense>
    );
  }
  return (
    <Dialog
      title={t('bedTitle', { name: bed.name })}
      open
      onClose={onClose}
      foot={
        acts ? (
          <>
            {reserved && may('placement.cancel').allowed ? (
              <Button onPress={() => setDoing('cancel')}>{stay('cancelReservation')}</Button>
            ) : null}
            {!reserved && may('placement.end').allowed ? <Button onPress={onDischarge}>{t('discharge')}</Button> : null}
            {may('placement.extend').allowed ? <Button onPress={() => setDoing('extend')}>{t('extend')}</Button> : null}
            {may('placement.transfer').allowed ? (
              <Button look="primary" onPress={onTransfer}>
                {t('transfer')}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <Facts
        facts={[
          [t('reference'), person.reference],
          [t('name'), may('person.identity.read').allowed ? <PersonName key="name" id={person.id} /> : null],
          [t('since'), format.dayShort(placement.from)],
          [t('untilDay'), placement.until ? format.dayShort(placement.until) : t('open')],
          [t('funding'), t(`funding.${placement.funding}`)],
          [t('emergency'), placement.emergency],
          [
            t('confirm'),
            placement.emergency ? (
              unconfirmed ? (
                acts && may('placement.confirm').allowed ? (
                  <ConfirmButton key="confirm" placement={placement} onDone={onDone} />
                ) : (
                  <Badge key="confirm" tone="bad">
                    {t('unconfirmed')}
                  </Badge>
                )
              ) : (
                t('confirmedOn', { day: format.dayShort(placement.confirmedOn ?? placement.from) })
              )
            ) : null,
          ],
          [
            t('absence'),
            absence || records ? (
              <div key="absence" className={styles.away}>
                {absence
                  ? t('absenceUntil', {
                      reason: absence.reason ? t(`absence.${absence.reason}`) : t('absenceUnsaid'),
                      from: format.dayShort(absence.from),
                      until: format.dayShort(absence.keptUntil),
                    })
                  : null}
                {records ? (
                  <Button small onPress={() => setDoing(absence ? 'return' : 'absence')}>
                    {stay(absence ? 'endAbsence' : 'recordAbsence')}
                  </Button>
                ) : null}
              </div>
            ) : null,
          ],
        ]}
      />
      <StayAbsences personId={person.id} placementId={placement.id} />
      <div>
        <ButtonLink href={`/clients/${person.id}`} small>
          {t('openClient')}
        </ButtonLink>
      </div>
    </Dialog>
  );
}
