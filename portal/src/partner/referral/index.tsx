import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { formatTime } from '../../format/format.js';
import { useLanguage } from '../../i18n/language.js';
import { Badge, ButtonLink, Empty, Failure, Notice, Page, Row, Section, Skeleton, Stack } from '../../ui/index.js';
import { openUntil } from '../closing.js';
import { forgetReferral, withdrawal } from '../forget.js';
import { QueueNotice } from '../queue/queue-notice.js';
import { useDeliveryQueue, useOnline } from '../queue/use-queue.js';
import { stateTones } from '../state-tones.js';
import { usePartnerWords } from '../words.js';
import { Answer } from './answer.js';
import { ClientFacts, nameOf } from './client-facts.js';
import { Consents } from './consents.js';
import { Deliveries } from './deliveries.js';
import { Record } from './record.js';
import styles from './referral.module.css';
import { useReferralTexts } from './texts.js';
import { type ReferralNow, type ReferralShown, useReferral } from './use-referral.js';

const pageOfDeliveries = 20;
const mostDeliveries = 200;

/** One referral: who, for what, what the client has opened until when, the answer, and what was delivered. */
export default function ReferralPage() {
  const t = useReferralTexts();
  const words = usePartnerWords();
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const [first, setFirst] = useState(pageOfDeliveries);
  const { referral, faults, look, closed, seenAt } = useReferral(id, first);
  useForgetting(id, referral);
  useLookAfterAnswers(id, look);
  if (referral === undefined) {
    return (
      <Page title={words('state.OFFERED')}>
        {faults.length ? <Failure faults={faults} onAgain={() => void look()} /> : <Skeleton lines={8} height="30rem" />}
      </Page>
    );
  }
  if (!referral) {
    return (
      <Page title={t('noneTitle')}>
        <Empty title={t('noneTitle')} action={<ButtonLink href="/referrals">{t('toList')}</ButtonLink>}>
          {t('noneLead')}
        </Empty>
      </Page>
    );
  }
  const { state, person, serviceType } = referral;
  const withdrawn = state === 'CONSENT_WITHDRAWN';
  const title = withdrawn ? words('closedClient') : (nameOf(person) ?? person.reference ?? words('nameless'));
  return (
    <Page
      title={title}
      kicker={t('kicker', { service: serviceType[language] ?? serviceType.code })}
      lead={
        <Row>
          <Badge tone={stateTones[state]}>{words(`state.${state}`)}</Badge>
          <Checked seenAt={seenAt} down={faults.length > 0} />
        </Row>
      }
    >
      <QueueNotice />
      <Closed closed={closed} withdrawn={withdrawn} />
      {withdrawn ? null : <Open referral={referral} look={look} onMore={() => setFirst((count) => Math.min(mostDeliveries, count + 60))} />}
    </Page>
  );
}

/** The page while something is open. */
function Open({ referral, look, onMore }: { referral: ReferralShown; look(): Promise<void>; onMore(): void }) {
  const t = useReferralTexts();
  const { id, state, person, purpose, needs, deliveries, serviceType } = referral;
  const { entries } = useDeliveryQueue();
  const open = useMemo(() => openUntil(person.consents ?? []), [person.consents]);
  const over = state === 'DECLINED' || state === 'ENDED';
  const service = { lv: serviceType.lv ?? serviceType.code, en: serviceType.en ?? serviceType.code };
  const queued = entries.filter((entry) => entry.referralId === id && entry.state !== 'SENT');
  const closedNeeds = over ? t('closedByState') : open.has('NEEDS') ? t('notRecorded') : t('closedPart');
  const consents = (
    <Section title={t('consent')}>
      <Consents open={open} />
    </Section>
  );
  return (
    <>
      {state === 'OFFERED' ? <Answer id={id} onAnswered={look} /> : null}
      <div className={styles.columns}>
        <Stack>
          {state === 'ACCEPTED' ? (
            <Section title={t('record')}>
              {open.has('DELIVERY') ? (
                <Record key={id} referralId={id} service={service} usualUnit={deliveries.nodes[0]?.unit ?? null} />
              ) : (
                <p className={styles.absent}>{t('recordClosed')}</p>
              )}
            </Section>
          ) : null}
          <Section title={t('need')}>
            <Stack gap="s">
              <p className={styles.needs}>{purpose}</p>
              <p className={styles.needs}>{needs ?? <span className={styles.absent}>{`${t('needs')}: ${closedNeeds}`}</span>}</p>
            </Stack>
          </Section>
          {state === 'ACCEPTED' ? null : consents}
          {state === 'OFFERED' ? null : (
            <Section title={t('deliveries')} count={open.has('DELIVERY') ? deliveries.totalCount : null} flush={open.has('DELIVERY')}>
              {open.has('DELIVERY') ? (
                <Deliveries referral={referral} queued={queued} onMore={onMore} />
              ) : (
                <p className={styles.absent}>{t('deliveriesClosed')}</p>
              )}
            </Section>
          )}
        </Stack>
        <Stack>
          <Section title={t('client')}>
            <ClientFacts person={person} open={open} />
          </Section>
          {state === 'ACCEPTED' ? consents : null}
        </Stack>
      </div>
    </>
  );
}

/** When the consent was last checked; said loudly where it cannot be. */
function Checked({ seenAt, down }: { seenAt: string | null; down: boolean }) {
  const t = useReferralTexts();
  const online = useOnline();
  if (!seenAt) return null;
  const time = formatTime(seenAt);
  return <span className={styles.checked}>{down || !online ? t('notChecked', { time }) : t('checked', { time })}</span>;
}

/** What has closed, and why nothing of it is here any more. */
function Closed({ closed, withdrawn }: Pick<ReferralNow, 'closed'> & { withdrawn: boolean }) {
  const t = useReferralTexts();
  if (withdrawn) {
    return (
      <Notice tone={closed.all ? 'bad' : 'warn'} title={t('withdrawnTitle')}>
        <p>{closed.all ? t('withdrawnNow') : t('withdrawnBefore')}</p>
        <p>{t('withdrawnAsk')}</p>
      </Notice>
    );
  }
  if (!closed.parts.length) return null;
  return (
    <Notice tone="bad" title={t('partClosedTitle')}>
      {t('partClosedLead', { parts: closed.parts.map((part) => t(`scope.${part}`).toLowerCase()).join(', ') })}
    </Notice>
  );
}

/** As soon as the consent no longer holds, nothing of the client stays in the cache or on this device. */
function useForgetting(id: string, referral: ReferralShown | null | undefined) {
  const client = useApolloClient();
  const { queue } = useDeliveryQueue();
  const withdrawn = referral?.state === 'CONSENT_WITHDRAWN';
  useEffect(() => {
    if (!withdrawn) return;
    forgetReferral(client.cache, id);
    void queue.forget(id, withdrawal);
  }, [withdrawn, client, queue, id]);
}

/** Looks again when the graph has answered a delivery of this referral: to show it, or to notice why it was refused. */
function useLookAfterAnswers(id: string, look: () => Promise<void>) {
  const { entries } = useDeliveryQueue();
  // One that was refused because the client withdrew has lost its referral by now.
  const answered = entries.filter(({ referralId, state }) => (referralId === id || !referralId) && state !== 'WAITING').length;
  const seen = useRef(answered);
  useEffect(() => {
    if (answered === seen.current) return;
    seen.current = answered;
    void look();
  }, [answered, look]);
}
