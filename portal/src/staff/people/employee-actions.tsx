import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useMay } from '../../shell/may.js';
import { ActNotice, Button, Checkbox, DateField, Dialog, Notice, NumberField, toast } from '../../ui/index.js';
import type { EmployeeData } from './employee.js';
import { HoursDialog } from './hours-dialog.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';
import { UnitSelect } from './unit-select.js';

const assignMutation = graphql(`
  mutation AssignPost($input: AssignPostInput!) {
    assignPost(input: $input) {
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

/** What can be done with an employee: its action, and what the button says. */
const steps = {
  training: ['training.record', 'recordTraining'],
  supervision: ['supervision.record', 'recordSupervision'],
  assign: ['post.assign', 'assign'],
  leave: ['employee.leave', 'leave'],
} as const;

/** A button for one thing that whoever is in charge of personnel does with an employee; nothing for who may not. */
export function EmployeeAction({ step, employee, onDone }: { step: keyof typeof steps; employee: EmployeeData; onDone(): void }) {
  const t = usePeopleTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [action, label] = steps[step];
  const close = () => setOpen(false);
  if (!may(action).allowed) return null;
  return (
    <>
      <Button small={step !== 'leave'} onPress={() => setOpen(true)}>
        {t(label)}
      </Button>
      {open && (step === 'training' || step === 'supervision') ? (
        <HoursDialog kind={step} employeeId={employee.id} onClose={close} onDone={onDone} />
      ) : null}
      {open && step === 'assign' ? <AssignDialog employeeId={employee.id} onClose={close} onDone={onDone} /> : null}
      {open && step === 'leave' ? <LeaveDialog employee={employee} onClose={close} onDone={onDone} /> : null}
    </>
  );
}

const assignFields = ['unitId', 'fte', 'from', 'move'] as const;

function AssignDialog({ employeeId, onClose, onDone }: { employeeId: string; onClose(): void; onDone(): void }) {
  const t = usePeopleTexts();
  const assign = useAct(assignMutation, assignFields);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [fte, setFte] = useState<number | null>(1);
  const [from, setFrom] = useState<string | null>(today());
  const [move, setMove] = useState(false);
  const send = async () => {
    const ending = await assign.act({ input: { employeeId, unitId: unitId ?? '', fte: fte ?? 0, from: from ?? today(), move } });
    if (!ending.done) return;
    toast(t('assigned'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('assign')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={assign.busy || !unitId}>
            {t('save')}
          </Button>
        </>
      }
    >
      <UnitSelect value={unitId} onChange={setUnitId} problem={assign.problem('unitId')} />
      <div className={styles.pair}>
        <NumberField
          label={t('size')}
          hint={t('sizeHint')}
          value={fte}
          onChange={setFte}
          least={0.01}
          most={1.5}
          step={0.01}
          required
          problem={assign.problem('fte')}
        />
        <DateField label={t('fromPost')} value={from} onChange={setFrom} required problem={assign.problem('from')} />
      </div>
      <Checkbox value={move} onChange={setMove}>
        {t('move')}
      </Checkbox>
      <ActNotice act={assign} />
    </Dialog>
  );
}

const leaveFields = ['on'] as const;

function LeaveDialog({ employee, onClose, onDone }: { employee: EmployeeData; onClose(): void; onDone(): void }) {
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
