import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { dayBefore } from '../../../format/format.js';
import { graphql } from '../../../gql/staff/index.js';
import { faultsOf } from '../../../graph/faults.js';
import { useFormat } from '../../../i18n/language.js';
import { Button, DateField, Dialog, Failure, Link, Row, Skeleton, Stack } from '../../../ui/index.js';
import styles from '../client.module.css';
import { useClientTexts } from '../texts.js';
import { useClientWords } from '../words.js';
import { inOrder } from './household-rows.js';
import own from './registry.module.css';
import { useRegistryTexts } from './texts.js';

const onDayQuery = graphql(`
  query ClientOnDay($id: ID!, $on: Date!, $household: Boolean!, $representation: Boolean!) {
    person(id: $id) {
      id
      household(on: $on) @include(if: $household) {
        id
        reference
        members(on: $on) {
          relation
          since
          until
          person {
            id
            reference
            age(on: $on)
          }
        }
      }
      representatives(on: $on) @include(if: $representation) {
        id
        kind
        from
        until
        evidence
        endEvidence
        representative {
          id
          reference
        }
      }
      represents(on: $on) @include(if: $representation) {
        id
        kind
        from
        until
        evidence
        endEvidence
        person {
          id
          reference
        }
      }
    }
  }
`);

/** With whom a client lived, and who acted for whom, on a day: the graph tells the past day by day. By references, as the page does. */
export function OnDay({
  personId,
  today,
  changes,
  household: shown,
  representation,
  onClose,
}: {
  personId: string;
  today: string;
  /** Days on which members of today joined: the day before each is worth a look. */
  changes: readonly string[];
  /** Whether the role is shown who lives together, and who acts for whom. */
  household: boolean;
  representation: boolean;
  onClose(): void;
}) {
  const t = useRegistryTexts();
  const tc = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const yesterday = dayBefore(today);
  const [latest, ...earlier] = changes;
  const [day, setDay] = useState<string | null>(latest && earlier.length ? dayBefore(latest) : yesterday);
  const { data, error, loading, refetch } = useQuery(onDayQuery, {
    variables: { id: personId, on: day ?? today, household: shown, representation },
    skip: !day,
    fetchPolicy: 'no-cache',
  });
  const person = day && !loading ? data?.person : null;
  const household = person?.household;
  const acts = [
    ...(person?.representatives ?? []).map(({ representative: other, ...one }) => ({ ...one, other, title: tc('acting') })),
    ...(person?.represents ?? []).map(({ person: other, ...one }) => ({ ...one, other, title: t('actsFor') })),
  ];
  return (
    <Dialog title={t('onDayTitle')} open onClose={onClose} foot={<Button onPress={onClose}>{t('close')}</Button>}>
      <Stack>
        <p className={styles.note}>{t('onDayLead')}</p>
        <div className={styles.fields}>
          <DateField label={t('day')} value={day} onChange={setDay} latest={today} />
        </div>
        <Row>
          <Button small onPress={() => setDay(yesterday)}>
            {t('yesterday')}
          </Button>
          {changes.slice(0, 4).map((one) => (
            <Button key={one} small onPress={() => setDay(dayBefore(one))}>
              {t('before', { day: format.dayShort(one) })}
            </Button>
          ))}
        </Row>
        {error ? <Failure faults={faultsOf(error)} onAgain={() => void refetch()} /> : null}
        {loading ? <Skeleton lines={5} height="10rem" /> : null}
        {person && shown ? (
          <div className={own.block} aria-live="polite">
            <h3>
              {tc('household')} {household?.reference ?? ''}
            </h3>
            {household ? (
              <ul className={styles.list}>
                {inOrder(household.members ?? []).map(({ relation, since, until, person: one }) => (
                  <li key={one.id} className={styles.item}>
                    <span className={styles.line}>
                      {one.id === personId ? (
                        <strong>{one.reference}</strong>
                      ) : (
                        <Link href={`/clients/${one.id}`}>{one.reference ?? ''}</Link>
                      )}
                      {one.age === null ? null : <span className={styles.note}>{tc('years', { count: one.age })}</span>}
                    </span>
                    <span className={styles.note}>
                      {words(`relation.${relation}`)}, {format.period(since, until && dayBefore(until))}
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.note}>{t('noneThatDay')}</p>
            )}
          </div>
        ) : null}
        {person && representation ? (
          <div className={own.block}>
            <h3>{t('representation')}</h3>
            {acts.length ? (
              <ul className={styles.list}>
                {acts.map((one) => (
                  <li key={one.id} className={styles.item}>
                    <span className={styles.line}>
                      <Link href={`/clients/${one.other.id}`}>{one.other.reference ?? ''}</Link>
                      <span>{words(`representation.${one.kind}`)}</span>
                    </span>
                    <span className={styles.note}>
                      {one.title} · {format.period(one.from, one.until && dayBefore(one.until))}
                    </span>
                    <span className={styles.note}>{[one.evidence, one.endEvidence].filter(Boolean).join(' → ')}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.note}>{t('nobodyThatDay')}</p>
            )}
          </div>
        ) : null}
      </Stack>
    </Dialog>
  );
}
