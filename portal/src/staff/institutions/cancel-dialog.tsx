import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Dialog, toast } from '../../ui/index.js';
import type { HeldBed } from './facility-query.js';
import { StaleNotice } from './stale-notice.js';
import { useStayTexts } from './stay-texts.js';

const cancelMutation = graphql(`
  mutation CancelReservation($id: ID!, $version: Int!) {
    cancelReservation(id: $id, version: $version) {
      placement {
        id
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Takes back a reservation of somebody who has not come yet: the bed is free again. */
export function CancelDialog({ bed, onClose, onDone }: { bed: HeldBed; onClose(): void; onDone(): void }) {
  const t = useStayTexts();
  const format = useFormat();
  const cancel = useAct(cancelMutation);
  const { id, version, from, person } = bed.placement;
  const reference = person.reference ?? '';
  const send = async () => {
    if (cancel.busy) return;
    const ending = await cancel.act({ id, version });
    if (!ending.done) return;
    toast(t('cancelled', { person: reference }));
    onDone();
  };
  return (
    <Dialog
      title={t('cancelTitle', { person: reference })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('keepReservation')}</Button>
          <Button look="danger" type="submit">
            {t('cancelReservation')}
          </Button>
        </>
      }
    >
      <p>{t('cancelLead', { bed: bed.name, day: format.dayShort(from) })}</p>
      {cancel.stale ? <StaleNotice onAgain={onDone} /> : null}
      <ActNotice act={cancel} />
    </Dialog>
  );
}
