import { useState } from 'react';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { ActNotice, Badge, Button, type Column, Dialog, Facts, Notice, Table } from '../../ui/index.js';
import type { SentBack } from './answer-file.js';
import { useAnswerTexts, useCodeWords } from './answer-texts.js';
import type { Batch } from './Payments.js';
import styles from './payments.module.css';
import { PrepareBatch } from './payments.queries.js';
import { usePaymentTexts } from './texts.js';

/** How an answer of the bank was taken, as the graph counted it. */
export interface Outcome {
  paid: number;
  rejected: number;
  takenBefore: boolean;
  /** Whether the bank has not answered for all of the batch yet. */
  waits: boolean;
  /** What the file itself says of those that came back. */
  sentBack: readonly SentBack[];
}

/** What came of an answer of the bank: how many were paid, what came back and why, and the next batch for what is due again. */
export function Answered({
  batch,
  outcome: { paid, rejected, takenBefore, waits, sentBack },
  onClose,
  onPrepared,
}: {
  batch: Batch;
  outcome: Outcome;
  onClose(): void;
  onPrepared(number: string): void;
}) {
  const t = useAnswerTexts();
  const format = useFormat();
  const may = useMay();
  const payments = usePaymentTexts();
  const preparing = useAct(PrepareBatch);
  const [nothing, setNothing] = useState(false);
  const prepare = async () => {
    if (preparing.busy) return;
    const ending = await preparing.act({ month: batch.month });
    const number = ending.data?.preparePaymentBatch?.batch?.number;
    if (ending.done && number) onPrepared(number);
    else if (ending.done) setNothing(true);
  };
  const codeWords = useCodeWords();
  const columns: readonly Column<SentBack>[] = [
    {
      id: 'payee',
      header: t('payee'),
      cell: ({ payee, reference }) => (
        <>
          <div>{payee ?? <span className={styles.note}>{t('unnamed')}</span>}</div>
          <div className={styles.reference}>{reference}</div>
        </>
      ),
    },
    { id: 'amount', header: t('amount'), cell: ({ amount }) => (amount ? format.euro(amount) : '–'), figures: true },
    {
      id: 'why',
      header: t('why'),
      cell: ({ code, text }) => {
        const said = [codeWords(code), text && t('saidSo', { text })].filter(Boolean).join('; ');
        return (
          <>
            {code ? <Badge tone="bad">{code}</Badge> : null} {said || (code ? null : t('noReason'))}
          </>
        );
      },
    },
  ];
  return (
    <Dialog
      title={t('done', { number: batch.number })}
      open
      wide
      onClose={onClose}
      foot={
        <>
          {rejected > 0 && !takenBefore && may('payment.prepare').allowed ? (
            <Button onPress={() => void prepare()}>{t('again', { month: format.month(batch.month) })}</Button>
          ) : null}
          <Button look="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {takenBefore ? <Notice title={t('before')}>{t('beforeLead')}</Notice> : null}
      <Facts
        facts={[
          [t('paid'), format.number(paid, 0)],
          [
            t('rejected'),
            rejected ? (
              <Badge key="rejected" tone="bad">
                {format.number(rejected, 0)}
              </Badge>
            ) : (
              format.number(rejected, 0)
            ),
          ],
          [t('state'), t(waits ? 'waits' : 'settled')],
        ]}
      />
      {rejected > 0 && !takenBefore ? (
        <Notice tone="warn" title={t('todo')}>
          {t('todoLead')}
        </Notice>
      ) : null}
      {rejected > 0 && sentBack.length ? (
        <div className={styles.ledger}>
          <h3>{t('sentBack')}</h3>
          <Table label={t('sentBack')} columns={columns} rows={sentBack} id={({ reference }) => reference} />
        </div>
      ) : null}
      {nothing ? <Notice>{payments('nothingDue', { month: format.month(batch.month) })}</Notice> : null}
      <ActNotice act={preparing} />
    </Dialog>
  );
}
