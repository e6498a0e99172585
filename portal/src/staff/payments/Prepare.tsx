import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Dialog, Notice, Select, toast } from '../../ui/index.js';
import { today } from '../spoken.js';
import { monthsAround } from './file.js';
import { PrepareBatch } from './payments.queries.js';
import { usePaymentTexts } from './texts.js';

const fields = ['month'];

/** Prepares a batch of what is due of a month. */
export function Prepare({ onDone }: { onDone(): Promise<unknown> }) {
  const t = usePaymentTexts();
  const format = useFormat();
  const months = monthsAround(today());
  const [open, setOpen] = useState(false);
  const [month, setMonth] = useState<string>(months[1] ?? '');
  const [nothingOf, setNothingOf] = useState<string | null>(null);
  const preparing = useAct(PrepareBatch, fields);
  const close = () => {
    setOpen(false);
    setNothingOf(null);
    preparing.reset();
  };
  const send = async () => {
    if (preparing.busy) return;
    const ending = await preparing.act({ month });
    const batch = ending.data?.preparePaymentBatch?.batch;
    if (!ending.done) return;
    if (!batch) return setNothingOf(month);
    close();
    toast(t('prepared', { number: batch.number }));
    await onDone();
  };
  return (
    <>
      <Button look="primary" icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('prepare')}
      </Button>
      <Dialog
        title={t('prepareTitle')}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit">
              {t('prepare')}
            </Button>
          </>
        }
      >
        <p>{t('prepareLead')}</p>
        <Select
          label={t('month')}
          choices={months.map((id) => ({ id, label: format.month(id) }))}
          value={month}
          onChange={setMonth}
          problem={preparing.problem('month')}
        />
        {nothingOf === month ? <Notice>{t('nothingDue', { month: format.month(month) })}</Notice> : null}
        <ActNotice act={preparing} />
      </Dialog>
    </>
  );
}
