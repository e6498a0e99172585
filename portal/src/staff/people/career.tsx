import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { dayBefore } from '../../format/format.js';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { ActNotice, Badge, Button, Notice, Part, Row, Section, Skeleton, Stack, type Tone, toast, useHoles } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import type { EmployeeData } from './employee.js';
import { EmployeeAction } from './employee-actions.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';

const careerQuery = graphql(`
  query EmployeeCareer($id: ID!, $evaluations: Boolean!, $promotions: Boolean!) {
    employee(id: $id) {
      id
      evaluations @include(if: $evaluations) {
        id
        version
        from
        until
        grade
        summary
        evaluatedOn
        confirmedOn
      }
      promotions @include(if: $promotions) {
        id
        version
        kind
        from
        reason
        proposedOn
        state
        decidedOn
      }
    }
  }
`);

const confirmMutation = graphql(`
  mutation ConfirmEvaluation($id: ID!, $version: Int!) {
    confirmEvaluation(id: $id, version: $version) {
      evaluation {
        id
        version
        confirmedOn
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

const decideMutation = graphql(`
  mutation DecidePromotion($id: ID!, $version: Int!, $confirm: Boolean!) {
    decidePromotion(id: $id, version: $version, confirm: $confirm) {
      promotion {
        id
        version
        state
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

type Career = NonNullable<ResultOf<typeof careerQuery>['employee']>;
type Evaluation = NonNullable<Career['evaluations']>[number];
type Promotion = NonNullable<Career['promotions']>[number];

const gradeTones: Readonly<Record<Evaluation['grade'], Tone>> = {
  EXCELLENT: 'good',
  GOOD: 'good',
  SATISFACTORY: 'warn',
  UNSATISFACTORY: 'bad',
};
const stateTones: Readonly<Record<Promotion['state'], Tone>> = { PROPOSED: 'warn', CONFIRMED: 'good', DECLINED: 'neutral' };

/** How the employee did and what they are to be employed as, each by two people; nothing for who may read neither. */
export function Career({ employee, onDone }: { employee: EmployeeData; onDone(): void }) {
  const t = useCareerTexts();
  const may = useMay();
  const [evaluations, promotions] = [may('evaluation.read').allowed, may('promotion.propose').allowed];
  const { data, error, refetch } = useQuery(careerQuery, {
    variables: { id: employee.id, evaluations, promotions },
    skip: !evaluations && !promotions,
  });
  const holes = useHoles(error);
  const again = () => void refetch();
  const done = () => {
    again();
    onDone();
  };
  return (
    <>
      {evaluations ? (
        <Section
          title={t('evaluations')}
          count={data?.employee?.evaluations?.length || null}
          actions={<EmployeeAction step="evaluate" employee={employee} onDone={again} />}
        >
          <Part holes={holes} at="employee.evaluations" onAgain={again}>
            {data ? (
              data.employee?.evaluations?.length ? (
                <Stack>
                  {data.employee.evaluations.map((one) => (
                    <EvaluationEntry key={one.id} evaluation={one} onDone={again} />
                  ))}
                </Stack>
              ) : (
                <p>{t('noEvaluations')}</p>
              )
            ) : (
              <Skeleton lines={2} height="4rem" />
            )}
          </Part>
        </Section>
      ) : null}
      {promotions ? (
        <Section
          title={t('promotions')}
          count={data?.employee?.promotions?.length || null}
          actions={<EmployeeAction step="promote" employee={employee} onDone={again} />}
        >
          <Part holes={holes} at="employee.promotions" onAgain={again}>
            {data ? (
              data.employee?.promotions?.length ? (
                <Stack>
                  {data.employee.promotions.map((one) => (
                    <PromotionEntry key={one.id} promotion={one} onDone={done} />
                  ))}
                </Stack>
              ) : (
                <p>{t('noPromotions')}</p>
              )
            ) : (
              <Skeleton lines={2} height="4rem" />
            )}
          </Part>
        </Section>
      ) : null}
    </>
  );
}

function EvaluationEntry({ evaluation, onDone }: { evaluation: Evaluation; onDone(): void }) {
  const t = useCareerTexts();
  const format = useFormat();
  const may = useMay();
  const confirm = useAct(confirmMutation);
  const { id, version, from, until, grade, summary, evaluatedOn, confirmedOn } = evaluation;
  const send = async () => {
    if (confirm.busy) return;
    const ending = await confirm.act({ id, version });
    if (ending.done) toast(t('evaluationConfirmed'));
    if (ending.done || ending.problems.some(({ code }) => code === 'STALE')) onDone();
  };
  return (
    <div className={styles.entry}>
      <Row>
        <strong>{format.period(from, dayBefore(until))}</strong>
        <Badge tone={gradeTones[grade]}>{t(`grade.${grade}`)}</Badge>
        {confirmedOn ? null : <Badge tone="warn">{t('unconfirmed')}</Badge>}
      </Row>
      <p className={styles.said}>{summary}</p>
      <p className={styles.note}>
        {confirmedOn
          ? t('confirmedOn', { on: format.dayShort(evaluatedOn), day: format.dayShort(confirmedOn) })
          : t('evaluatedOn', { on: format.dayShort(evaluatedOn) })}
      </p>
      {!confirmedOn && may('evaluation.confirm').allowed ? (
        <div>
          <Button small onPress={() => void send()} isDisabled={confirm.busy}>
            {t('confirm')}
          </Button>
        </div>
      ) : null}
      {confirm.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
      <ActNotice act={confirm} />
    </div>
  );
}

function PromotionEntry({ promotion, onDone }: { promotion: Promotion; onDone(): void }) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const format = useFormat();
  const may = useMay();
  const decide = useAct(decideMutation);
  const { id, version, kind, from, reason, proposedOn, state, decidedOn } = promotion;
  const send = async (confirm: boolean) => {
    if (decide.busy) return;
    const ending = await decide.act({ id, version, confirm });
    if (ending.done) toast(t(confirm ? 'promotionConfirmed' : 'promotionDeclined'));
    if (ending.done || ending.problems.some(({ code }) => code === 'STALE')) onDone();
  };
  return (
    <div className={styles.entry}>
      <Row>
        <strong>{t('promotionTo', { kind: words(`kind.${kind}`), day: format.dayShort(from) })}</strong>
        <Badge tone={stateTones[state]}>{t(`promotion.${state}`)}</Badge>
      </Row>
      <p className={styles.said}>{reason}</p>
      <p className={styles.note}>
        {decidedOn
          ? t('decidedOn', { on: format.dayShort(proposedOn), day: format.dayShort(decidedOn) })
          : t('proposedOn', { on: format.dayShort(proposedOn) })}
      </p>
      {state === 'PROPOSED' && may('promotion.decide').allowed ? (
        <Row>
          <Button small onPress={() => void send(true)} isDisabled={decide.busy}>
            {t('confirm')}
          </Button>
          <Button small look="quiet" onPress={() => void send(false)} isDisabled={decide.busy}>
            {t('decline')}
          </Button>
        </Row>
      ) : null}
      {decide.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
      <ActNotice act={decide} />
    </div>
  );
}
