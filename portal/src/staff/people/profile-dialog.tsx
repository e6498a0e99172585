import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';

const recordMutation = graphql(`
  mutation RecordEmployeeProfile($input: RecordEmployeeProfileInput!) {
    recordEmployeeProfile(input: $input) {
      employee {
        id
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

const fields = ['birthDate', 'inFieldSince'] as const;

/** Records age and experience of an employee. Nobody is shown it again: the overview counts by it. */
export function ProfileDialog({
  employee,
  onClose,
  onDone,
}: {
  employee: { id: string; name?: string | null };
  onClose(): void;
  onDone(): void;
}) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const record = useAct(recordMutation, fields);
  const required = useRequired();
  const [birthDate, setBirthDate] = useState<string | null>(null);
  const [inFieldSince, setInFieldSince] = useState<string | null>(null);
  const send = async () => {
    if (record.busy || !required.check(birthDate) || !birthDate) return;
    const ending = await record.act({ input: { employeeId: employee.id, birthDate, ...(inFieldSince ? { inFieldSince } : {}) } });
    if (!ending.done) return;
    toast(t('profileRecorded'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('profileOf', { name: employee.name ?? '' })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button look="primary" type="submit">
            {words('save')}
          </Button>
        </>
      }
    >
      <p>{t('profileLead')}</p>
      <div className={styles.pair}>
        <DateField
          label={t('birthDate')}
          value={birthDate}
          onChange={setBirthDate}
          latest={today()}
          typedOnly
          required
          problem={required.problem(birthDate, record.problem('birthDate'))}
        />
        <DateField
          label={t('inFieldSince')}
          hint={t('inFieldSinceHint')}
          value={inFieldSince}
          onChange={setInFieldSince}
          latest={today()}
          typedOnly
          problem={record.problem('inFieldSince')}
        />
      </div>
      <ActNotice act={record} />
    </Dialog>
  );
}
