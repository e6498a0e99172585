import { useQuery } from '@apollo/client/react';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { Facts, Link, Notice, Part, Section, Skeleton, Stack, useHoles } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useWords } from '../texts.js';
import { NamesButton, useNames, Who } from './names.js';
import { HouseholdOnDay } from './page.queries.js';
import { usePageTexts } from './texts.js';
import type { ShownApplication } from './use-application.js';

/** Who applies, for which household, and on what ground. Names only when they are asked for. */
export function WhoSection({ application }: { application: ShownApplication }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const names = useNames();
  const { applicant, household, benefitType } = application;
  const identity = names.of?.get(applicant.id);
  const status = household?.status ? words(`status.${household.status}`) : null;
  return (
    <Section title={t('who')} actions={may('person.identity.read').allowed ? <NamesButton /> : undefined}>
      <Stack>
        {names.of ? <p className={styles.fine}>{t('auditedNow')}</p> : null}
        {names.failed ? <Notice tone="bad">{t('namesFailed')}</Notice> : null}
        <div className={styles.two}>
          <Facts
            facts={[
              [
                t('applicant'),
                <span key="applicant">
                  <Link href={`/clients/${applicant.id}`}>
                    <Who person={applicant} />
                  </Link>
                  {typeof applicant.age === 'number' ? `, ${words('age', { count: applicant.age })}` : null}
                </span>,
              ],
              [t('personalCode'), identity?.personalCode],
              [t('phone'), identity?.phone],
              [t('household'), household?.reference],
              [
                t('statusNow'),
                status && household?.statusUntil ? t('statusUntil', { status, day: format.dayShort(household.statusUntil) }) : status,
              ],
              [
                t('account'),
                application.payeeAccount ?? (may('payee.read').allowed ? <span className={styles.quiet}>{t('noAccount')}</span> : null),
              ],
            ]}
          />
          <Facts
            facts={[
              [t('submitted'), format.day(application.submittedOn)],
              [t('withdrawn'), application.withdrawnOn && format.day(application.withdrawnOn)],
              [t('effectiveFrom'), application.effectiveFrom && format.day(application.effectiveFrom)],
              [
                t('changes'),
                application.changes && (
                  <Link href={`/applications/${application.changes.application.id}`}>{application.changes.number}</Link>
                ),
              ],
              [t('claimedCosts'), application.claimedCosts && format.euro(application.claimedCosts)],
              [t('ground'), words(`ground.${application.legalGround}`)],
              [
                t('legalBasis'),
                <span key="basis" className={styles.fine}>
                  {benefitType.legalBasis}
                  {benefitType.assumed ? ` (${t('assumed')})` : ''}
                </span>,
              ],
            ]}
          />
        </div>
        {household ? <Members householdId={household.id} on={application.submittedOn} /> : null}
      </Stack>
    </Section>
  );
}

/** Who lives in the household on the day of the application. */
export function useHouseholdOn(householdId: string | undefined, on: string) {
  return useQuery(HouseholdOnDay, { variables: { id: householdId ?? '', on }, skip: !householdId });
}

function Members({ householdId, on }: { householdId: string; on: string }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const { data, loading, error, refetch } = useHouseholdOn(householdId, on);
  const holes = useHoles(error);
  if (loading && !data) return <Skeleton lines={3} height="7rem" />;
  const members = data?.household?.members ?? [];
  return (
    <Part holes={holes} at="household.members" onAgain={() => void refetch()}>
      {members.length ? (
        <table className={styles.plainTable}>
          <caption>
            {t('members')}, {format.dayShort(on)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('member')}</th>
              <th scope="col">{t('relation')}</th>
              <th scope="col">{t('age')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ relation, person }) => (
              <tr key={person.id}>
                <th scope="row">
                  <Who person={person} />
                </th>
                <td>{words(`relation.${relation}`)}</td>
                <td>{typeof person.age === 'number' ? words('age', { count: person.age }) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Notice tone="warn">{t('noMembers')}</Notice>
      )}
    </Part>
  );
}
