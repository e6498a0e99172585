import { useState } from 'react';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, ButtonLink, Dialog, Facts } from '../../ui/index.js';
import { ConfirmButton } from './confirm-button.js';
import { ExtendDialog } from './extend-dialog.js';
import type { HeldBed } from './facility-query.js';
import { PersonName } from './person-name.js';
import { useInstitutionsTexts } from './texts.js';

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
  const [extending, setExtending] = useState(false);
  const { placement, absence } = bed;
  const { person } = placement;
  const unconfirmed = Boolean(placement.emergency && !placement.confirmedOn);
  if (extending) return <ExtendDialog bed={bed} onClose={() => setExtending(false)} onDone={onDone} />;
  return (
    <Dialog
      title={t('bedTitle', { name: bed.name })}
      open
      onClose={onClose}
      foot={
        acts ? (
          <>
            {may('placement.end').allowed ? <Button onPress={onDischarge}>{t('discharge')}</Button> : null}
            {may('placement.extend').allowed ? <Button onPress={() => setExtending(true)}>{t('extend')}</Button> : null}
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
            absence
              ? t('absenceUntil', {
                  reason: t(`absence.${absence.reason ?? 'UNEXPLAINED'}`),
                  from: format.dayShort(absence.from),
                  until: format.dayShort(absence.keptUntil),
                })
              : null,
          ],
        ]}
      />
      <div>
        <ButtonLink href={`/clients/${person.id}`} small>
          {t('openClient')}
        </ButtonLink>
      </div>
    </Dialog>
  );
}
