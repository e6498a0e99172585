import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ButtonLink, DateField, Empty, Failure, Link, Notice, Page, Section, Skeleton, Stack, useHoles } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../applications.module.css';
import { NamesProvider } from '../page/names.js';
import { type ApplicationView, type ShownApplication, type ShownDecision, useApplication } from '../page/use-application.js';
import { awardText } from '../queue/queue-columns.js';
import { useWords } from '../texts.js';
import { ChangesOfApplicant, HouseholdOnChange } from './change.queries.js';
import { changeOf, offersChange } from './change-view.js';
import { Declaration } from './Declaration.js';
import { useChangeTexts } from './texts.js';

/** A change of income or household while a benefit runs: on which day, in which household, with which incomes since then. */
export function ChangePage() {
  const { id = '' } = useParams();
  const t = useChangeTexts();
  const words = useWords();
  const format = useFormat();
  const view = useApplication(id);
  const holes = useHoles(view.error);
  const { application } = view;
  const decision = view.decisions.at(-1);
  const changes = useQuery(ChangesOfApplicant, { variables: { id: application?.applicant.id ?? '' }, skip: !application });
  const refused = useMay()('change.declare').reason;
  const waiting = decision && changeOf(changes.data?.person?.applications?.nodes ?? [], decision.id);
  const toApplication = <ButtonLink href={`/applications/${id}`}>{t('back')}</ButtonLink>;
  return (
    <Page
      title={t('title')}
      kicker={<Link href={`/applications/${id}`}>{t('back')}</Link>}
      lead={
        application && decision
          ? t('lead', { benefit: application.benefitType.label, number: decision.number, award: awardText(decision, words, format) })
          : '\u00a0'
      }
    >
      {refused ? (
        <Notice tone="neutral">{refused}</Notice>
      ) : !application || (!changes.data && changes.loading) ? (
        holes.all.length && !view.loading ? (
          <Failure faults={holes.all} onAgain={view.again} />
        ) : !view.loading && !application ? (
          <Empty title={t('noChange')} action={<ButtonLink href="/applications">{words('title')}</ButtonLink>}>
            {t('noChangeLead')}
          </Empty>
        ) : (
          <Skeleton lines={10} height="30rem" />
        )
      ) : !decision || !offersChange(decision) || waiting ? (
        <Empty title={t('noChange')} action={toApplication}>
          {t('noChangeLead')}
        </Empty>
      ) : (
        <Change view={{ ...view, application }} application={application} decision={decision} />
      )}
    </Page>
  );
}

function Change({ view, application, decision }: { view: ApplicationView; application: ShownApplication; decision: ShownDecision }) {
  const t = useChangeTexts();
  const [on, setOn] = useState<string | null>(today());
  // While the day is being typed the household of the last whole day stays, so that no line is lost.
  const [shownOn, setShownOn] = useState(today());
  const { applicant } = application;
  const { data, previousData, loading, error, refetch } = useQuery(HouseholdOnChange, { variables: { id: applicant.id, on: shownOn } });
  const holes = useHoles(error);
  // Only while the new day is asked what was known before stands in for it.
  const known = data ?? (loading ? previousData : undefined);
  const household = known?.person?.household;
  // A day without a household takes nothing away that was typed: it only cannot be sent.
  const [kept, setKept] = useState(household);
  useEffect(() => {
    if (household) setKept(household);
  }, [household]);
  const form = household ?? kept;
  // The household goes with its own day only: never that of the day before, while the one of the new day is still asked.
  const isOfDay = on === shownOn && !loading && Boolean(data?.person?.household);
  const members = (form?.members ?? []).map(({ person }) => person);
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  return (
    <Stack>
      <Section title={t('day')}>
        <div className={styles.two}>
          <DateField
            label={t('on')}
            hint={t('onHint')}
            value={on}
            onChange={(day) => {
              setOn(day);
              setDayProblem(null);
              if (day && day <= today() && day >= '2000-01-01') setShownOn(day);
            }}
            required
            latest={today()}
            problem={dayProblem}
          />
          <div>
            {!known && loading ? (
              <Skeleton lines={3} height="5rem" />
            ) : household ? (
              <Stack gap="s">
                {household.id === application.household?.id ? (
                  <p>
                    {t('household')}: {t('householdSame', { reference: household.reference ?? '–' })},{' '}
                    {t('people', { count: members.length })}
                  </p>
                ) : (
                  <Notice tone="info">
                    {t('householdOther', { reference: household.reference ?? '–' })} {t('people', { count: members.length })}.
                  </Notice>
                )}
                <p className={styles.fine}>
                  {t('householdChanged')}
                  <Link href={`/clients/${applicant.id}`}>{t('clientPage')}</Link>.
                </p>
              </Stack>
            ) : holes.all.length ? (
              <Failure faults={holes.all} onAgain={() => void refetch()} />
            ) : (
              <Notice tone="warn" title={t('householdNone')}>
                {t('householdNoneLead')}
              </Notice>
            )}
          </div>
        </div>
      </Section>
      {form ? (
        <NamesProvider householdId={form.id} applicantId={applicant.id} on={shownOn}>
          <Declaration
            application={application}
            decision={decision}
            refetch={view.refetch}
            on={isOfDay ? on : null}
            householdId={form.id}
            members={members}
            onDayProblem={setDayProblem}
          />
        </NamesProvider>
      ) : null}
    </Stack>
  );
}
