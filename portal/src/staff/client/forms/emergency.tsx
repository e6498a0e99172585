import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { NumberField, TextField, toast } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { breakGlass } from '../emergency-store.js';
import { Form, type FormProps } from './form.js';

const openMutation = graphql(`
  mutation OpenEmergencyAccess($input: OpenEmergencyAccessInput!) {
    openEmergencyAccess(input: $input) {
      emergencyAccess {
        id
        personId
        endsAt
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const fields = ['reason', 'hours', 'reference', 'personalCode'] as const;
const usualHours = 4;
const mostHours = 12;

/**
 * Opens one client's file for reading in an emergency: the client of the page, or, where nobody is on the page, whoever is named by reference or
 * code. An access that is open already is taken up again.
 */
export function EmergencyForm({
  personId,
  onClose,
  onOpened,
}: Pick<FormProps, 'onClose'> & { personId: string | null; onOpened?(personId: string): void }) {
  const t = useActTexts();
  const act = useAct(openMutation, fields);
  const [reference, setReference] = useState('');
  const [personalCode, setPersonalCode] = useState('');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState<number | null>(usualHours);
  const [unnamed, setUnnamed] = useState(false);
  const send = async () => {
    const named = Boolean(personId || reference.trim() || personalCode.trim());
    setUnnamed(!named);
    if (!named) return;
    const who = personId
      ? { personId }
      : reference.trim()
        ? { reference: reference.trim().toUpperCase() }
        : { personalCode: personalCode.trim() };
    const end = await act.act({ input: { ...who, reason, hours: hours ?? usualHours } });
    const opened = end.data?.openEmergencyAccess?.emergencyAccess;
    if (!opened) return;
    breakGlass(opened);
    toast(t('opened'), 'warn');
    onOpened?.(opened.personId);
    onClose();
  };
  return (
    <Form title={t('emergencyTitle')} act={act} send={t('openIt')} onSubmit={() => void send()} onClose={onClose}>
      <p>{t('emergencyLead')}</p>
      {personId ? null : (
        <div className={styles.fields}>
          <TextField
            label={t('byReference')}
            value={reference}
            onChange={setReference}
            placeholder="P-000123"
            problem={act.problem('reference') ?? (unnamed ? t('oneOfTwo') : null)}
          />
          <TextField label={t('byCode')} value={personalCode} onChange={setPersonalCode} problem={act.problem('personalCode')} />
        </div>
      )}
      <TextField
        label={t('reason')}
        required
        long
        value={reason}
        onChange={setReason}
        hint={t('reasonHint')}
        problem={act.problem('reason')}
      />
      <div className={styles.fields}>
        <NumberField
          label={t('hours')}
          value={hours}
          onChange={setHours}
          least={1}
          most={mostHours}
          hint={t('hoursHint')}
          problem={act.problem('hours')}
        />
      </div>
    </Form>
  );
}
