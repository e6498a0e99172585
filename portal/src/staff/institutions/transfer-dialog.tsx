import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Select, toast } from '../../ui/index.js';
import type { FacilityData, HeldBed } from './facility-query.js';
import styles from './institutions.module.css';
import { StaleNotice } from './stale-notice.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const facilitiesQuery = graphql(`
  query TransferTargets {
    facilities {
      id
      name
      occupancy {
        free
      }
    }
  }
`);

const transferMutation = graphql(`
  mutation TransferPlacement($input: TransferInput!) {
    transfer(input: $input) {
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

const fields = ['facilityId', 'place', 'on'] as const;
const any = 'ANY';

interface TransferProps {
  bed: HeldBed;
  facility: FacilityData;
  /** The bed that somebody was dropped on. */
  place: string | null;
  /** Free beds of this facility. */
  free: readonly string[];
  onClose(): void;
  onDone(): void;
  onStale(): void;
}

/** Moves somebody to another bed, or to another facility. */
export function TransferDialog({ bed, facility, place: dropped, free, onClose, onDone, onStale }: TransferProps) {
  const t = useInstitutionsTexts();
  const transfer = useAct(transferMutation, fields);
  const { data } = useQuery(facilitiesQuery);
  const [facilityId, setFacilityId] = useState(facility.id);
  const [place, setPlace] = useState(dropped ?? any);
  const [on, setOn] = useState<string | null>(today());
  const here = facilityId === facility.id;
  const person = bed.placement.person.reference ?? '';
  const targets = data?.facilities ?? [{ id: facility.id, name: facility.name, occupancy: { free: free.length } }];
  const send = async () => {
    const { id, version } = bed.placement;
    const ending = await transfer.act({
      input: { placementId: id, version, facilityId, on: on ?? today(), ...(here && place !== any ? { place } : {}) },
    });
    if (!ending.done) return;
    toast(t('transferred', { person }));
    onDone();
  };
  return (
    <Dialog
      title={t('transferTitle', { person })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={transfer.busy}>
            {t('transfer')}
          </Button>
        </>
      }
    >
      <Select
        label={t('toFacility')}
        choices={targets.map((one) => ({ id: one.id, label: one.name, note: t('freeNow', { count: one.occupancy.free }) }))}
        value={facilityId}
        onChange={setFacilityId}
        problem={transfer.problem('facilityId')}
      />
      <div className={styles.pair}>
        {here ? (
          <Select
            label={t('place')}
            choices={[{ id: any, label: t('anyPlace') }, ...free.map((name) => ({ id: name, label: t('bed', { name }) }))]}
            value={place}
            onChange={setPlace}
            problem={transfer.problem('place')}
          />
        ) : null}
        <DateField label={t('on')} value={on} onChange={setOn} required problem={transfer.problem('on')} />
      </div>
      {transfer.stale ? <StaleNotice onAgain={onStale} /> : null}
      <ActNotice act={transfer} />
    </Dialog>
  );
}
