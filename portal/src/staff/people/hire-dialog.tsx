import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, NumberField, Select, TextField, toast } from '../../ui/index.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';
import { UnitSelect } from './unit-select.js';

const hireMutation = graphql(`
  mutation Hire($input: HireInput!) {
    hire(input: $input) {
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

/** What somebody can be employed as. */
const kinds = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'CHARITABLE_SOCIAL_WORKER',
  'SOCIAL_ASSISTANCE_ORGANISER',
  'SOCIAL_CARER',
  'SOCIAL_REHABILITATOR',
  'CARER',
  'PSYCHOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'ASSISTANT',
  'OTHER',
] as const;

const fields = ['name', 'kind', 'unitId', 'fte', 'from'] as const;

/** Hires somebody into a post of a unit. */
export function HireDialog({ onClose }: { onClose(): void }) {
  const t = usePeopleTexts();
  const navigate = useNavigate();
  const hire = useAct(hireMutation, fields);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('SOCIAL_WORKER');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [fte, setFte] = useState<number | null>(1);
  const [from, setFrom] = useState<string | null>(today());
  const send = async () => {
    const ending = await hire.act({ input: { name, kind, unitId: unitId ?? '', fte: fte ?? 0, from: from ?? today() } });
    if (!ending.done) return;
    toast(t('hired', { name }));
    onClose();
    const id = ending.data.hire?.employee?.id;
    if (id) navigate(`/people/${id}`);
  };
  return (
    <Dialog
      title={t('hireTitle')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={hire.busy || !unitId}>
            {t('hire')}
          </Button>
        </>
      }
    >
      <TextField label={t('fullName')} value={name} onChange={setName} required problem={hire.problem('name')} />
      <Select<(typeof kinds)[number]>
        label={t('kind')}
        choices={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={kind}
        onChange={setKind}
        problem={hire.problem('kind')}
      />
      <UnitSelect value={unitId} onChange={setUnitId} problem={hire.problem('unitId')} />
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
          problem={hire.problem('fte')}
        />
        <DateField label={t('from')} value={from} onChange={setFrom} required problem={hire.problem('from')} />
      </div>
      <ActNotice act={hire} />
    </Dialog>
  );
}
