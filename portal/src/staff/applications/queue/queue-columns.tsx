import { useMemo } from 'react';
import { type Format, useFormat } from '../../../i18n/language.js';
import { Badge, type Column, classes, type Tone } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useWords, type Words } from '../texts.js';
import { isOverdue } from './queue-view.js';
import type { Row } from './use-queue.js';

const tones: Readonly<Record<Row['state'], Tone>> = {
  SUBMITTED: 'neutral',
  MEANS_DECLARED: 'info',
  PROPOSED: 'warn',
  DECIDED: 'good',
  WITHDRAWN: 'neutral',
};

/** How far an application has come; also that it came back, and that it is a change of a decision. */
export function StateBadge({
  application: { state, decisions, changes },
}: {
  application: Pick<Row, 'state'> & { decisions: readonly { state: string }[]; changes?: unknown };
}) {
  const t = useWords();
  const returned = state !== 'PROPOSED' && state !== 'DECIDED' && decisions.at(-1)?.state === 'RETURNED';
  return (
    <span className={styles.badges}>
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      {returned ? <Badge tone="bad">{t('returned')}</Badge> : null}
      {changes ? <Badge>{t('change')}</Badge> : null}
    </span>
  );
}

/** What a decision gives: a sum a month, a sum once, or a refusal. */
export function awardText(
  decision: { outcome: 'GRANT' | 'REFUSE'; monthlyAmount?: string | null; amount?: string | null; months?: number | null },
  t: Words,
  format: Format,
): string {
  if (decision.outcome === 'REFUSE') return t('outcome.REFUSE');
  if (decision.monthlyAmount) {
    const amount = format.euro(decision.monthlyAmount);
    return decision.months ? t('perMonthFor', { amount, months: decision.months }) : t('perMonth', { amount });
  }
  return decision.amount ? t('once', { amount: format.euro(decision.amount) }) : t('outcome.GRANT');
}

/** The columns of the queue. */
export function useQueueColumns(today: string): readonly Column<Row>[] {
  const t = useWords();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('column.number'),
        width: '9rem',
        cell: (row) => <span className={styles.nowrap}>{row.number}</span>,
      },
      {
        id: 'due',
        header: t('column.due'),
        width: '8.5rem',
        cell: (row) => {
          if (!row.dueOn) return <span className={styles.quiet}>{row.state === 'WITHDRAWN' ? '–' : t('noTerm')}</span>;
          const late = isOverdue(row, today) && row.state !== 'DECIDED' && row.state !== 'WITHDRAWN';
          const open = row.state !== 'DECIDED' && row.state !== 'WITHDRAWN';
          return (
            <span className={classes(styles.nowrap, late && styles.late)}>
              {format.dayShort(row.dueOn)}
              {open ? (
                <span className={styles.distance}>
                  {late ? t('overdue', { distance: format.distance(row.dueOn, today) }) : format.distance(row.dueOn, today)}
                </span>
              ) : null}
            </span>
          );
        },
      },
      { id: 'state', header: t('column.state'), cell: (row) => <StateBadge application={row} />, width: '10rem' },
      {
        id: 'benefit',
        header: t('column.benefit'),
        cell: (row) => (
          <>
            {row.benefitType.label}
            <span className={styles.distance}>{t('submittedOn', { day: format.dayShort(row.submittedOn) })}</span>
          </>
        ),
      },
      {
        id: 'applicant',
        header: t('column.applicant'),
        cell: (row) => <span className={styles.nowrap}>{row.applicant.reference}</span>,
        width: '6.5rem',
      },
      {
        id: 'proposal',
        header: t('column.proposal'),
        cell: (row) => {
          const decision = row.decisions.at(-1);
          if (!decision || decision.state === 'RETURNED') return null;
          return (
            <span className={styles.proposal}>
              {awardText({ ...decision, months: null }, t, format)}
              <span className={styles.distance}>
                {[decision.months && t('months', { months: decision.months }), decision.proposedBy.name].filter(Boolean).join(' · ')}
              </span>
            </span>
          );
        },
      },
    ],
    [t, format, today],
  );
}
