import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Checkbox, DateField, Dialog, Radios, Select, TextField, toast } from '../../ui/index.js';
import { type FacilityData, isHeld } from './facility-query.js';
import styles from './institutions.module.css';
import { type Found, PersonPicker } from './person-picker.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const requestsQuery = graphql(`
  query AdmitRequests($id: ID!) {
    person(id: $id) {
      id
      serviceRequests {
        id
        number
        state
        serviceType {
          code
          lv: label
          en: label(language: EN)
        }
      }
    }
  }
`);

const admitMutation = graphql(`
  mutation Admit($input: AdmitInput!) {
    admit(input: $input) {
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

const fields = ['personId', 'requestId', 'emergency', 'from', 'until', 'funding', 'place'] as const;
const fundings = ['MUNICIPAL', 'STATE', 'EU_FUND', 'DEINSTITUTIONALISATION', 'NGO', 'CLIENT'] as const;
const any = 'ANY';
const emergencyBasis = 'EMERGENCY';

interface AdmitProps {
  facility: FacilityData;
  /** The bed that was opened; null for any. */
  place: string | null;
  onClose(): void;
  onDone(): void;
}

/** Admits somebody: whom, on what basis, to which bed, from when until when, and who pays. */
export function AdmitDialog({ facility, place: opened, onClose, onDone }: AdmitProps) {
  const t = useInstitutionsTexts();
  const { language } = useFormat();
  const admit = useAct(admitMutation, fields);
  const [person, setPerson] = useState<Found | null>(null);
  const [basis, setBasis] = useState(emergencyBasis);
  const [emergency, setEmergency] = useState('');
  const [place, setPlace] = useState(opened ?? any);
  const [from, setFrom] = useState<string | null>(today());
  const [until, setUntil] = useState<string | null>(null);
  const [funding, setFunding] = useState<(typeof fundings)[number]>('MUNICIPAL');
  const [withBed, setWithBed] = useState(true);
  const { data } = useQuery(requestsQuery, { variables: { id: person?.id ?? '' }, skip: !person });
  const requests = (data?.person?.serviceRequests ?? []).filter(({ state }) => state === 'GRANTED');
  const free = facility.board.filter((bed) => !isHeld(bed)).map(({ name }) => name);
  const beds = facility.board.length > 0;

  const send = async () => {
    if (!person) return;
    const ending = await admit.act({
      input: {
        personId: person.id,
        facilityId: facility.id,
        from: from ?? today(),
        funding,
        ...(until ? { until } : {}),
        ...(basis === emergencyBasis ? { emergency } : { requestId: basis }),
        ...(withBed && place !== any ? { place } : {}),
        ...(withBed ? {} : { accommodation: false }),
      },
    });
    if (!ending.done) return;
    toast(t('admitted', { person: person.name }));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('admitTitle', { facility: facility.name })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={admit.busy || !person}>
            {t('admit')}
          </Button>
        </>
      }
    >
      <PersonPicker
        value={person}
        onChange={(found) => {
          setPerson(found);
          setBasis(emergencyBasis);
        }}
        problem={admit.problem('personId')}
      />
      {person ? (
        <>
          <Radios
            label={t('basis')}
            choices={[
              ...requests.map(({ id, number, serviceType }) => ({
                id,
                label: t('byRequest', { number, service: serviceType[language] ?? serviceType.code }),
              })),
              { id: emergencyBasis, label: t('byEmergency') },
            ]}
            value={basis}
            onChange={setBasis}
            problem={admit.problem('requestId')}
          />
          {basis === emergencyBasis ? (
            <TextField
              label={t('emergency')}
              hint={t('emergencyHint')}
              value={emergency}
              onChange={setEmergency}
              required
              problem={admit.problem('emergency')}
            />
          ) : null}
          <div className={styles.pair}>
            {beds && withBed ? (
              <Select
                label={t('place')}
                choices={[{ id: any, label: t('anyPlace') }, ...free.map((name) => ({ id: name, label: t('bed', { name }) }))]}
                value={place}
                onChange={setPlace}
                problem={admit.problem('place')}
              />
            ) : null}
            <Select<(typeof fundings)[number]>
              label={t('funding')}
              choices={fundings.map((id) => ({ id, label: t(`funding.${id}`) }))}
              value={funding}
              onChange={setFunding}
              problem={admit.problem('funding')}
            />
            <DateField label={t('from')} value={from} onChange={setFrom} required problem={admit.problem('from')} />
            <DateField label={t('untilAgreed')} value={until} onChange={setUntil} problem={admit.problem('until')} />
          </div>
          {facility.kind === 'CRISIS_CENTRE' ? (
            <Checkbox value={withBed} onChange={setWithBed}>
              {t('withBed')}
            </Checkbox>
          ) : null}
        </>
      ) : null}
      <ActNotice act={admit} />
    </Dialog>
  );
}
