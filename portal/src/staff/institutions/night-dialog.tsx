import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { ActNotice, Badge, Button, DateField, Dialog, toast } from '../../ui/index.js';
import { type FacilityData, isHeld } from './facility-query.js';
import styles from './institutions.module.css';
import { type NightsRecorded, recordedOn, withNight } from './nights.js';
import { type Found, PersonPicker } from './person-picker.js';
import { roomsOf } from './rooms.js';
import { useStayTexts } from './stay-texts.js';
import { today } from './today.js';

const nightMutation = graphql(`
  mutation RecordNight($input: RecordNightInput!) {
    recordNight(input: $input) {
      recorded
      repeated
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['personId', 'night'] as const;

/**
 * The round of an evening in the night shelter: who sleeps here tonight, one press each for those who have a bed by agreement, by search for anybody else. It stays
 * open until everybody is on record; a night that is on record already stays one.
 */
export function NightDialog({ facility, onClose, onDone }: { facility: FacilityData; onClose(): void; onDone(): void }) {
  const t = useStayTexts();
  const format = useFormat();
  const may = useMay();
  const record = useAct(nightMutation, fields);
  const [night, setNight] = useState<string | null>(today());
  const [person, setPerson] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const [last, setLast] = useState<string | null>(null);
  const [nights, setNights] = useState<NightsRecorded>([]);
  const beds = roomsOf(facility.board.filter(isHeld).filter(({ placement }) => placement.from <= (night ?? today()))).flatMap(
    (room) => room.beds,
  );
  const recorded = recordedOn(nights, night);
  const send = async (personId: string, name: string) => {
    if (record.busy || !night) return;
    setLast(personId);
    const ending = await record.act({ input: { personId, facilityId: facility.id, night } });
    if (!ending.done) return;
    const repeated = ending.data.recordNight?.repeated ?? false;
    setNights((before) => withNight(before, { personId, name, night, repeated }));
    toast(t(repeated ? 'nightBefore' : 'nightRecorded', { person: name }));
    setPerson(null);
    setRound((before) => before + 1);
    onDone();
  };
  const others = recorded.filter(({ personId }) => !beds.some(({ placement }) => placement.person.id === personId));
  const said = ({ repeated }: { repeated: boolean }) => <Badge tone="good">{t(repeated ? 'wasOnRecord' : 'onRecord')}</Badge>;
  return (
    <Dialog
      title={t('nightTitle', { facility: facility.name })}
      open
      wide
      onClose={onClose}
      foot={
        <Button look="primary" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className={styles.pair}>
        <DateField
          label={t('night')}
          hint={t('nightHint')}
          value={night}
          onChange={(next) => {
            setNight(next);
            record.reset();
          }}
          required
          problem={record.problem('night')}
        />
        <p className={styles.note}>{t('freeTonight', { free: facility.occupancy.free, count: recorded.length })}</p>
      </div>
      {may('person.search').allowed ? (
        <form
          className={styles.guest}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (person) void send(person.id, person.name);
          }}
        >
          <PersonPicker
            key={round}
            label={t('guest')}
            optional
            value={person}
            onChange={setPerson}
            problem={person && last === person.id ? record.problem('personId') : null}
          />
          {person ? (
            <div>
              <Button type="submit" look="primary" isDisabled={record.busy}>
                {t('recordNight')}
              </Button>
            </div>
          ) : null}
        </form>
      ) : null}
      {others.length ? (
        <div>
          <h3 className={styles.small}>{t('guests')}</h3>
          <ul className={styles.lines} aria-label={t('guests')}>
            {others.map((one) => (
              <li key={one.personId} className={styles.line}>
                <span>{one.name}</span> {said(one)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <h3 className={styles.small}>{t('byAgreement')}</h3>
        {beds.length ? (
          <ul className={styles.lines} aria-label={t('byAgreement')}>
            {beds.map(({ name, placement }) => {
              const { id, reference } = placement.person;
              const done = recorded.find(({ personId }) => personId === id);
              const wrong = last === id && person?.id !== id ? record.problem('personId') : null;
              return (
                <li key={id} className={styles.line}>
                  <span>
                    <strong>{reference}</strong> <span className={styles.note}>{t('inBed', { name })}</span>
                    {wrong ? (
                      <span className={styles.wrong} role="alert">
                        {wrong}
                      </span>
                    ) : null}
                  </span>
                  {done ? (
                    said(done)
                  ) : (
                    <Button
                      small
                      isDisabled={!night || record.busy}
                      onPress={() => void send(id, reference ?? '')}
                      aria-label={`${t('recordNight')}: ${reference}`}
                    >
                      {t('recordNight')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        ) : (
          <p>{t('nobodyByAgreement', { day: format.dayShort(night ?? today()) })}</p>
        )}
      </div>
      <ActNotice act={record} />
    </Dialog>
  );
}
