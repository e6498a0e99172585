import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Notice, toast } from '../../ui/index.js';
import type { EmployeeData } from './employee.js';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';

const leaveMutation = graphql(`
  mutation LeaveEmployee($input: LeaveInput!) {
    leave(input: $input) {
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

const leaveFields = ['on'] as const;

/** Records the first day on which an employee does not work here any more. */
export function LeaveDialog({
  employee,
  onClose,
  onDone,
}: {
  employee: Pick<EmployeeData, 'id'> & Partial<Pick<EmployeeData, 'name' | 'responsibilities'>>;
  onClose(): void;
  onDone(): void;
}) {
  const t = usePeopleTexts();
  const leave = useAct(leaveMutation, leaveFields);
  const [on, setOn] = useState<string | null>(null);
  const send = async () => {
    const ending = await leave.act({ input: { employeeId: employee.id, on: on ?? today() } });
    if (!ending.done) return;
    toast(t('left'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('leaveTitle', { name: employee.name ?? '' })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="danger" type="submit" isDisabled={leave.busy || !on}>
            {t('leave')}
          </Button>
        </>
      }
    >
      {employee.responsibilities?.length ? <Notice tone="warn">{t('leaveWarning')}</Notice> : null}
      <DateField label={t('leaveOn')} value={on} onChange={setOn} required problem={leave.problem('on')} />
      <ActNotice act={leave} />
    </Dialog>
  );
}
