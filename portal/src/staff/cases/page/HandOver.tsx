import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, ComboBox, DateField, Dialog, Notice, TextField, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import { useColleagues } from '../colleagues.js';
import { useCaseTexts } from '../texts.js';
import { HandOverCase } from './case.mutations.js';
import type { ShownCase } from './use-case.js';

const fields = ['responsibleId', 'on', 'reason'];

/** Hands a case over to a colleague from a day on, with the reason that stays on record. */
export function HandOver({ socialCase: { id, version, number }, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today());
  const [reason, setReason] = useState('');
  const colleagues = useColleagues(open);
  const handing = useAct(HandOverCase, fields);
  if (!may('case.handOver').allowed) return null;
  const close = () => {
    setOpen(false);
    handing.reset();
  };
  const send = async () => {
    if (handing.busy || !to || !on) return;
    const ending = await handing.act({ input: { caseId: id, version, responsibleId: to, on, reason: reason.trim() } });
    if (ending.done) {
      close();
      toast(t('handedOverDone'));
      await onDone();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('handOver')}</Button>
      <Dialog
        title={t('handOverTitle', { number })}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!to || !on || !reason.trim()}>
              {t('handOver')}
            </Button>
          </>
        }
      >
        <ComboBox
          label={t('handOverTo')}
          choices={colleagues}
          value={to}
          onChange={setTo}
          required
          problem={handing.problem('responsibleId')}
        />
        <DateField label={t('handOverOn')} value={on} onChange={setOn} required problem={handing.problem('on')} />
        <TextField
          label={t('handOverReason')}
          value={reason}
          onChange={setReason}
          long
          required
          maxLength={2000}
          problem={handing.problem('reason')}
        />
        {handing.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={handing} />
      </Dialog>
    </>
  );
}
