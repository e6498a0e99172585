import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, Notice, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import { useCheckTexts } from '../check/texts.js';
import { WithdrawApplication } from './act.queries.js';
import { useActTexts } from './texts.js';

const fields = ['on'];

/** Withdraws an application that nobody has decided, by the client's wish. */
export function Withdraw({
  application: { id, version, number },
  onDone,
}: {
  application: { id: string; version: number; number: string };
  onDone(): Promise<unknown>;
}) {
  const t = useActTexts();
  const check = useCheckTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const withdrawing = useAct(WithdrawApplication, fields);
  if (!may('application.withdraw').allowed) return null;
  const close = () => {
    setOpen(false);
    withdrawing.reset();
  };
  const send = async () => {
    if (!on || withdrawing.busy) return;
    const ending = await withdrawing.act({ id, version, on });
    if (ending.done) {
      close();
      toast(t('withdrawn'));
      await onDone();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button look="quiet" small onPress={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      <Dialog
        title={t('withdrawTitle', { number })}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="danger" type="submit" isDisabled={!on}>
              {t('withdrawDo')}
            </Button>
          </>
        }
      >
        <p>{t('withdrawLead')}</p>
        <DateField label={t('withdrawOn')} value={on} onChange={setOn} required latest={today()} problem={withdrawing.problem('on')} />
        {withdrawing.stale ? <Notice tone="warn">{check('stale')}</Notice> : null}
        <ActNotice act={withdrawing} />
      </Dialog>
    </>
  );
}
