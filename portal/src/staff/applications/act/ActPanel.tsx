import { ArrowRight } from 'lucide-react';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ButtonLink, Notice, Section, Stack } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../applications.module.css';
import { ChangeOffer } from '../change/ChangeOffer.js';
import { Verdict } from '../check/Verdict.js';
import { DecisionBadge } from '../page/DecisionsSection.js';
import { usePageTexts } from '../page/texts.js';
import type { ApplicationView } from '../page/use-application.js';
import { awardText } from '../queue/queue-columns.js';
import { isOverdue } from '../queue/queue-view.js';
import { useWords } from '../texts.js';
import { Challenge } from './Challenge.js';
import { Notify } from './Notify.js';
import { ProposeForm } from './ProposeForm.js';
import { useActTexts } from './texts.js';
import { Withdraw } from './Withdraw.js';

/** What can be done with an application now, beside everything that it rests on. */
export function ActPanel({
  view,
  next,
}: {
  view: ApplicationView & { application: NonNullable<ApplicationView['application']> };
  next: string | null;
}) {
  const t = useActTexts();
  const page = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const { application, decisions, means, refetch } = view;
  const { state, dueOn } = application;
  const decision = decisions.at(-1);
  const open = state === 'SUBMITTED' || state === 'MEANS_DECLARED';
  const tested = application.benefitType.meansTested && application.legalGround === 'STANDARD';
  const late = isOverdue(application, today());
  return (
    <Section title={open || state === 'PROPOSED' ? t('do') : words(`state.${state}`)}>
      <Stack>
        {open || state === 'PROPOSED' ? (
          <p className={late ? styles.late : styles.dueLine}>
            {dueOn ? page(late ? 'dueLate' : 'due', { day: format.dayShort(dueOn) }) : page('noDue')}
            {dueOn ? <span className={styles.distance}>{format.distance(dueOn, today())}</span> : null}
          </p>
        ) : null}
        {open && decision?.state === 'RETURNED' && decision.returnReason ? (
          <Notice tone="warn" title={words('returned')}>
            {decision.returnReason}
          </Notice>
        ) : null}
        {open ? (
          !may('decision.propose').allowed ? (
            <p className={styles.fine}>{t('noRight')}</p>
          ) : tested && !means ? (
            <Stack gap="s">
              <p>{t('waitMeans')}</p>
              <ButtonLink look="primary" href={`/applications/${application.id}/means`}>
                {page('declare')}
              </ButtonLink>
            </Stack>
          ) : (
            <ProposeForm view={view} />
          )
        ) : null}
        {state === 'PROPOSED' && decision ? <Verdict decision={decision} onDone={refetch} /> : null}
        {state === 'DECIDED' && decision ? (
          <>
            <div>
              <p className={styles.award}>{awardText(decision, words, format)}</p>
              <DecisionBadge state={decision.state} />
            </div>
            {decision.state === 'APPROVED' ? <Notify decisionId={decision.id} onDone={refetch} /> : null}
            <Challenge decision={decision} onDone={refetch} />
            <ChangeOffer application={application} decision={decision} />
          </>
        ) : null}
        {open || state === 'PROPOSED' ? (
          <Withdraw application={application} onDone={refetch} />
        ) : next ? (
          <ButtonLink href={`/applications/${next}`} icon={<ArrowRight size={16} aria-hidden="true" />}>
            {t('nextInQueue')}
          </ButtonLink>
        ) : null}
      </Stack>
    </Section>
  );
}
