import { useQuery } from '@apollo/client/react';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ButtonLink, Link, Notice, Stack } from '../../../ui/index.js';
import styles from '../applications.module.css';
import type { ShownApplication, ShownDecision } from '../page/use-application.js';
import { ChangesOfApplicant } from './change.queries.js';
import { changeOf, offersChange } from './change-view.js';
import { useChangeTexts } from './texts.js';

/** On a decided application: the way to tell of a change while its benefit runs, or, where somebody did, what came of it. */
export function ChangeOffer({ application, decision }: { application: ShownApplication; decision: ShownDecision }) {
  const t = useChangeTexts();
  const format = useFormat();
  const may = useMay();
  const monthly = decision.outcome === 'GRANT' && Boolean(decision.from);
  const { data } = useQuery(ChangesOfApplicant, { variables: { id: application.applicant.id }, skip: !monthly });
  if (!monthly || !data) return null;
  const change = changeOf(data.person?.applications?.nodes ?? [], decision.id);
  if (change) {
    const decided = change.state === 'DECIDED';
    return (
      <Notice tone={decided ? 'neutral' : 'warn'} title={decided ? t('made') : t('waits')}>
        <p>
          <Link href={`/applications/${change.id}`}>{t(decided ? 'madeLead' : 'waitsLead', { number: change.number })}</Link>
        </p>
        {change.effectiveFrom ? <p>{t('countsFrom', { day: format.day(change.effectiveFrom) })}</p> : null}
      </Notice>
    );
  }
  if (!offersChange(decision) || !may('change.declare').allowed) return null;
  return (
    <Stack gap="s">
      <ButtonLink href={`/applications/${application.id}/change`}>{t('declare')}</ButtonLink>
      <p className={styles.fine}>{t('declareLead')}</p>
    </Stack>
  );
}
