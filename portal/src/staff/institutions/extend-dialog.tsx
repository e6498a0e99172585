import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, DateField, Dialog, toast } from '../../ui/index.js';
import type { HeldBed } from './facility-query.js';
import { StaleNotice } from './stale-notice.js';
import { useInstitutionsTexts } from './texts.js';

const extendMutation = graphql(`
  mutation ExtendPlacement($input: ExtendPlacementInput!) {
    extendPlacement(input: $input) {
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

const fields = ['until'] as const;

/** Extends the agreement on a stay to a later day. */
export function ExtendDialog({ bed, onClose, onDone }: { bed: HeldBed; onClose(): void; onDone(): void }) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const extend = useAct(extendMutation, fields);
  const [until, setUntil] = useState<string | null>(bed.placement.until ?? null);
  const send = async () => {
    if (!until) return;
    const { id, version } = bed.placement;
    const ending = await extend.act({ input: { placementId: id, version, until } });
    if (!ending.done) return;
    toast(t('extended', { day: format.dayShort(until) }));
    onDone();
  };
  return (
    <Dialog
      title={t('extendTitle', { person: bed.placement.person.reference ?? '' })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={extend.busy || !until}>
            {t('extend')}
          </Button>
        </>
      }
    >
      <DateField label={t('untilAgreed')} value={until} onChange={setUntil} required problem={extend.problem('until')} />
      {extend.stale ? <StaleNotice onAgain={onDone} /> : null}
      <ActNotice act={extend} />
    </Dialog>
  );
}
