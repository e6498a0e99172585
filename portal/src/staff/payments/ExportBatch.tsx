import { useState } from 'react';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, DateField, Dialog, Notice, toast } from '../../ui/index.js';
import { saveText } from './file.js';
import type { Batch } from './Payments.js';
import { ExportBatch } from './payments.queries.js';
import { usePaymentTexts } from './texts.js';

const fields = ['payOn'];

/** Saves the order to the bank (pain.001) as a file, and says which payments it leaves out. */
export function ExportBatchButton({
  batch: { id, version, number, state, payOn: decided },
  onDone,
}: {
  batch: Batch;
  onDone(): Promise<unknown>;
}) {
  const t = usePaymentTexts();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [payOn, setPayOn] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState<readonly { id: string; payable: string }[]>([]);
  const exporting = useAct(ExportBatch, fields);
  const close = () => {
    setOpen(false);
    setLeftOut([]);
    exporting.reset();
  };
  const send = async () => {
    if (exporting.busy) return;
    const ending = await exporting.act({ id, version, payOn });
    const file = ending.done ? ending.data.exportPaymentBatch?.file : null;
    if (file) {
      const name = `${number}.xml`;
      saveText(name, file, 'application/xml');
      toast(t('exported', { name }));
      const without = ending.data?.exportPaymentBatch?.leftOut ?? [];
      if (without.length) setLeftOut(without);
      else close();
      await onDone();
    } else if (!ending.done && ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button small onPress={() => setOpen(true)} aria-label={`${t('export')}: ${number}`}>
        {t('export')}
      </Button>
      <Dialog
        title={t('exportTitle', { number })}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit">
              {t('download')}
            </Button>
          </>
        }
      >
        <p>{t('exportLead')}</p>
        {state === 'APPROVED' && !decided ? (
          <DateField label={t('payOn')} hint={t('payOnHint')} value={payOn} onChange={setPayOn} problem={exporting.problem('payOn')} />
        ) : null}
        {leftOut.length ? (
          <Notice tone="warn" title={t('leftOut')}>
            {t('leftOutLead', {
              count: t('payments', { count: leftOut.length }),
              list: leftOut.map(({ payable }) => format.euro(payable)).join('; '),
            })}
          </Notice>
        ) : null}
        {exporting.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={exporting} />
      </Dialog>
    </>
  );
}
