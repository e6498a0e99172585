import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Select, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import { EmployeeSelect } from './employee-select.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';

const recordMutation = graphql(`
  mutation RecordEmployeeAbsence($input: RecordEmployeeAbsenceInput!) {
    recordEmployeeAbsence(input: $input) {
      absence {
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

const fields = ['employeeId', 'kind', 'from', 'until', 'substituteId'] as const;
const kinds = ['VACATION', 'SICKNESS', 'STUDY', 'CHILD_CARE', 'UNPAID', 'BUSINESS_TRIP'] as const;

/** Records that an employee is away and who stands in; without an employee it asks who is away. */
export function AbsenceDialog({
  employee,
  onClose,
  onDone,
}: {
  employee: { id: string; name?: string | null } | null;
  onClose(): void;
  onDone(): void;
}) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const record = useAct(recordMutation, fields);
  const required = useRequired();
  const [who, setWho] = useState<string | null>(employee?.id ?? null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('VACATION');
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [substituteId, setSubstituteId] = useState<string | null>(null);
  const send = async () => {
    if (record.busy || !required.check(who, from, until) || !who || !from || !until) return;
    const ending = await record.act({ input: { employeeId: who, kind, from, until, ...(substituteId ? { substituteId } : {}) } });
    if (!ending.done) return;
    toast(t('absenceRecorded'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={employee ? t('absenceOf', { name: employee.name ?? '' }) : t('recordAbsence')}
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
      {employee ? null : (
        <EmployeeSelect
          label={t('whoIsAway')}
          required
          without={null}
          value={who}
          onChange={setWho}
          problem={required.problem(who, record.problem('employeeId'))}
        />
      )}
      <Select<(typeof kinds)[number]>
        label={words('why')}
        choices={kinds.map((id) => ({ id, label: words(`absence.${id}`) }))}
        value={kind}
        onChange={setKind}
        problem={record.problem('kind')}
      />
      <div className={styles.pair}>
        <DateField
          label={t('firstAway')}
          value={from}
          onChange={setFrom}
          required
          problem={required.problem(from, record.problem('from'))}
        />
        <DateField
          label={t('firstBack')}
          value={until}
          onChange={setUntil}
          required
          problem={required.problem(until, record.problem('until'))}
        />
      </div>
      <EmployeeSelect
        label={t('standsIn')}
        hint={t('standsInHint')}
        without={who}
        value={substituteId}
        onChange={setSubstituteId}
        problem={record.problem('substituteId')}
      />
      {employee && record.problem('employeeId') ? <p role="alert">{record.problem('employeeId')}</p> : null}
      <ActNotice act={record} />
    </Dialog>
  );
}
