import { useState } from 'react';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Dialog, Notice, toast } from '../../ui/index.js';
import type { Batch } from './Payments.js';
import { ApproveBatch } from './payments.queries.js';
import { usePaymentTexts } from './texts.js';

/** Approves a batch after a look at its sum. Whoever prepared it is told by the graph that another person does. */
export function ApproveBatchButton({
  batch: { id, version, number, month, count, total },
  onDone,
}: {
  batch: Batch;
  onDone(): Promise<unknown>;
}) {
  const t = usePaymentTexts();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const approving = useAct(ApproveBatch);
  const close = () => {
    setOpen(false);
    approving.reset();
  };
  const send = async () => {
    if (approving.busy) return;
    const ending = await approving.act({ id, version });
    if (ending.done) {
      close();
      toast(t('approved', { number }));
      await onDone();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button small onPress={() => setOpen(true)} aria-label={`${t('approve')}: ${number}`}>
        {t('approve')}
      </Button>
      <Dialog
        title={t('approveTitle', { number })}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" autoFocus>
              {t('approve')}
            </Button>
          </>
        }
      >
        <p>{t('approveLead', { month: format.month(month), count: t('payments', { count }), total: format.euro(total) })}</p>
        {approving.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={approving} />
      </Dialog>
    </>
  );
}
