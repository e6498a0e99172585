import { useState } from 'react';
import { dayBefore } from '../../../format/format.js';
import type { DocumentType } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { Badge, Notice, Section, Stack, type Tone } from '../../../ui/index.js';
import { FormButton } from '../../act-dialog.js';
import styles from '../../cases/cases.module.css';
import { today } from '../../spoken.js';
import { CarePlanForm } from './CarePlanForm.js';
import { AgreementForm, EndForm, ReviewForm, SurveyForm } from './forms.js';
import type { GrantedService } from './granted.queries.js';
import { hoursText } from './plan-draft.js';
import { useGrantedTexts } from './texts.js';

/** A granted service as the graph gave it to this role. */
export type Granted = DocumentType<typeof GrantedService>;

interface Props {
  request: Granted;
  onDone(): unknown;
}

const reviewTones: Readonly<Record<Granted['reviews'][number]['outcome'], Tone>> = {
  GOES_ON: 'good',
  PLAN_CHANGES: 'warn',
  TO_BE_ENDED: 'bad',
};

/** The care plan that counts, with what it comes to this week, and those before it. */
export function CarePlanSection({ request, onDone }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const may = useMay();
  if (!may('carePlan.read').allowed) return null;
  const { carePlan } = request;
  const earlier = (request.carePlans ?? []).filter(({ state }) => state !== 'ACTIVE');
  return (
    <Section
      title={t('plan')}
      actions={
        request.state === 'GRANTED' && may('carePlan.make').allowed ? (
          <FormButton words={carePlan ? t('planChange') : t('planMake')}>
            {(close) => <CarePlanForm request={request} onClose={close} onDone={onDone} />}
          </FormButton>
        ) : undefined
      }
    >
      <Stack>
        {carePlan ? (
          <>
            <div>
              <strong className={styles.text}>{carePlan.goal}</strong>
              <p className={styles.fine}>{t('planBy', { name: carePlan.madeBy.name ?? '–', day: format.dayShort(carePlan.madeOn) })}</p>
            </div>
            <ul className={styles.list}>
              {carePlan.tasks.map((task) => (
                <li key={task.id}>
                  <div className={styles.line}>
                    <span>{task.text}</span>
                    <span>
                      {t('timesWeek', { count: task.timesAWeek })}, {hoursText(task.minutes)}
                    </span>
                  </div>
                  <span className={styles.fine}>
                    {task.employee?.name ?? task.byWhom} · {format.period(task.from, task.until && dayBefore(task.until))}
                  </span>
                </li>
              ))}
            </ul>
            <p>{t('planWeek', { times: t('times', { count: carePlan.week.times }), time: hoursText(carePlan.week.minutes) })}</p>
          </>
        ) : (
          <p className={styles.fine}>{t('planNone')}</p>
        )}
        {earlier.length ? (
          <details>
            <summary>
              {t('earlierPlans')} ({earlier.length})
            </summary>
            <ul className={styles.list}>
              {earlier.map((plan) => (
                <li key={plan.id}>
                  {t('earlier', {
                    from: format.dayShort(plan.madeOn),
                    until: plan.endedOn ? format.dayShort(plan.endedOn) : '–',
                    what: plan.goal,
                  })}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Looks at whether the service still fits, the latest first, and when the next is due. */
export function ReviewsSection({ request, onDone }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const may = useMay();
  const { reviews, state, reviewOn } = request;
  const granted = state === 'GRANTED';
  const last = reviews[0]?.outcome;
  return (
    <Section
      title={t('reviews')}
      count={reviews.length || undefined}
      actions={
        granted && may('service.review').allowed ? (
          <FormButton words={t('reviewAdd')}>{(close) => <ReviewForm request={request} onClose={close} onDone={onDone} />}</FormButton>
        ) : undefined
      }
    >
      <Stack>
        {granted && last === 'PLAN_CHANGES' ? <Notice tone="warn">{t('reviewThenPlan')}</Notice> : null}
        {granted && last === 'TO_BE_ENDED' ? <Notice tone="warn">{t('reviewThenEnd')}</Notice> : null}
        {granted && reviewOn ? (
          <p className={reviewOn < today() ? styles.late : undefined}>{t('reviewDue', { day: format.dayShort(reviewOn) })}</p>
        ) : null}
        {reviews.length ? (
          <ul className={styles.list}>
            {reviews.map((review) => (
              <li key={review.id}>
                <div className={styles.line}>
                  <strong>{format.dayShort(review.on)}</strong>
                  <Badge tone={reviewTones[review.outcome]}>{t(`outcome.${review.outcome}`)}</Badge>
                </div>
                {review.findings ? <p className={styles.text}>{review.findings}</p> : null}
                <span className={styles.fine}>{review.reviewedBy.name}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.fine}>{t('reviewNone')}</p>
        )}
      </Stack>
    </Section>
  );
}

/** The agreement that counts, and those before it. */
export function AgreementSection({ request, onDone }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const may = useMay();
  if (!may('serviceAgreement.read').allowed) return null;
  const { agreement } = request;
  const earlier = (request.agreements ?? []).filter(({ state }) => state !== 'ACTIVE');
  return (
    <Section
      title={t('agreement')}
      actions={
        request.state === 'GRANTED' && may('serviceAgreement.make').allowed ? (
          <FormButton words={agreement ? t('agreementChange') : t('agreementMake')}>
            {(close) => <AgreementForm request={request} onClose={close} onDone={onDone} />}
          </FormButton>
        ) : undefined
      }
    >
      {agreement ? (
        <>
          <strong>{t('agreementOf', { number: agreement.number, day: format.dayShort(agreement.agreedOn) })}</strong>
          <p className={styles.text}>{agreement.terms}</p>
          <p className={styles.fine}>{agreement.madeBy.name}</p>
        </>
      ) : (
        <p className={styles.fine}>{t('agreementNone')}</p>
      )}
      {earlier.length ? (
        <details>
          <summary>
            {t('earlierAgreements')} ({earlier.length})
          </summary>
          <ul className={styles.list}>
            {earlier.map((one) => (
              <li key={one.id}>{t('agreementOf', { number: one.number, day: format.dayShort(one.agreedOn) })}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

/** How the client felt about the service. */
export function SurveySection({ request, onDone }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const may = useMay();
  // Who may not read answers is told by nobody but this screen that there is one.
  const [answered, setAnswered] = useState<string | null>(null);
  const answeredHere = answered === request.id;
  const reads = may('survey.read').allowed;
  const records = may('survey.answer').allowed && !request.survey && !answeredHere;
  if (!reads && !records && !answeredHere) return null;
  const { survey } = request;
  return (
    <Section
      title={t('survey')}
      actions={
        records ? (
          <FormButton words={t('surveyAdd')}>
            {(close) => <SurveyForm request={request} onAnswered={() => setAnswered(request.id)} onClose={close} onDone={onDone} />}
          </FormButton>
        ) : undefined
      }
    >
      {survey ? (
        <>
          <strong>{t(`score.${survey.score}` as 'score.5')}</strong>
          {survey.comment ? <p className={styles.text}>{survey.comment}</p> : null}
          <p className={styles.fine}>{t('surveyOn', { day: format.dayShort(survey.answeredOn) })}</p>
        </>
      ) : answeredHere ? (
        <p className={styles.fine}>{t('surveyDone')}</p>
      ) : reads ? (
        <p className={styles.fine}>{t('surveyNone')}</p>
      ) : (
        <p className={styles.fine}>{t('surveyLead')}</p>
      )}
    </Section>
  );
}

/** Ends a granted service. */
export function EndButton({ request, onDone }: Props) {
  const t = useGrantedTexts();
  const may = useMay();
  if (request.state !== 'GRANTED' || !may('service.end').allowed) return null;
  return (
    <FormButton words={t('end')} look="quiet" small={false}>
      {(close) => <EndForm request={request} onClose={close} onDone={onDone} />}
    </FormButton>
  );
}
