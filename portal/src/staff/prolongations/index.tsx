import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { dayBefore } from '../../format/format.js';
import type { DocumentType } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, Empty, Failure, Link, Notice, Page, Part, Row, Section, Skeleton, Stack, useHoles } from '../../ui/index.js';
import { ActDialog, type ActFormProps, FormButton } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { ProlongForm } from './ProlongForm.js';
import { ApproveProlongation, ProlongationsQuery, ProlongationTouched } from './prolongations.queries.js';
import { Touched } from './Touched.js';
import { useProlongationTexts } from './texts.js';

type Prolongation = NonNullable<DocumentType<typeof ProlongationsQuery>['prolongations']>['nodes'][number];

/** Prolongations of statuses and benefits for many at once: what was made, whom it touches, and what waits for a second person. */
export default function Prolongations() {
  const t = useProlongationTexts();
  const may = useMay();
  const refused = may('prolongation.read').reason;
  const { data, loading, error, refetch, fetchMore } = useQuery(ProlongationsQuery, { skip: Boolean(refused) });
  const holes = useHoles(error);
  const page = data?.prolongations;
  return (
    <Page
      title={t('title')}
      kicker={<Link href="/applications">{t('back')}</Link>}
      lead={t('lead')}
      actions={
        may('household.status.prolong').allowed ? (
          <FormButton words={t('new')} look="primary" small={false}>
            {(close) => <ProlongForm onClose={close} onDone={refetch} />}
          </FormButton>
        ) : undefined
      }
    >
      {refused ? (
        <Notice tone="neutral">{refused}</Notice>
      ) : (
        <Part holes={holes} at="prolongations" onAgain={() => void refetch()}>
          <Section title={t('list')} count={page?.totalCount}>
            {!page ? (
              loading ? (
                <Skeleton lines={8} height="18rem" />
              ) : null
            ) : page.nodes.length ? (
              <Stack>
                <ul className={styles.list}>
                  {page.nodes.map((one) => (
                    <li key={one.id}>
                      <One prolongation={one} onDone={refetch} />
                    </li>
                  ))}
                </ul>
                {page.pageInfo.hasNextPage ? (
                  <div>
                    <Button isDisabled={loading} onPress={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
                      {t('more')}
                    </Button>
                  </div>
                ) : null}
              </Stack>
            ) : (
              <Empty title={t('empty')}>{t('emptyLead')}</Empty>
            )}
          </Section>
        </Part>
      )}
    </Page>
  );
}

function One({ prolongation, onDone }: { prolongation: Prolongation; onDone(): unknown }) {
  const t = useProlongationTexts();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { number, state, endingFrom, endingUntil, until, approvedBy, approvedOn } = prolongation;
  return (
    <>
      <div className={styles.line}>
        <Row>
          <strong>{number}</strong>
          <Badge tone={state === 'DONE' ? 'good' : 'warn'}>{t(`state.${state}`)}</Badge>
          {prolongation.withBenefits ? <Badge tone="info">{t('alsoBenefits')}</Badge> : null}
        </Row>
        <span>{t('total', { count: prolongation.total })}</span>
      </div>
      <span>{prolongation.legalBasis}</span>
      <span>
        {t('what', {
          statuses: prolongation.statuses.map((status) => t(`status.${status}`)).join(', '),
          period: format.period(endingFrom, dayBefore(endingUntil)),
          until: format.dayShort(dayBefore(until)),
        })}
      </span>
      <span className={styles.fine}>
        {[
          t('by', { name: prolongation.proposedBy.name ?? '–', day: format.dayShort(prolongation.proposedOn) }),
          approvedBy && approvedOn && t('approvedBy', { name: approvedBy.name ?? '–', day: format.dayShort(approvedOn) }),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('touched')}</summary>
        {open ? <AllTouched id={prolongation.id} /> : null}
      </details>
      {state === 'PROPOSED' && may('prolongation.approve').allowed ? (
        <div className="no-print">
          <FormButton words={t('approve')}>{(close) => <Approve prolongation={prolongation} onClose={close} onDone={onDone} />}</FormButton>
        </div>
      ) : null}
    </>
  );
}

function AllTouched({ id }: { id: string }) {
  const t = useProlongationTexts();
  const { data, loading, error, refetch, fetchMore } = useQuery(ProlongationTouched, { variables: { id } });
  const holes = useHoles(error);
  const page = data?.prolongation?.touched;
  if (!page) {
    return loading ? <Skeleton lines={4} height="8rem" /> : <Failure faults={holes.all} onAgain={() => void refetch()} />;
  }
  return (
    <div className={styles.opened}>
      <Touched decisions={page.nodes} />
      {page.pageInfo.hasNextPage ? (
        <div>
          <Button small isDisabled={loading} onPress={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Approves by a second person; who made it the graph refuses. */
function Approve({ prolongation: { id, version, number, total }, ...form }: ActFormProps & { prolongation: Prolongation }) {
  const t = useProlongationTexts();
  const approving = useAct(ApproveProlongation);
  return (
    <ActDialog
      {...form}
      title={t('approveTitle', { number })}
      submit={t('approve')}
      act={approving}
      send={() => approving.act({ id, version })}
      told={t('approved')}
      leaves
    >
      <p>
        {t('approveLead')} {t('total', { count: total })}.
      </p>
    </ActDialog>
  );
}
