import { type FormEvent, useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Notice, Radios, Section, Stack, TextField, toast } from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { useServiceTexts } from '../texts.js';
import type { ShownRequest } from './RequestPage.js';
import { DecideService } from './request.queries.js';

const fields = ['outcome', 'from', 'until', 'reasons'];
const outcomes = ['GRANT', 'WAIT', 'REFUSE'] as const;
type Outcome = (typeof outcomes)[number];

/** A decision on a service: proposed by one person, confirmed by another. Who may do which half, the graph says. */
export function Decide({ request, onDone }: { request: ShownRequest; onDone(): Promise<unknown> }) {
  const t = useServiceTexts();
  const may = useMay();
  const proposed = request.state === 'PROPOSED';
  const [outcome, setOutcome] = useState<Outcome>(proposed ? (request.outcome ?? 'GRANT') : 'GRANT');
  const [from, setFrom] = useState<string | null>(request.from ?? null);
  const [until, setUntil] = useState<string | null>(request.until ?? null);
  const [reasons, setReasons] = useState('');
  const deciding = useAct(DecideService, fields);
  const refused = may('service.decide').reason;
  if (refused) return null;
  const grants = outcome === 'GRANT';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (deciding.busy) return;
    const ending = await deciding.act({
      input: {
        requestId: request.id,
        version: request.version,
        outcome,
        reasons: reasons.trim() || null,
        from: grants ? from : null,
        until: grants ? until : null,
      },
    });
    if (ending.done) toast(t('decidedToast'));
    if (ending.done || ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <Section title={t('decide')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <p className={styles.fine}>{t('decideLead')}</p>
          {proposed && request.outcome ? (
            <Notice tone="info">
              {t('proposal', { outcome: t(`outcome.${request.outcome}`), name: request.proposedBy?.name ?? '–' })}
            </Notice>
          ) : null}
          <Radios<Outcome>
            label={t('outcome')}
            choices={outcomes.map((id) => ({ id, label: t(`outcome.${id}`) }))}
            value={outcome}
            onChange={setOutcome}
            problem={deciding.problem('outcome')}
          />
          {grants ? (
            <>
              <DateField label={t('from')} value={from} onChange={setFrom} problem={deciding.problem('from')} />
              <DateField label={t('until')} value={until} onChange={setUntil} problem={deciding.problem('until')} />
            </>
          ) : null}
          <TextField
            label={t('reasons')}
            hint={outcome === 'REFUSE' ? t('reasonsHint') : undefined}
            required={outcome === 'REFUSE'}
            value={reasons}
            onChange={setReasons}
            long
            maxLength={4000}
            problem={deciding.problem('reasons')}
          />
          {deciding.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
          <ActNotice act={deciding} />
          <Button look="primary" type="submit">
            {proposed ? t('confirm') : t('propose')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
