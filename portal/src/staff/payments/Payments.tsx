import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DocumentType } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import {
  Badge,
  Button,
  type Column,
  classes,
  Empty,
  Page,
  Part,
  Row,
  Section,
  Skeleton,
  Table,
  Tabs,
  type Tone,
  useHoles,
} from '../../ui/index.js';
import { ApproveBatchButton } from './ApproveBatch.js';
import { useAnswerTexts } from './answer-texts.js';
import { ExportBatchButton } from './ExportBatch.js';
import { Prepare } from './Prepare.js';
import styles from './payments.module.css';
import { Batches } from './payments.queries.js';
import { Recoveries } from './Recoveries.js';
import { useRecoveryTexts } from './recovery-texts.js';
import { usePaymentTexts } from './texts.js';

const ReadAnswerDialog = lazy(() => import('./ReadAnswer.js').then(({ ReadAnswerDialog: dialog }) => ({ default: dialog })));

/** A batch as the list shows it. */
export type Batch = NonNullable<DocumentType<typeof Batches>['paymentBatches']>['nodes'][number];

const tones: Readonly<Record<Batch['state'], Tone>> = { PREPARED: 'warn', APPROVED: 'info', EXPORTED: 'info', RECONCILED: 'good' };

/** Payments: batches on their way to the bank and back, and overpayments that are got back. */
export function Payments() {
  const t = usePaymentTexts();
  const recovery = useRecoveryTexts();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const part = search.get('part') === 'recoveries' && may('recovery.read').allowed ? 'recoveries' : 'batches';
  const { refetch } = useQuery(Batches, { skip: part !== 'batches' });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={part === 'batches' && may('payment.prepare').allowed ? <Prepare onDone={refetch} /> : undefined}
    >
      {may('recovery.read').allowed ? (
        <Tabs
          label={t('parts')}
          value={part}
          onChange={(id) => setSearch(id === 'batches' ? {} : { part: id }, { replace: true })}
          tabs={[
            { id: 'batches', label: t('batches'), content: part === 'batches' ? <BatchList /> : null },
            { id: 'recoveries', label: recovery('title'), content: part === 'recoveries' ? <Recoveries /> : null },
          ]}
        />
      ) : (
        <BatchList />
      )}
    </Page>
  );
}

/** Batches of payments with the next step of each: approve, save the file for the bank, read in its answer. */
function BatchList() {
  const t = usePaymentTexts();
  const answer = useAnswerTexts();
  const format = useFormat();
  const may = useMay();
  const { data, loading, error, refetch, fetchMore } = useQuery(Batches);
  const [answering, setAnswering] = useState<Batch | null>(null);
  const holes = useHoles(error);
  const page = data?.paymentBatches;
  const approves = may('payment.approve').allowed;
  const exports = may('payment.export').allowed;
  const reconciles = may('payment.reconcile').allowed;
  const columns: readonly Column<Batch>[] = [
    {
      id: 'number',
      header: t('column.number'),
      cell: ({ number, month }) => (
        <>
          <div className={styles.nowrap}>{number}</div>
          <div className={classes(styles.note, styles.nowrap)}>{format.month(month)}</div>
        </>
      ),
    },
    { id: 'count', header: t('column.count'), cell: ({ count }) => format.number(count, 0), figures: true, width: '6rem' },
    {
      id: 'total',
      header: t('column.total'),
      cell: ({ total, deducted }) => (
        <>
          <div>{format.euro(total)}</div>
          {deducted === '0.00' ? null : <div className={styles.note}>{t('deducted', { amount: format.euro(deducted) })}</div>}
        </>
      ),
      figures: true,
    },
    {
      id: 'people',
      header: t('column.people'),
      cell: ({ preparedBy, approvedBy }) =>
        [preparedBy.name, approvedBy?.name].filter(Boolean).map((name) => (
          <div key={name} className={styles.nowrap}>
            {name}
          </div>
        )),
    },
    { id: 'state', header: t('column.state'), cell: ({ state }) => <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge> },
    ...((approves || exports || reconciles) && page?.nodes.some(({ state }) => state !== 'RECONCILED')
      ? [
          {
            id: 'next',
            header: t('column.next'),
            width: '16rem',
            cell: (batch: Batch) =>
              batch.state === 'PREPARED' && approves ? (
                <ApproveBatchButton batch={batch} onDone={refetch} />
              ) : batch.state === 'APPROVED' || batch.state === 'EXPORTED' ? (
                <Row>
                  {exports ? <ExportBatchButton batch={batch} onDone={refetch} /> : null}
                  {reconciles && batch.state === 'EXPORTED' ? (
                    <Button small onPress={() => setAnswering(batch)} aria-label={`${answer('open')}: ${batch.number}`}>
                      {answer('open')}
                    </Button>
                  ) : null}
                </Row>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <>
      <Part holes={holes} at="paymentBatches" onAgain={() => void refetch()}>
        <Section title={t('batches')} count={page?.totalCount} flush>
          {loading && !data ? (
            <div className={styles.wait}>
              <Skeleton lines={10} height="26rem" />
            </div>
          ) : (
            <Table
              label={t('batches')}
              columns={columns}
              rows={page?.nodes ?? []}
              id={({ id }) => id}
              onMore={page?.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) : undefined}
              loadingMore={loading}
              empty={<Empty title={t('empty')}>{t('emptyLead')}</Empty>}
            />
          )}
        </Section>
      </Part>
      {answering ? (
        <Suspense fallback={null}>
          {/* As it is now, not as it was when it was opened: after somebody else's change the version is another. */}
          <ReadAnswerDialog
            batch={page?.nodes.find(({ id }) => id === answering.id) ?? answering}
            onClose={() => setAnswering(null)}
            onDone={refetch}
          />
        </Suspense>
      ) : null}
    </>
  );
}
