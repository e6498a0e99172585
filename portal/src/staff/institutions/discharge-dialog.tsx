import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Select, toast } from '../../ui/index.js';
import type { HeldBed } from './facility-query.js';
import { StaleNotice } from './stale-notice.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const dischargeMutation = graphql(`
  mutation DischargePlacement($input: DischargeInput!) {
    discharge(input: $input) {
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

const fields = ['on', 'destination'] as const;

const destinations = [
  'OWN_HOME',
  'RENTED_HOME',
  'MUNICIPAL_APARTMENT',
  'SOCIAL_HOUSE',
  'SHELTER',
  'GROUP_APARTMENTS',
  'LONG_TERM_CARE',
  'REHABILITATION_PROGRAMME',
  'ABROAD',
  'EXCLUDED',
  'DIED',
  'OTHER',
] as const;

/** Ends a stay: when somebody left, and where to. */
export function DischargeDialog({ bed, onClose, onDone, onStale }: { bed: HeldBed; onClose(): void; onDone(): void; onStale(): void }) {
  const t = useInstitutionsTexts();
  const discharge = useAct(dischargeMutation, fields);
  const [on, setOn] = useState<string | null>(today());
  const [destination, setDestination] = useState<(typeof destinations)[number] | null>(null);
  const person = bed.placement.person.reference ?? '';
  const send = async () => {
    if (!destination) return;
    const { id, version } = bed.placement;
    const ending = await discharge.act({ input: { placementId: id, version, on: on ?? today(), destination } });
    if (!ending.done) return;
    toast(t('discharged', { person }));
    onDone();
  };
  return (
    <Dialog
      title={t('dischargeTitle', { person })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={discharge.busy || !destination}>
            {t('discharge')}
          </Button>
        </>
      }
    >
      <DateField
        label={t('dischargeOn')}
        hint={t('dischargeHint')}
        value={on}
        onChange={setOn}
        required
        problem={discharge.problem('on')}
      />
      <Select<(typeof destinations)[number]>
        label={t('destination')}
        choices={destinations.map((id) => ({ id, label: t(`destination.${id}`) }))}
        value={destination}
        onChange={setDestination}
        required
        problem={discharge.problem('destination')}
      />
      {discharge.stale ? <StaleNotice onAgain={onStale} /> : null}
      <ActNotice act={discharge} />
    </Dialog>
  );
}
