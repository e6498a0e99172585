import { useQuery } from '@apollo/client/react';
import { dayBefore } from '../../../format/format.js';
import { read } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { Badge, Link, Part, Section, Skeleton, Stack, type Tone, useHoles } from '../../../ui/index.js';
import { DecisionPayments } from '../../payments/DecisionPayments.js';
import { useSpoken } from '../../spoken.js';
import styles from '../applications.module.css';
import { EarlierApplications } from '../check/check.queries.js';
import { awardText, StateBadge } from '../queue/queue-columns.js';
import { useWords } from '../texts.js';
import { Wide } from '../Wide.js';
import { DecisionFields } from './page.queries.js';
import { usePageTexts } from './texts.js';
import type { ShownApplication, ShownDecision } from './use-application.js';

const tones: Readonly<Record<ShownDecision['state'], Tone>> = {
  PROPOSED: 'warn',
  RETURNED: 'bad',
  APPROVED: 'good',
  NOTIFIED: 'good',
  CHALLENGED: 'warn',
  UPHELD: 'good',
  REVOKED: 'bad',
};

/** How far a decision has come. */
export function DecisionBadge({ state }: { state: ShownDecision['state'] }) {
  const words = useWords();
  return <Badge tone={tones[state]}>{words(`decision.${state}`)}</Badge>;
}

/** Decisions on this application, the latest first, with who made them and their reasons. */
export function DecisionsSection({ decisions }: { decisions: readonly ShownDecision[] }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  return (
    <Section title={t('decisions')} count={decisions.length || undefined}>
      {decisions.length ? (
        <ul className={styles.decisions}>
          {[...decisions].reverse().map((decision) => {
            const people = [
              t('proposedBy', { name: decision.proposedBy.name ?? '–' }),
              decision.approvedBy && t('approvedBy', { name: decision.approvedBy.name ?? '–' }),
              decision.notifiedOn && t('notified', { day: format.dayShort(decision.notifiedOn) }),
              decision.challengeUntil && t('challengeUntil', { day: format.dayShort(decision.challengeUntil) }),
            ].filter(Boolean);
            return (
              <li key={decision.id}>
                <div className={styles.beside}>
                  <strong>
                    {decision.number} · {awardText(decision, words, format)}
                  </strong>
                  <DecisionBadge state={decision.state} />
                </div>
                {decision.from && decision.until ? (
                  <p className={styles.formula}>
                    {t('period')}: {format.period(decision.from, dayBefore(decision.until))}
                  </p>
                ) : null}
                {decision.returnReason ? <p className={styles.late}>{t('returnedWhy', { reason: decision.returnReason })}</p> : null}
                {decision.revokedFrom ? (
                  <p className={styles.late}>{t('revokedFrom', { day: format.dayShort(decision.revokedFrom) })}</p>
                ) : null}
                {decision.recovery ? (
                  <p className={styles.late}>
                    {t('recovery', { amount: format.euro(decision.recovery.amount), balance: format.euro(decision.recovery.balance) })}
                  </p>
                ) : null}
                <p className={styles.fine}>{people.join(' · ')}</p>
                {decision.state === 'PROPOSED' || decision.state === 'RETURNED' ? null : <DecisionPayments decisionId={decision.id} />}
                <details>
                  <summary>{t('reasons')}</summary>
                  <p>{decision.reasons}</p>
                </details>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={styles.quiet}>{t('noDecisions')}</p>
      )}
    </Section>
  );
}

/** What the applicant asked for before, and what came of it. */
export function EarlierSection({ application }: { application: ShownApplication }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const { spoken } = useSpoken();
  const { data, loading, error, refetch } = useQuery(EarlierApplications, {
    variables: { ...spoken, applicant: application.applicant.id },
  });
  const holes = useHoles(error);
  const earlier = (data?.person?.applications?.nodes ?? []).filter(({ id }) => id !== application.id);
  return (
    <Section title={t('earlier')} count={data ? earlier.length : undefined}>
      {loading && !data ? (
        <Skeleton lines={3} />
      ) : (
        <Part holes={holes} at="person.applications" onAgain={() => void refetch()}>
          {earlier.length ? (
            <Wide label={t('earlier')}>
              <table className={styles.plainTable}>
                <tbody>
                  {earlier.map((one) => {
                    const decision = read(DecisionFields, one.decisions).at(-1);
                    return (
                      <tr key={one.id}>
                        <th scope="row">
                          <Link href={`/applications/${one.id}`}>{one.number}</Link>
                        </th>
                        <td>{format.dayShort(one.submittedOn)}</td>
                        <td>{one.benefitType.label}</td>
                        <td>{decision ? awardText(decision, words, format) : '–'}</td>
                        <td>
                          {decision ? (
                            <DecisionBadge state={decision.state} />
                          ) : (
                            <StateBadge application={{ state: one.state, decisions: [] }} />
                          )}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </Wide>
          ) : (
            <Stack>
              <p className={styles.quiet}>{t('noEarlier')}</p>
            </Stack>
          )}
        </Part>
      )}
    </Section>
  );
}
