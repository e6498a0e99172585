import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, type Column, Failure, Notice, Table, type Tone } from '../../ui/index.js';
import { useCodeWords } from './answer-texts.js';
import { useDecisionPaymentTexts } from './decision-texts.js';
import styles from './payments.module.css';

const paymentsQuery = graphql(`
  query DecisionPayments($id: ID!) {
    decision(id: $id) {
      id
      payments {
        id
        month
        amount
        deducted
        payable
        state
        paidOn
        rejectedReason
        rejectedCode
        batch {
          id
          number
        }
      }
    }
  }
`);

type Payment = NonNullable<ResultOf<typeof paymentsQuery>['decision']>['payments'][number];

const tones: Readonly<Record<Payment['state'], Tone>> = {
  DUE: 'warn',
  BATCHED: 'info',
  PAID: 'good',
  CANCELLED: 'neutral',
  RECOVERED: 'neutral',
};

/** What is paid on a decision, month by month; what the bank sent back stands above it with the reason. Nothing where nothing is paid on it. */
export function DecisionPayments({ decisionId }: { decisionId: string }) {
  const t = useDecisionPaymentTexts();
  const format = useFormat();
  const may = useMay();
  const codeWords = useCodeWords();
  const { data, error, loading, refetch } = useQuery(paymentsQuery, { variables: { id: decisionId }, skip: !may('payment.read').allowed });
  const payments = data?.decision?.payments ?? [];
  if (error && !data?.decision?.payments && !loading) return <Failure faults={faultsOf(error)} onAgain={() => void refetch()} />;
  if (!payments.length) return null;
  const sentBack = payments.filter(({ state, rejectedReason }) => rejectedReason && (state === 'DUE' || state === 'BATCHED'));
  const columns: readonly Column<Payment>[] = [
    { id: 'month', header: t('month'), cell: ({ month }) => <span className={styles.nowrap}>{format.month(month)}</span> },
    {
      id: 'payable',
      header: t('payable'),
      figures: true,
      cell: ({ payable, deducted }) => (
        <>
          <div>{format.euro(payable)}</div>
          {deducted === '0.00' ? null : <div className={styles.note}>{t('deducted', { amount: format.euro(deducted) })}</div>}
        </>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, paidOn, batch }) => (
        <>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>{' '}
          <span className={styles.note}>{[paidOn && format.dayShort(paidOn), batch?.number].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
  ];
  return (
    <>
      {sentBack.length ? (
        <Notice tone="warn" title={t('sentBack')}>
          {sentBack.map(({ id, month, payable, state, batch, rejectedCode, rejectedReason }) => (
            <p key={id}>
              {t(state === 'DUE' ? 'sentBack.DUE' : batch ? 'sentBack.BATCHED' : 'sentBack.unnamed', {
                number: batch?.number ?? '',
                month: format.month(month),
                amount: format.euro(payable),
                reason: [rejectedCode, codeWords(rejectedCode) ?? rejectedReason].filter(Boolean).join(', '),
              })}
            </p>
          ))}
        </Notice>
      ) : null}
      <details>
        <summary>{t('title', { count: payments.length })}</summary>
        <Table label={t('label')} columns={columns} rows={payments} id={({ id }) => id} />
      </details>
    </>
  );
}
