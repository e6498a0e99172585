import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import { NotifyDecision } from './act.queries.js';
import { useActTexts } from './texts.js';

const fields = ['on'];

/** Records the day on which an approved decision was notified: the month for a challenge begins. */
export function Notify({ decisionId, onDone }: { decisionId: string; onDone(): Promise<unknown> }) {
  const t = useActTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const notifying = useAct(NotifyDecision, fields);
  if (!may('decision.notify').allowed) return null;
  const close = () => {
    setOpen(false);
    notifying.reset();
  };
  const send = async () => {
    if (!on || notifying.busy) return;
    const { done } = await notifying.act({ id: decisionId, on });
    if (!done) return;
    close();
    toast(t('notified'));
    await onDone();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('notify')}</Button>
      <Dialog
        title={t('notifyTitle')}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!on}>
              {t('notify')}
            </Button>
          </>
        }
      >
        <p>{t('notifyLead')}</p>
        <DateField label={t('notifyOn')} value={on} onChange={setOn} required latest={today()} problem={notifying.problem('on')} />
        <ActNotice act={notifying} />
      </Dialog>
    </>
  );
}
