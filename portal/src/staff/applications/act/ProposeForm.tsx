import { type FormEvent, useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { ActNotice, Button, DateField, NumberField, Radios, Stack, StaleVersions, TextField, toast } from '../../../ui/index.js';
import styles from '../applications.module.css';
import type { ApplicationView } from '../page/use-application.js';
import { useWords } from '../texts.js';
import { ProposeDecision } from './act.queries.js';
import { useActTexts } from './texts.js';

const fields = ['outcome', 'from', 'months', 'reasons', 'differencesExplained'];

/** Proposes a decision. The form says what is wanted; whether and how much is granted, the graph says. */
export function ProposeForm({ view }: { view: ApplicationView & { application: NonNullable<ApplicationView['application']> } }) {
  const t = useActTexts();
  const words = useWords();
  const format = useFormat();
  const { application, means, incomeDifferences, recordDifferences, refetch } = view;
  const [outcome, setOutcome] = useState<'GRANT' | 'REFUSE'>('GRANT');
  const [from, setFrom] = useState<string | null>(null);
  const [months, setMonths] = useState<number | null>(null);
  const [reasons, setReasons] = useState('');
  const [explanation, setExplanation] = useState('');
  // What was on the screen when it was sent and refused as stale: it is put beside what is there now.
  const [seen, setSeen] = useState<{ state: typeof application.state; means: typeof means } | null>(null);
  const proposing = useAct(ProposeDecision, fields);
  const differs = incomeDifferences.length + recordDifferences.length > 0;
  const grants = outcome === 'GRANT';
  const send = async () => {
    if (proposing.busy) return;
    const before = { state: application.state, means };
    const ending = await proposing.act({
      input: {
        applicationId: application.id,
        version: application.version,
        outcome,
        from: grants ? from : null,
        months: grants ? months : null,
        reasons: reasons.trim() || null,
        differencesExplained: grants && differs ? explanation.trim() || null : null,
      },
    });
    if (ending.done) {
      toast(t('proposed'));
      await refetch();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) {
      await refetch();
      setSeen(before);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const take = () => {
    setSeen(null);
    proposing.reset();
  };
  const meansText = (of: typeof means | undefined) => (of ? `${words(`status.${of.status}`)}, ${format.euro(of.income)}` : '–');
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p className={styles.fine}>{t('proposeLead')}</p>
        <Radios<'GRANT' | 'REFUSE'>
          label={t('outcome')}
          choices={[
            { id: 'GRANT', label: t('grant') },
            { id: 'REFUSE', label: t('refuse') },
          ]}
          value={outcome}
          onChange={setOutcome}
          problem={proposing.problem('outcome')}
        />
        {grants ? (
          <>
            <DateField label={t('from')} hint={t('fromHint')} value={from} onChange={setFrom} problem={proposing.problem('from')} />
            <NumberField
              label={t('months')}
              hint={t('monthsHint')}
              value={months}
              onChange={setMonths}
              least={1}
              most={12}
              problem={proposing.problem('months')}
            />
          </>
        ) : null}
        {grants && differs ? (
          <TextField
            label={t('explain')}
            hint={t('explainHint')}
            value={explanation}
            onChange={setExplanation}
            long
            required
            maxLength={2000}
            problem={proposing.problem('differencesExplained')}
          />
        ) : null}
        <TextField
          label={t('reasons')}
          hint={grants ? t('reasonsHint') : t('reasonsRefuseHint')}
          value={reasons}
          onChange={setReasons}
          long
          required={!grants}
          maxLength={4000}
          problem={proposing.problem('reasons')}
        />
        <ActNotice act={proposing} />
        <Button look="primary" type="submit">
          {t('propose')}
        </Button>
      </Stack>
      <StaleVersions
        open={seen !== null}
        lines={[
          {
            name: t('staleState'),
            now: words(`state.${application.state}`),
            mine: t('staleMineUnseen', { what: words(`state.${seen?.state ?? application.state}`) }),
            differs: application.state !== seen?.state,
          },
          {
            name: t('staleMeans'),
            now: meansText(means),
            mine: t('staleMineUnseen', { what: meansText(seen?.means) }),
            differs: meansText(means) !== meansText(seen?.means),
          },
        ]}
        onKeep={() => {
          take();
          void send();
        }}
        onTake={take}
        onClose={take}
      />
    </form>
  );
}
