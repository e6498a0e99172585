import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { HouseholdStatus } from '../../gql/staff/graphql.js';
import { useAct } from '../../graph/use-act.js';
import { Checkbox, Columns, DateField, Failure, Notice, Skeleton, TextField, useHoles, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { today } from '../spoken.js';
import { ProlongationPreview, ProlongStatuses } from './prolongations.queries.js';
import { scopeOf } from './scope.js';
import { Touched } from './Touched.js';
import { useProlongationTexts } from './texts.js';

const fields = ['legalBasis', 'endingFrom', 'endingUntil', 'until', 'statuses'];
const known: readonly HouseholdStatus[] = ['NEEDY', 'LOW_INCOME'];

/** Prolongs statuses by a legal act; whom it would touch stands there before it is sent. */
export function ProlongForm(form: ActFormProps) {
  const t = useProlongationTexts();
  const need = useRequired();
  // Chosen when the form is opened: sent twice nothing is done twice.
  const [key] = useState(() => crypto.randomUUID());
  const [legalBasis, setLegalBasis] = useState('');
  const [endingFrom, setEndingFrom] = useState<string | null>(today());
  const [endingUntil, setEndingUntil] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [statuses, setStatuses] = useState<readonly HouseholdStatus[]>(known);
  const [withBenefits, setWithBenefits] = useState(false);
  const prolonging = useAct(ProlongStatuses, fields);
  const scope = scopeOf({ endingFrom, endingUntil, until, statuses, withBenefits });
  const preview = useQuery(ProlongationPreview, { variables: { scope: scope as NonNullable<typeof scope> }, skip: !scope });
  const holes = useHoles(preview.error);
  const found = scope ? preview.data?.prolongationPreview : null;
  return (
    <ActDialog
      {...form}
      wide
      title={t('formTitle')}
      submit={withBenefits ? t('saveWaits') : t('save')}
      act={prolonging}
      send={async () =>
        need.check(legalBasis, endingFrom, endingUntil, until) && scope
          ? prolonging.act({ input: { ...scope, key, legalBasis: legalBasis.trim() } })
          : null
      }
      told={({ prolongStatuses: made }) => t('saved', { number: made?.prolongation?.number ?? '' })}
    >
      <TextField
        label={t('legalBasis')}
        hint={t('legalBasisHint')}
        value={legalBasis}
        onChange={setLegalBasis}
        required
        maxLength={500}
        problem={need.problem(legalBasis, prolonging.problem('legalBasis'))}
      />
      <Columns least="14rem">
        <DateField
          label={t('endingFrom')}
          value={endingFrom}
          onChange={setEndingFrom}
          required
          problem={need.problem(endingFrom, prolonging.problem('endingFrom'))}
        />
        <DateField
          label={t('endingUntil')}
          value={endingUntil}
          onChange={setEndingUntil}
          required
          problem={need.problem(endingUntil, prolonging.problem('endingUntil'))}
        />
        <DateField
          label={t('until')}
          hint={t('untilHint')}
          value={until}
          onChange={setUntil}
          required
          problem={need.problem(until, prolonging.problem('until'))}
        />
      </Columns>
      <fieldset className={styles.area}>
        <legend>{t('statuses')}</legend>
        <div className={styles.criteria}>
          {known.map((status) => (
            <Checkbox
              key={status}
              value={statuses.includes(status)}
              onChange={(on) => setStatuses(known.filter((one) => (one === status ? on : statuses.includes(one))))}
            >
              {t(`status.${status}`)}
            </Checkbox>
          ))}
        </div>
        {statuses.length ? null : <p className={styles.late}>{t('statusesNone')}</p>}
      </fieldset>
      <Checkbox value={withBenefits} onChange={setWithBenefits}>
        {t('withBenefits')}
      </Checkbox>
      {withBenefits ? <p className={styles.fine}>{t('withBenefitsNote')}</p> : null}
      <div aria-live="polite">
        {!scope ? (
          <p className={styles.fine}>{t('previewWaits')}</p>
        ) : found ? (
          found.totalCount ? (
            <>
              <p>
                <strong>{t('preview', { count: found.totalCount })}</strong>
              </p>
              <Touched decisions={found.nodes} />
              {found.totalCount > found.nodes.length ? (
                <p className={styles.fine}>{t('andMore', { count: found.totalCount - found.nodes.length })}</p>
              ) : null}
            </>
          ) : (
            <Notice tone="warn">{t('previewNobody')}</Notice>
          )
        ) : preview.loading ? (
          <Skeleton lines={4} height="8rem" />
        ) : (
          <Failure faults={holes.all} />
        )}
      </div>
    </ActDialog>
  );
}
