import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Select, TextField, toast, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import { type SpecialistKind, specialistKinds } from './kinds.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';

const proposeMutation = graphql(`
  mutation ProposePromotion($input: ProposePromotionInput!) {
    proposePromotion(input: $input) {
      promotion {
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

const fields = ['kind', 'from', 'reason'] as const;

/** Proposes that an employee is employed as something else from a day on; another person decides. */
export function PromoteDialog({
  employee,
  onClose,
  onDone,
}: {
  employee: { id: string; name?: string | null; kind?: SpecialistKind | null };
  onClose(): void;
  onDone(): void;
}) {
  const t = useCareerTexts();
  const words = usePeopleTexts();
  const propose = useAct(proposeMutation, fields);
  const required = useRequired();
  const [kind, setKind] = useState<SpecialistKind | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const send = async () => {
    if (propose.busy || !required.check(kind, from, reason) || !kind || !from) return;
    const ending = await propose.act({ input: { employeeId: employee.id, kind, from, reason } });
    if (!ending.done) return;
    toast(t('promotionProposed'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('promoteOf', { name: employee.name ?? '' })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button look="primary" type="submit">
            {t('promote')}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <Select<SpecialistKind>
          label={t('newKind')}
          hint={employee.kind ? t('kindNow', { kind: words(`kind.${employee.kind}`) }) : undefined}
          choices={specialistKinds.map((id) => ({ id, label: words(`kind.${id}`) }))}
          value={kind}
          onChange={setKind}
          required
          problem={required.problem(kind, propose.problem('kind'))}
        />
        <DateField
          label={words('fromPost')}
          value={from}
          onChange={setFrom}
          required
          problem={required.problem(from, propose.problem('from'))}
        />
      </div>
      <TextField
        label={t('reason')}
        long
        value={reason}
        onChange={setReason}
        maxLength={2000}
        required
        problem={required.problem(reason, propose.problem('reason'))}
      />
      <ActNotice act={propose} />
    </Dialog>
  );
}
