import { useFormat } from '../../i18n/language.js';
import { Badge, ButtonLink, type Column, Dialog, Facts, Row, Table } from '../../ui/index.js';
import styles from './payments.module.css';
import { type Recovery, recoveryTones } from './recovery.js';
import { useRecoveryTexts } from './recovery-texts.js';

/** One overpayment: for which months, what was kept back of which payment, and where its decision and the client are. */
export function RecoveryDialog({ recovery, onClose }: { recovery: Recovery; onClose(): void }) {
  const t = useRecoveryTexts();
  const format = useFormat();
  const { person, decision, months, deductions, state } = recovery;
  const monthColumns: readonly Column<Recovery['months'][number]>[] = [
    { id: 'month', header: t('month'), cell: ({ month }) => format.month(month) },
    { id: 'amount', header: t('amount'), cell: ({ amount }) => format.euro(amount), figures: true },
  ];
  const ledgerColumns: readonly Column<Recovery['deductions'][number]>[] = [
    { id: 'on', header: t('on'), cell: ({ deductedOn }) => format.dayShort(deductedOn) },
    {
      id: 'of',
      header: t('of'),
      cell: ({ payment }) =>
        payment ? [format.month(payment.month), payment.batch?.number].filter(Boolean).join(', ') : t('unknownBatch'),
    },
    { id: 'amount', header: t('kept'), cell: ({ amount }) => format.euro(amount), figures: true },
    {
      id: 'released',
      header: t('released'),
      cell: ({ releasedOn }) =>
        releasedOn ? <Badge tone="warn">{t('releasedOn', { day: format.dayShort(releasedOn) })}</Badge> : t('keptForGood'),
    },
  ];
  return (
    <Dialog title={t('details', { person: person.reference ?? '' })} open wide onClose={onClose}>
      <Facts
        facts={[
          [t('amount'), format.euro(recovery.amount)],
          [t('balance'), format.euro(recovery.balance)],
          [
            t('state'),
            <Badge key="state" tone={recoveryTones[state]}>
              {t(`state.${state}`)}
            </Badge>,
          ],
          [t('established'), format.dayShort(recovery.establishedOn)],
          [t('decision'), decision?.number],
          [t('application'), decision?.application.number],
        ]}
      />
      <div className={styles.ledger}>
        <h3>{t('months')}</h3>
        <Table label={t('months')} columns={monthColumns} rows={months} id={({ month }) => month} />
      </div>
      <div className={styles.ledger}>
        <h3>{t('ledger')}</h3>
        {deductions.length ? (
          <Table
            label={t('ledger')}
            columns={ledgerColumns}
            rows={deductions}
            id={({ payment, deductedOn, amount }) => `${payment?.id} ${deductedOn} ${amount}`}
          />
        ) : (
          <p>{t(state === 'OPEN' ? 'nothingKept' : 'nothingMore')}</p>
        )}
      </div>
      <Row>
        {decision ? (
          <ButtonLink href={`/applications/${decision.application.id}`} small>
            {t('toApplication')}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/clients/${person.id}`} small>
          {t('toClient')}
        </ButtonLink>
      </Row>
    </Dialog>
  );
}
