import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Boundary, ButtonLink, Empty, Failure, KeyHint, Link, Notice, Page, Skeleton, Stack, useHoles } from '../../../ui/index.js';
import { ActPanel } from '../act/ActPanel.js';
import styles from '../applications.module.css';
import { CheckSection } from '../check/CheckSection.js';
import { StateBadge } from '../queue/queue-columns.js';
import { neighbours } from '../queue/queue-view.js';
import { rememberedQueue } from '../queue/remembered.js';
import { isTyping } from '../queue/use-row-keys.js';
import { useWords } from '../texts.js';
import { CalculationSection } from './CalculationSection.js';
import { DecisionsSection, EarlierSection } from './DecisionsSection.js';
import { DocumentsSection } from './DocumentsSection.js';
import { LetterSection } from './Letter.js';
import { MeansSection } from './MeansSection.js';
import { NamesProvider } from './names.js';
import { RegistersSection } from './RegistersSection.js';
import { usePageTexts } from './texts.js';
import { useApplication } from './use-application.js';
import { WhoSection } from './WhoSection.js';

/** Goes to the neighbours in the queue by j and k, and back to it by u: the whole queue without a mouse. */
function useQueueKeys({ previous, next }: { previous: string | null; next: string | null }, back: string) {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const to = { j: next && `/applications/${next}`, k: previous && `/applications/${previous}`, u: back }[event.key];
      if (!to) return;
      event.preventDefault();
      navigate(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, previous, next, back]);
}

/** One application: what it rests on, what it comes to, and what is to be done with it. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const t = usePageTexts();
  const words = useWords();
  const view = useApplication(id);
  const holes = useHoles(view.error);
  const [queue] = useState(rememberedQueue);
  const around = neighbours(queue.order, id);
  const back = around.at >= 0 ? withRow(queue.address, id) : '/applications';
  useQueueKeys(around, back);
  const { application, means, decisions, seesMeans } = view;
  const decision = decisions.at(-1);
  if (!application) {
    return (
      <Page title={words('title')} kicker={<Link href={back}>{t('back')}</Link>}>
        {view.loading ? (
          <Skeleton lines={14} height="40rem" />
        ) : holes.all.length ? (
          <Failure faults={holes.all} onAgain={view.again} />
        ) : (
          <Empty title={t('notFound')} action={<ButtonLink href="/applications">{t('back')}</ButtonLink>}>
            {t('notFoundLead')}
          </Empty>
        )}
      </Page>
    );
  }
  const shown = { ...view, application };
  const waits = application.state === 'PROPOSED' && decision;
  return (
    <NamesProvider
      key={id}
      householdId={application.household?.id ?? ''}
      applicantId={application.applicant.id}
      on={application.submittedOn}
    >
      <Page
        title={application.benefitType.label}
        kicker={
          <>
            <Link href={back}>{t('back')}</Link> · {application.number}
          </>
        }
        lead={<StateBadge application={{ state: application.state, decisions, changes: application.changes }} />}
        actions={around.at >= 0 ? <Around around={around} total={queue.order.length} /> : undefined}
      >
        <div className={styles.sheet}>
          <aside className={styles.side}>
            <ActPanel key={id} view={shown} next={around.next} />
          </aside>
          <div className={styles.main}>
            <Stack>
              {waits && seesMeans ? (
                <Boundary>
                  <CheckSection view={shown} decision={waits} />
                </Boundary>
              ) : null}
              <WhoSection application={application} />
              {seesMeans ? (
                <>
                  <MeansSection view={shown} />
                  {means ? <CalculationSection means={means} view={view} /> : null}
                  {application.benefitType.meansTested ? <RegistersSection view={shown} /> : null}
                  <DocumentsSection view={shown} />
                </>
              ) : (
                <Notice tone="neutral">{t('noMeansRight')}</Notice>
              )}
              <DecisionsSection decisions={decisions} />
              {seesMeans && decision && decision.state !== 'RETURNED' ? <LetterSection key={decision.id} decision={decision} /> : null}
              <EarlierSection application={application} />
            </Stack>
          </div>
        </div>
      </Page>
    </NamesProvider>
  );
}

/** The address of the queue with the row at which one is now. */
function withRow(address: string, id: string): string {
  const [path = '/applications', query = ''] = address.split('?');
  const params = new URLSearchParams(query);
  params.set('at', id);
  return `${path}?${params}`;
}

function Around({ around: { previous, next, at }, total }: { around: ReturnType<typeof neighbours>; total: number }) {
  const t = usePageTexts();
  return (
    <>
      <span className={styles.fine}>{t('ofQueue', { at: at + 1, total })}</span>
      {previous ? (
        <ButtonLink small href={`/applications/${previous}`} icon={<ChevronLeft size={15} aria-hidden="true" />}>
          {t('previous')} <KeyHint keys="K" />
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink small href={`/applications/${next}`} icon={<ChevronRight size={15} aria-hidden="true" />}>
          {t('next')} <KeyHint keys="J" />
        </ButtonLink>
      ) : null}
    </>
  );
}
