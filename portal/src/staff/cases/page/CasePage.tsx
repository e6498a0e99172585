import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import {
  Badge,
  ButtonLink,
  Empty,
  Facts,
  Failure,
  Link,
  Notice,
  Page,
  Row,
  Section,
  Skeleton,
  Stack,
  type Tone,
  useHoles,
} from '../../../ui/index.js';
import { RequestBadge } from '../../services/words.js';
import { today } from '../../spoken.js';
import styles from '../cases.module.css';
import { useCaseTexts } from '../texts.js';
import { RiskBadge } from '../words.js';
import { AddGoal } from './AddGoal.js';
import { Agreement } from './Agreement.js';
import { AssessRiskButton } from './AssessRisk.js';
import { CloseCaseButton } from './CloseCase.js';
import { HandOver } from './HandOver.js';
import { Notes } from './Notes.js';
import { type ShownCase, useCase } from './use-case.js';
import { Visits } from './Visits.js';

const outcomeTones: Readonly<Record<'ACHIEVED' | 'PARTLY' | 'NOT_ACHIEVED', Tone>> = {
  ACHIEVED: 'good',
  PARTLY: 'warn',
  NOT_ACHIEVED: 'bad',
};

/** One case: the client, the goals, what was done, what was agreed, and whose case it is. */
export function CasePage() {
  const { id = '' } = useParams();
  const t = useCaseTexts();
  const format = useFormat();
  const view = useCase(id);
  const holes = useHoles(view.error);
  const { shown } = view;
  if (!shown) {
    return (
      <Page title={t('title')} kicker={<Link href="/cases">{t('back')}</Link>}>
        {view.loading ? (
          <Skeleton lines={14} height="40rem" />
        ) : holes.all.length ? (
          <Failure faults={holes.all} onAgain={() => void view.refetch()} />
        ) : (
          <Empty title={t('notFound')} action={<ButtonLink href="/cases">{t('back')}</ButtonLink>}>
            {t('notFoundLead')}
          </Empty>
        )}
      </Page>
    );
  }
  const late = (day: string | null | undefined) => Boolean(day && !shown.closedOn && day < today());
  return (
    <Page
      title={t('caseOf', { number: shown.number })}
      kicker={<Link href="/cases">{t('back')}</Link>}
      lead={
        <Row>
          <Badge>{t(`group.${shown.targetGroup}`)}</Badge>
          <RiskBadge risk={shown.risk} />
          {shown.closedOn ? <Badge>{t('closedOn', { day: format.dayShort(shown.closedOn) })}</Badge> : null}
        </Row>
      }
      actions={
        shown.closedOn ? undefined : (
          <>
            <CloseCaseButton socialCase={shown} onDone={view.refetch} />
            <HandOver socialCase={shown} onDone={view.refetch} />
          </>
        )
      }
    >
      <div className={styles.sheet}>
        <Stack>
          <Goals socialCase={shown} onDone={view.refetch} />
          {view.notes ? <Notes socialCase={shown} view={view} /> : <Notice tone="neutral">{t('noNotesRight')}</Notice>}
          <Visits socialCase={shown} onDone={view.refetch} />
          {view.risks ? <Risks socialCase={shown} onDone={view.refetch} /> : null}
        </Stack>
        <Stack>
          <Section title={t('client')}>
            <Facts
              facts={[
                [
                  t('client'),
                  <Link key="client" href={`/clients/${shown.person.id}`}>
                    {shown.person.reference ?? '–'}
                  </Link>,
                ],
                [t('household'), shown.household?.reference],
                [t('responsible'), shown.responsible.name],
                [t('column.opened'), format.day(shown.openedOn)],
                [
                  t('column.due'),
                  shown.workDueOn || shown.riskDueOn ? (
                    <span key="due">
                      {shown.workDueOn ? (
                        <span className={late(shown.workDueOn) ? styles.late : undefined}>
                          {t('workDue', { day: format.dayShort(shown.workDueOn) })}{' '}
                        </span>
                      ) : null}
                      {shown.riskDueOn ? (
                        <span className={late(shown.riskDueOn) ? styles.late : undefined}>
                          {t('riskDue', { day: format.dayShort(shown.riskDueOn) })}
                        </span>
                      ) : null}
                    </span>
                  ) : null,
                ],
              ]}
            />
          </Section>
          <Agreement socialCase={shown} onDone={view.refetch} />
          <Requests socialCase={shown} />
          {shown.handovers.length ? (
            <Section title={t('handovers')}>
              <ul className={styles.list}>
                {shown.handovers.map(({ on, reason, from, to }) => (
                  <li key={`${on} ${from.id} ${to.id}`}>
                    <span className={styles.fine}>{format.dayShort(on)}</span>
                    <span>{t('handedOver', { from: from.name ?? '–', to: to.name ?? '–', reason })}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </Stack>
      </div>
    </Page>
  );
}

function Goals({ socialCase: { id: caseId, goals, closedOn }, onDone }: { socialCase: ShownCase; onDone(): unknown }) {
  const t = useCaseTexts();
  const format = useFormat();
  return (
    <Section
      title={t('goals')}
      count={goals.length || undefined}
      actions={closedOn ? undefined : <AddGoal caseId={caseId} onDone={onDone} />}
    >
      {goals.length ? (
        <ul className={styles.list}>
          {goals.map(({ id, text, activities, dueOn, outcome }) => (
            <li key={id}>
              <div className={styles.line}>
                <strong>{text}</strong>
                {outcome ? (
                  <Badge tone={outcomeTones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
                ) : (
                  <Badge tone="info">{t('goalOpen')}</Badge>
                )}
              </div>
              {activities.length ? <span>{activities.join('; ')}</span> : null}
              {dueOn ? (
                <span className={!outcome && !closedOn && dueOn < today() ? styles.late : styles.fine}>
                  {t('goalDue', { day: format.dayShort(dueOn) })}
                  {!outcome && !closedOn ? `, ${format.distance(dueOn, today())}` : ''}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.fine}>{t('noGoals')}</p>
      )}
    </Section>
  );
}

function Risks({ socialCase, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const format = useFormat();
  const { riskAssessments, closedOn, targetGroup } = socialCase;
  // Families are assessed by this form; of others the section is shown where somebody was.
  if (!riskAssessments?.length && targetGroup !== 'FAMILY_WITH_CHILDREN') return null;
  return (
    <Section
      title={t('risks')}
      count={riskAssessments?.length || undefined}
      actions={closedOn ? undefined : <AssessRiskButton socialCase={socialCase} onDone={onDone} />}
    >
      {riskAssessments?.length ? null : <p className={styles.fine}>{t('noRisks')}</p>}
      <ul className={styles.list}>
        {(riskAssessments ?? []).map(({ id, on, score, level, nextDueOn, findings, assessedBy }) => (
          <li key={id}>
            <div className={styles.line}>
              <span>
                {format.dayShort(on)} · {t('score', { score })}
              </span>
              <RiskBadge risk={level} />
            </div>
            <p className={styles.text}>{findings}</p>
            <span className={styles.fine}>
              {assessedBy.name} · {t('nextRisk', { day: format.dayShort(nextDueOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Requests({ socialCase: { person } }: { socialCase: ShownCase }) {
  const t = useCaseTexts();
  const format = useFormat();
  const may = useMay();
  const requests = person.serviceRequests ?? [];
  return (
    <Section
      title={t('requests')}
      count={requests.length || undefined}
      actions={
        may('request.create').allowed ? (
          <ButtonLink small href={`/services/new?person=${person.id}`}>
            {t('newRequest')}
          </ButtonLink>
        ) : undefined
      }
    >
      {requests.length ? (
        <ul className={styles.list}>
          {requests.map(({ id, number, state, serviceType, requestedOn }) => (
            <li key={id}>
              <div className={styles.line}>
                <Link href={`/requests/${id}`}>{serviceType[format.language] ?? number}</Link>
                <RequestBadge state={state} />
              </div>
              <span className={styles.fine}>
                {number} · {format.dayShort(requestedOn)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.fine}>{t('noRequests')}</p>
      )}
    </Section>
  );
}
