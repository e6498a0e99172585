import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { DateField } from '../../../ui/index.js';
import { ActDialog, type ActFormProps, FormButton } from '../../act-dialog.js';
import { today } from '../../spoken.js';
import { WithdrawApplication } from './act.queries.js';
import { useActTexts } from './texts.js';

const fields = ['on'];

interface Withdrawn {
  id: string;
  version: number;
  number: string;
}

/** Withdraws an application that nobody has decided, by the client's wish. */
export function Withdraw({ application, onDone }: { application: Withdrawn; onDone(): Promise<unknown> }) {
  const t = useActTexts();
  if (!useMay()('application.withdraw').allowed) return null;
  return (
    <FormButton words={t('withdraw')} look="quiet">
      {(close) => <WithdrawForm application={application} onClose={close} onDone={onDone} />}
    </FormButton>
  );
}

function WithdrawForm({ application: { id, version, number }, ...form }: ActFormProps & { application: Withdrawn }) {
  const t = useActTexts();
  const [on, setOn] = useState<string | null>(today());
  const withdrawing = useAct(WithdrawApplication, fields);
  return (
    <ActDialog
      {...form}
      title={t('withdrawTitle', { number })}
      submit={t('withdrawDo')}
      look="danger"
      act={withdrawing}
      ready={on !== null}
      send={async () => (on ? withdrawing.act({ id, version, on }) : null)}
      told={t('withdrawn')}
    >
      <p>{t('withdrawLead')}</p>
      <DateField label={t('withdrawOn')} value={on} onChange={setOn} required latest={today()} problem={withdrawing.problem('on')} />
    </ActDialog>
  );
}
