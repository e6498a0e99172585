import { useState } from 'react';
import type { ReviewOutcome, ServiceEndReason } from '../../../gql/staff/graphql.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { Checkbox, DateField, Radios, Select, TextField, useRequired } from '../../../ui/index.js';
import { ActDialog, type ActFormProps } from '../../act-dialog.js';
import { today } from '../../spoken.js';
import type { Granted } from './Granted.js';
import { AnswerSurvey, EndService, MakeServiceAgreement, ReviewService } from './granted.queries.js';
import { useGrantedTexts } from './texts.js';

type Props = ActFormProps & { request: Granted };

const agreementFields = ['agreedOn', 'terms', 'reviewOn'];

/** The agreement on a granted service; it takes the place of the one that counts, and sets when the service is reviewed first. */
export function AgreementForm({ request: { id, version }, ...form }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const need = useRequired();
  const [agreedOn, setAgreedOn] = useState<string | null>(today());
  const [terms, setTerms] = useState('');
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const making = useAct(MakeServiceAgreement, agreementFields);
  return (
    <ActDialog
      {...form}
      title={t('agreementTitle')}
      submit={t('agreementMake')}
      act={making}
      send={async () =>
        need.check(agreedOn, terms) && agreedOn
          ? making.act({ input: { requestId: id, version, agreedOn, terms: terms.trim(), reviewOn } })
          : null
      }
      told={({ makeServiceAgreement: made }) => t('agreementDone', { day: dayOr(format.dayShort, made?.serviceRequest?.reviewOn) })}
    >
      <DateField
        label={t('agreedOn')}
        value={agreedOn}
        onChange={setAgreedOn}
        required
        latest={today()}
        problem={need.problem(agreedOn, making.problem('agreedOn'))}
      />
      <TextField
        label={t('terms')}
        value={terms}
        onChange={setTerms}
        long
        required
        maxLength={10_000}
        problem={need.problem(terms, making.problem('terms'))}
      />
      <DateField
        label={t('reviewOn')}
        hint={t('reviewOnHint')}
        value={reviewOn}
        onChange={setReviewOn}
        problem={making.problem('reviewOn')}
      />
    </ActDialog>
  );
}

const dayOr = (say: (day: string) => string, day: string | null | undefined) => (day ? say(day) : '–');

const reviewFields = ['on', 'findings', 'outcome', 'nextOn'];
const outcomes: readonly ReviewOutcome[] = ['GOES_ON', 'PLAN_CHANGES', 'TO_BE_ENDED'];

/** A look at whether the service still fits. */
export function ReviewForm({ request: { id, version }, ...form }: Props) {
  const t = useGrantedTexts();
  const format = useFormat();
  const need = useRequired();
  const [on, setOn] = useState<string | null>(today());
  const [findings, setFindings] = useState('');
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null);
  const [nextOn, setNextOn] = useState<string | null>(null);
  const reviewing = useAct(ReviewService, reviewFields);
  return (
    <ActDialog
      {...form}
      title={t('reviewTitle')}
      submit={t('reviewSave')}
      act={reviewing}
      send={async () =>
        need.check(on, findings, outcome) && on && outcome
          ? reviewing.act({ input: { requestId: id, version, on, findings: findings.trim(), outcome, nextOn } })
          : null
      }
      told={({ reviewService: made }) => t('reviewDone', { day: dayOr(format.dayShort, made?.serviceRequest?.reviewOn) })}
    >
      <DateField
        label={t('reviewDay')}
        value={on}
        onChange={setOn}
        required
        latest={today()}
        problem={need.problem(on, reviewing.problem('on'))}
      />
      <TextField
        label={t('findings')}
        value={findings}
        onChange={setFindings}
        long
        required
        maxLength={10_000}
        problem={need.problem(findings, reviewing.problem('findings'))}
      />
      <Radios<ReviewOutcome>
        label={t('outcome')}
        required
        choices={outcomes.map((one) => ({ id: one, label: t(`outcome.${one}`) }))}
        value={outcome}
        onChange={setOutcome}
        problem={need.problem(outcome, reviewing.problem('outcome'))}
      />
      <DateField label={t('nextOn')} hint={t('reviewOnHint')} value={nextOn} onChange={setNextOn} problem={reviewing.problem('nextOn')} />
    </ActDialog>
  );
}

const endFields = ['on', 'reason', 'note'];
const reasons: readonly ServiceEndReason[] = ['NEEDS_MET', 'TERM_OVER', 'OWN_WISH', 'MOVED', 'OTHER_SERVICE', 'NOT_USED', 'DIED', 'OTHER'];

/** Ends a service, with the reason that the report counts by. */
export function EndForm({ request: { id, version }, ...form }: Props) {
  const t = useGrantedTexts();
  const need = useRequired();
  const [on, setOn] = useState<string | null>(today());
  const [reason, setReason] = useState<ServiceEndReason | null>(null);
  const [note, setNote] = useState('');
  const [freesPlace, setFreesPlace] = useState(false);
  const ending = useAct(EndService, endFields);
  return (
    <ActDialog
      {...form}
      title={t('endTitle')}
      submit={t('end')}
      look="danger"
      act={ending}
      send={async () =>
        need.check(on, reason) && on && reason
          ? ending.act({ input: { requestId: id, version, on, reason, note: note.trim() || null, freesPlace } })
          : null
      }
      told={t('endDone')}
    >
      <p>{t('endLead')}</p>
      <DateField label={t('endOn')} value={on} onChange={setOn} required problem={need.problem(on, ending.problem('on'))} />
      <Select<ServiceEndReason>
        label={t('endReason')}
        required
        choices={reasons.map((one) => ({ id: one, label: t(`reason.${one}`) }))}
        value={reason}
        onChange={setReason}
        problem={need.problem(reason, ending.problem('reason'))}
      />
      <TextField
        label={t('endNote')}
        hint={reason === 'OTHER' ? t('endNoteNeeded') : undefined}
        required={reason === 'OTHER'}
        value={note}
        onChange={setNote}
        long
        maxLength={2000}
        problem={ending.problem('note')}
      />
      <Checkbox value={freesPlace} onChange={setFreesPlace}>
        {t('freesPlace')}
      </Checkbox>
    </ActDialog>
  );
}

const surveyFields = ['score', 'comment'];
const scores = ['5', '4', '3', '2', '1'] as const;
type Score = (typeof scores)[number];

/** How the client felt about the service, in the client's words. */
export function SurveyForm({ request: { id }, onAnswered, ...form }: Props & { onAnswered(): void }) {
  const t = useGrantedTexts();
  const need = useRequired();
  const [score, setScore] = useState<Score | null>(null);
  const [comment, setComment] = useState('');
  const answering = useAct(AnswerSurvey, surveyFields);
  return (
    <ActDialog
      {...form}
      title={t('surveyTitle')}
      submit={t('surveyAdd')}
      act={answering}
      send={async () => {
        if (!need.check(score)) return null;
        const ending = await answering.act({ input: { requestId: id, score: Number(score), comment: comment.trim() || null } });
        if (ending.done) onAnswered();
        return ending;
      }}
      told={t('surveyDone')}
    >
      <p>{t('surveyLead')}</p>
      <Radios<Score>
        label={t('score')}
        required
        choices={scores.map((one) => ({ id: one, label: t(`score.${one}`) }))}
        value={score}
        onChange={setScore}
        problem={need.problem(score, answering.problem('score'))}
      />
      <TextField label={t('comment')} value={comment} onChange={setComment} long maxLength={2000} problem={answering.problem('comment')} />
    </ActDialog>
  );
}
