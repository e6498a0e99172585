import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import {
  ActNotice,
  Button,
  Dialog,
  Link,
  Notice,
  Part,
  Row,
  Section,
  Skeleton,
  Stack,
  TextField,
  toast,
  useHoles,
} from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { useServiceTexts } from '../texts.js';

const FreePlacesQuery = graphql(`
  query FreePlacesToOffer {
    freePlaces {
      id
      from
      description
      serviceType {
        code
        lv: label
        en: label(language: EN)
      }
      offer {
        id
        version
        state
        answerBy
        request {
          id
          number
          person {
            id
            reference
          }
        }
      }
    }
  }
`);

const OfferFreePlace = graphql(`
  mutation OfferFreePlace($id: ID!) {
    offerFreePlace(id: $id) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const AnswerOffer = graphql(`
  mutation AnswerOffer($input: AnswerOfferInput!) {
    answerOffer(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['reason'];

/** Places that are free, to whom they are offered, and what the client answered. */
export function FreePlaces() {
  const t = useServiceTexts();
  const format = useFormat();
  const may = useMay();
  const { data, loading, error, refetch } = useQuery(FreePlacesQuery);
  const holes = useHoles(error);
  const offering = useAct(OfferFreePlace);
  const answering = useAct(AnswerOffer, fields);
  const [asked, setAsked] = useState<{ id: string; version: number } | null>(null);
  const [reason, setReason] = useState('');
  const places = data?.freePlaces ?? [];
  const offer = async (id: string) => {
    if (offering.busy) return;
    const { done } = await offering.act({ id });
    if (done) toast(t('offeredDone'));
    await refetch();
  };
  const close = () => {
    setAsked(null);
    setReason('');
    answering.reset();
  };
  const answer = async (accepted: boolean) => {
    if (!asked || answering.busy) return;
    // The version of what the list shows now: after STALE it has been asked for again, and sending once more
    // goes through. An offer that is no longer in the list is answered as it was seen, and the graph says why not.
    const version = places.find((place) => place.offer?.id === asked.id)?.offer?.version ?? asked.version;
    const { done } = await answering.act({ input: { offerId: asked.id, version, accepted, reason: reason.trim() || null } });
    if (done) {
      close();
      toast(t('answered'));
    }
    await refetch();
  };
  return (
    <Section title={t('freePlaces')} count={data ? places.length : undefined}>
      <Stack>
        <ActNotice act={offering} />
        <Part holes={holes} at="freePlaces" onAgain={() => void refetch()}>
          {loading && !data ? (
            <Skeleton lines={3} />
          ) : places.length ? (
            <ul className={styles.list}>
              {places.map((place) => (
                <li key={place.id}>
                  <div className={styles.line}>
                    <span>
                      <strong>{place.serviceType[format.language]}</strong>, {t('placeFrom', { day: format.dayShort(place.from) })}
                    </span>
                    {place.offer?.state === 'OFFERED' ? (
                      may('offer.answer').allowed ? (
                        <Button small onPress={() => setAsked({ id: place.offer?.id ?? '', version: place.offer?.version ?? 0 })}>
                          {t('answerTitle')}
                        </Button>
                      ) : null
                    ) : !place.offer && may('place.offer').allowed ? (
                      <Button small onPress={() => void offer(place.id)}>
                        {t('offerNext')}
                      </Button>
                    ) : null}
                  </div>
                  <span className={styles.fine}>
                    {place.offer ? (
                      <Link href={`/requests/${place.offer.request.id}`}>
                        {t('offeredTo', {
                          who: place.offer.request.person.reference ?? place.offer.request.number,
                          day: format.dayShort(place.offer.answerBy),
                        })}
                      </Link>
                    ) : (
                      t('notOffered')
                    )}
                    {place.offer ? ` · ${t(`offer.${place.offer.state}`)}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.fine}>{t('noFreePlaces')}</p>
          )}
        </Part>
      </Stack>
      <Dialog
        title={t('answerTitle')}
        open={asked !== null}
        onClose={close}
        foot={
          <Row>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button onPress={() => void answer(false)}>{t('decline')}</Button>
            <Button look="primary" onPress={() => void answer(true)}>
              {t('accept')}
            </Button>
          </Row>
        }
      >
        <TextField
          label={t('answerReason')}
          value={reason}
          onChange={setReason}
          long
          maxLength={2000}
          problem={answering.problem('reason')}
        />
        {answering.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={answering} />
      </Dialog>
    </Section>
  );
}
