import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, DateField, Dialog, StaleVersions, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import { EmployeeSelect, useEmployeeChoices } from './employee-select.js';
import { usePeopleTexts } from './texts.js';

const changeMutation = graphql(`
  mutation ChangeEmployeeAbsence($input: ChangeEmployeeAbsenceInput!) {
    changeEmployeeAbsence(input: $input) {
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

const fields = ['until', 'substituteId'] as const;

/** An absence as it is in the system. */
export interface AbsenceNow {
  id: string;
  version: number;
  from: string;
  until: string;
  substitute?: { id: string; name?: string | null } | null;
}

/** Changes when somebody who is away comes back, and who stands in. Where somebody else has changed it meanwhile, both versions are shown. */
export function AbsenceChangeDialog({
  employee,
  absence,
  onClose,
  onDone,
}: {
  employee: { id: string; name?: string | null };
  /** As it is now: after a refusal because of somebody else's change, `onDone` brings the new one here. */
  absence: AbsenceNow;
  onClose(): void;
  onDone(): void;
}) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const format = useFormat();
  const change = useAct(changeMutation, fields);
  const required = useRequired();
  const { employees } = useEmployeeChoices();
  const [seen, setSeen] = useState(absence.version);
  const [until, setUntil] = useState<string | null>(absence.until);
  const [substituteId, setSubstituteId] = useState<string | null>(absence.substitute?.id ?? null);
  const send = async (version: number) => {
    if (change.busy) return;
    setSeen(version);
    if (!required.check(until, ...(absence.substitute ? [substituteId] : [])) || !until) return;
    const ending = await change.act({ input: { id: absence.id, version, until, ...(substituteId ? { substituteId } : {}) } });
    if (ending.done) {
      toast(t('absenceChanged'));
      onDone();
      onClose();
    } else if (ending.problems.some(({ code }) => code === 'STALE')) onDone();
  };
  const nameOf = (id: string | null) => employees?.find((one) => one.id === id)?.name ?? words('noSubstitute');
  return (
    <>
      <Dialog
        title={t('changeAbsenceOf', { name: employee.name ?? '' })}
        open
        onClose={onClose}
        onSubmit={() => void send(seen)}
        foot={
          <>
            <Button onPress={onClose}>{words('cancel')}</Button>
            <Button look="primary" type="submit">
              {words('save')}
            </Button>
          </>
        }
      >
        <p>{t('awaySince', { day: format.dayShort(absence.from) })}</p>
        <DateField
          label={t('firstBack')}
          hint={t('firstBackHint')}
          value={until}
          onChange={setUntil}
          required
          problem={required.problem(until, change.problem('until') ?? change.problem('from'))}
        />
        <EmployeeSelect
          label={t('standsIn')}
          {...(absence.substitute ? { required: true, hint: t('standsInStays') } : {})}
          without={employee.id}
          value={substituteId}
          onChange={setSubstituteId}
          problem={absence.substitute ? required.problem(substituteId, change.problem('substituteId')) : change.problem('substituteId')}
        />
        <ActNotice act={change} />
      </Dialog>
      <StaleVersions
        open={change.stale && absence.version !== seen}
        lines={[
          {
            name: t('firstBack'),
            now: format.dayShort(absence.until),
            mine: until ? format.dayShort(until) : '–',
            differs: until !== absence.until,
          },
          {
            name: t('standsIn'),
            now: absence.substitute?.name ?? words('noSubstitute'),
            mine: nameOf(substituteId),
            differs: substituteId !== (absence.substitute?.id ?? null),
          },
        ]}
        onKeep={() => void send(absence.version)}
        onTake={() => {
          setSeen(absence.version);
          setUntil(absence.until);
          setSubstituteId(absence.substitute?.id ?? null);
          change.reset();
        }}
        onClose={change.reset}
      />
    </>
  );
}
