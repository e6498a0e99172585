import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { DateField } from '../../../ui/index.js';
import { ActDialog, type ActFormProps, FormButton } from '../../act-dialog.js';
import { today } from '../../spoken.js';
import { NotifyDecision } from './act.queries.js';
import { useActTexts } from './texts.js';

const fields = ['on'];

/** Records the day on which an approved decision was notified: the month for a challenge begins. */
export function Notify({ decisionId, onDone }: { decisionId: string; onDone(): Promise<unknown> }) {
  const t = useActTexts();
  if (!useMay()('decision.notify').allowed) return null;
  return (
    <FormButton words={t('notify')} small={false}>
      {(close) => <NotifyForm decisionId={decisionId} onClose={close} onDone={onDone} />}
    </FormButton>
  );
}

function NotifyForm({ decisionId, ...form }: ActFormProps & { decisionId: string }) {
  const t = useActTexts();
  const [on, setOn] = useState<string | null>(today());
  const notifying = useAct(NotifyDecision, fields);
  return (
    <ActDialog
      {...form}
      title={t('notifyTitle')}
      submit={t('notify')}
      act={notifying}
      ready={on !== null}
      send={async () => (on ? notifying.act({ id: decisionId, on }) : null)}
      told={t('notified')}
    >
      <p>{t('notifyLead')}</p>
      <DateField label={t('notifyOn')} value={on} onChange={setOn} required latest={today()} problem={notifying.problem('on')} />
    </ActDialog>
  );
}
