import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { dayBefore } from '../../../format/format.js';
import { type DocumentType, read } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import {
  ButtonLink,
  Empty,
  Facts,
  Failure,
  Link,
  Notice,
  Page,
  ProgressBar,
  Section,
  Skeleton,
  Stack,
  useHoles,
} from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { AgreementSection, CarePlanSection, EndButton, ReviewsSection, SurveySection } from '../granted/Granted.js';
import { GrantedService } from '../granted/granted.queries.js';
import { useGrantedTexts } from '../granted/texts.js';
import { useServiceTexts } from '../texts.js';
import { RequestBadge } from '../words.js';
import { Decide } from './Decide.js';
import { NeedsForm } from './NeedsForm.js';
import { Refer } from './Refer.js';
import { RequestPageQuery } from './request.queries.js';

/** A request as the graph gave it to this role. */
export type ShownRequest = NonNullable<DocumentType<typeof RequestPageQuery>['serviceRequest']>;

/** One request for a service: what is needed, what is decided and by whom, and where it stands in the queue. */
export function RequestPage() {
  const { id = '' } = useParams();
  const t = useServiceTexts();
  const grantedTexts = useGrantedTexts();
  const format = useFormat();
  const may = useMay();
  const seesNeeds = may('needs.read').allowed;
  const { data, loading, error, refetch } = useQuery(RequestPageQuery, {
    variables: {
      id,
      needs: seesNeeds,
      plans: may('carePlan.read').allowed,
      agreements: may('serviceAgreement.read').allowed,
      survey: may('survey.read').allowed,
    },
    skip: !id,
  });
  const holes = useHoles(error);
  const request = data?.serviceRequest;
  const granted = read(GrantedService, request ?? null);
  if (!request || !granted) {
    return (
      <Page title={t('title')} kicker={<Link href="/services">{t('back')}</Link>}>
        {loading && !data ? (
          <Skeleton lines={12} height="32rem" />
        ) : holes.all.length ? (
          <Failure faults={holes.all} onAgain={() => void refetch()} />
        ) : (
          <Empty title={t('notFound')} action={<ButtonLink href="/services">{t('back')}</ButtonLink>}>
            {t('notFoundLead')}
          </Empty>
        )}
      </Page>
    );
  }
  const { state, waiting, person } = request;
  const after = state === 'GRANTED' || state === 'ENDED' ? { request: granted, onDone: refetch } : null;
  const decides = state === 'ASSESSED' || state === 'PROPOSED' || state === 'WAITING';
  return (
    <Page
      title={request.serviceType[format.language] ?? request.number}
      kicker={
        <>
          <Link href="/services">{t('back')}</Link> · {t('requestOf', { number: request.number })}
        </>
      }
      lead={<RequestBadge state={state} />}
      actions={
        state === 'REFUSED' || state === 'ENDED' ? undefined : (
          <>
            {after ? <EndButton {...after} /> : null}
            <Refer request={request} />
          </>
        )
      }
    >
      <div className={styles.sheet}>
        <Stack>
          {after ? <CarePlanSection {...after} /> : null}
          {after ? <ReviewsSection {...after} /> : null}
          {seesNeeds ? <Needs request={request} /> : <Notice tone="neutral">{t('needsNoRight')}</Notice>}
          {state === 'SUBMITTED' && may('needs.assess').allowed ? <NeedsForm request={request} onDone={refetch} /> : null}
        </Stack>
        <Stack>
          <Section title={t('request')}>
            <Facts
              facts={[
                [
                  t('client'),
                  <Link key="client" href={`/clients/${person.id}`}>
                    {person.reference ?? '–'}
                  </Link>,
                ],
                [t('requested'), format.day(request.requestedOn)],
                [t('due'), state === 'SUBMITTED' || state === 'ASSESSED' || state === 'PROPOSED' ? format.day(request.dueOn) : null],
                [t('outcome'), request.outcome && t(`outcome.${request.outcome}`)],
                [t('decided'), request.decidedOn && format.day(request.decidedOn)],
                [t('period'), request.from && format.period(request.from, request.until && dayBefore(request.until))],
                [t('review'), request.reviewOn && format.day(request.reviewOn)],
                [t('ended'), request.endedOn && format.day(request.endedOn)],
                [t('endReason'), request.endReason && grantedTexts(`reason.${request.endReason}`)],
                [t('endNote'), request.endNote],
                [t('endedBy'), request.endedBy?.name],
                [t('proposedBy'), request.proposedBy?.name],
                [t('confirmedBy'), request.confirmedBy?.name],
                [t('reasons'), request.reasons],
                [
                  t('waiting'),
                  waiting && t('inQueue', { position: waiting.position, urgency: waiting.urgency, day: format.dayShort(waiting.since) }),
                ],
              ]}
            />
          </Section>
          {decides ? <Decide key={`${state} ${request.version}`} request={request} onDone={refetch} /> : null}
          {after ? <AgreementSection {...after} /> : null}
          {after ? <SurveySection {...after} /> : null}
        </Stack>
      </div>
    </Page>
  );
}

function Needs({ request: { needs } }: { request: ShownRequest }) {
  const t = useServiceTexts();
  const format = useFormat();
  return (
    <Section title={t('needs')}>
      {needs ? (
        <Stack>
          <p>
            <strong>{t('needsResult', { score: needs.score, level: needs.level })}</strong>
          </p>
          {needs.areas.map((area) => (
            <ProgressBar key={area.code} label={area[format.language]} value={area.score} most={area.most} />
          ))}
          <p className={styles.text}>{needs.findings}</p>
          <p className={styles.fine}>{t('needsBy', { name: needs.assessedBy.name ?? '–', day: format.dayShort(needs.assessedOn) })}</p>
        </Stack>
      ) : (
        <p className={styles.fine}>{t('needsNone')}</p>
      )}
    </Section>
  );
}
