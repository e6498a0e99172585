import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { read } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { Columns, Link, Part, Section, Skeleton, Stack, useHoles } from '../../../ui/index.js';
import { useSpoken } from '../../spoken.js';
import styles from '../applications.module.css';
import { Who } from '../page/names.js';
import { DecisionFields, IncomeDifferenceFields, RecordDifferenceFields } from '../page/page.queries.js';
import type { ApplicationView, ShownDecision } from '../page/use-application.js';
import { useHouseholdOn } from '../page/WhoSection.js';
import { awardText } from '../queue/queue-columns.js';
import { useWords } from '../texts.js';
import { EarlierApplications, EarlierMeans, PassedOver } from './check.queries.js';
import { comparedWith, incomeLines } from './compare.js';
import { useCheckTexts } from './texts.js';

/** Stands for what the graph does not tell. */
const unknown = '–';

type View = ApplicationView & { application: NonNullable<ApplicationView['application']> };

/** What the second person looks at before anything else: what changed since the last decision, and what was passed over or rests on words alone. */
export function CheckSection({ view, decision }: { view: View; decision: ShownDecision }) {
  const t = useCheckTexts();
  return (
    <Section title={t('title')}>
      <Columns least="26rem">
        <Changes view={view} decision={decision} />
        <LookAt view={view} decision={decision} />
      </Columns>
    </Section>
  );
}

function Changes({ view, decision }: { view: View; decision: ShownDecision }) {
  const t = useCheckTexts();
  const words = useWords();
  const format = useFormat();
  const { spoken } = useSpoken();
  const { application, means } = view;
  const earlier = useQuery(EarlierApplications, { variables: { ...spoken, applicant: application.applicant.id } });
  const holes = useHoles(earlier.error);
  const previous = useMemo(() => {
    const list = (earlier.data?.person?.applications?.nodes ?? []).map((one) => ({
      ...one,
      decisions: read(DecisionFields, one.decisions),
    }));
    return comparedWith(application, list);
  }, [earlier.data, application]);
  const before = useQuery(EarlierMeans, { variables: { id: previous?.application.id ?? '' }, skip: !previous });
  const then = before.data?.application;
  const membersNow = useHouseholdOn(application.household?.id, application.submittedOn);
  const membersThen = useHouseholdOn(then?.household?.id, then?.submittedOn ?? application.submittedOn);
  const waits = [earlier, before, membersNow, membersThen].some(({ loading, data }) => loading && !data);
  if (waits) return <Skeleton lines={7} height="16rem" />;
  const sums = (monthly: readonly string[] | null) =>
    monthly ? monthly.map((amount) => format.euro(amount).replace(/\s?EUR\s?/u, '')).join(' · ') : t('none');
  const count = (list: typeof membersNow) => list.data?.household?.members?.length?.toString() ?? unknown;
  const lines = previous
    ? [
        {
          name: t('decision'),
          before: words(`outcomeDone.${previous.decision.outcome}`),
          now: words(`outcome.${decision.outcome}`),
          same: previous.decision.outcome === decision.outcome,
        },
        { name: t('award'), before: awardText(previous.decision, words, format), now: awardText(decision, words, format) },
        {
          name: t('status'),
          before: then?.means ? words(`status.${then.means.status}`) : unknown,
          now: means ? words(`status.${means.status}`) : unknown,
        },
        {
          name: t('income'),
          before: then?.means ? format.euro(then.means.income) : unknown,
          now: means ? format.euro(means.income) : unknown,
        },
        { name: t('members'), before: count(membersThen), now: count(membersNow) },
        ...incomeLines(then?.incomes ?? [], application.incomes ?? []).map((line) => ({
          name: words(`source.${line.source}` as 'source.WAGE'),
          person: line.person,
          before: sums(line.before),
          now: sums(line.now),
        })),
      ]
    : [];
  return (
    <Part holes={holes} at="person.applications" onAgain={() => void earlier.refetch()}>
      <Stack gap="s">
        <h3>{t('changed')}</h3>
        {previous ? (
          <>
            <p className={styles.fine}>
              <Link href={`/applications/${previous.application.id}`}>
                {t('comparedWith', { number: previous.decision.number, day: format.dayShort(previous.application.submittedOn) })}
              </Link>
            </p>
            <table className={styles.plainTable}>
              <thead>
                <tr>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('before')}</th>
                  <th scope="col">{t('now')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ name, before: old, now, ...more }) => {
                  // What is not known of one of them is not said to have changed.
                  const same = 'same' in more ? more.same : old === now || old === unknown || now === unknown;
                  const person = 'person' in more ? more.person : null;
                  return (
                    <tr key={`${name} ${person?.id ?? ''}`} data-changed={same ? undefined : ''}>
                      <th scope="row">
                        {name}
                        {person ? (
                          <span className={styles.citation}>
                            <Who person={person} />
                          </span>
                        ) : null}
                      </th>
                      <td className={styles.formula}>{old}</td>
                      <td className={same ? styles.formula : `${styles.formula} ${styles.changed}`}>
                        {now}
                        <span className="unseen"> {same ? t('unchanged') : t('changedHere')}</span>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </>
        ) : (
          <p>{t('first')}</p>
        )}
      </Stack>
    </Part>
  );
}

function LookAt({ view, decision }: { view: View; decision: ShownDecision }) {
  const t = useCheckTexts();
  const words = useWords();
  const format = useFormat();
  const { spoken } = useSpoken();
  const passed = useQuery(PassedOver, { variables: { ...spoken, id: decision.id } });
  const holes = useHoles(passed.error);
  const incomes = read(IncomeDifferenceFields, passed.data?.decision?.incomeDifferences ?? []);
  const records = read(RecordDifferenceFields, passed.data?.decision?.recordDifferences ?? []);
  const { application, questions, decisions } = view;
  const tested = application.benefitType.meansTested && application.legalGround === 'STANDARD';
  const returned = decisions.filter(({ state, returnReason }) => state === 'RETURNED' && returnReason);
  const silent = [...new Set(questions.filter(({ outcome }) => outcome === 'UNAVAILABLE').map(({ register }) => register))];
  const points = [
    ...returned.map(({ id, returnReason }) => <li key={id}>{t('returnedBefore', { reason: returnReason ?? '' })}</li>),
    ...(application.incomes ?? [])
      .filter(({ evidence }) => evidence === 'DECLARED')
      .map(({ person, source }) => (
        <li key={`${person.id} ${source}`}>
          <Who person={person} />: {t('onlyDeclared', { source: words(`source.${source}`) })}
        </li>
      )),
    ...(tested && !questions.length ? [<li key="not-asked">{t('notAsked')}</li>] : []),
    ...silent.map((register) => <li key={register}>{t('unanswered', { register: words(`register.${register}`) })}</li>),
    ...((application.documents ?? []).some(({ state }) => state === 'STORED') ? [] : [<li key="documents">{t('noDocuments')}</li>]),
  ];
  const passedOver = incomes.length + records.length > 0;
  return (
    <Part holes={holes} at="decision" onAgain={() => void passed.refetch()}>
      <Stack gap="s">
        <h3>{t('lookAt')}</h3>
        {passedOver ? (
          <div className={styles.passed}>
            <p>{t('differencesAre')}</p>
            <ul className={styles.list}>
              {incomes.map(({ person, register, source, month, declared, told }) => (
                <li key={`${person.id} ${register} ${source} ${month}`}>
                  <Who person={person} />:{' '}
                  {t('tells', {
                    month: format.month(month),
                    source: words(`source.${source}`),
                    declared: format.euro(declared),
                    told: format.euro(told),
                  })}
                </li>
              ))}
              {records.map(({ person, register, kind, note }) => (
                <li key={`${person.id} ${register} ${kind}`}>
                  <Who person={person} />: {note}
                </li>
              ))}
            </ul>
            {passed.data?.decision?.differencesExplained ? (
              <blockquote>
                <strong>{t('explained')}:</strong> {passed.data.decision.differencesExplained}
              </blockquote>
            ) : null}
          </div>
        ) : null}
        {points.length ? <ul className={styles.list}>{points}</ul> : passedOver ? null : <p>{t('nothingOdd')}</p>}
      </Stack>
    </Part>
  );
}
