import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, Radios, toast, useRequired } from '../../ui/index.js';
import type { HeldBed } from './facility-query.js';
import styles from './institutions.module.css';
import { useStayTexts } from './stay-texts.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const recordMutation = graphql(`
  mutation RecordPlacementAbsence($input: RecordAbsenceInput!) {
    recordAbsence(input: $input) {
      placement {
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

const fields = ['reason', 'from', 'keptUntil'] as const;
const reasons = ['HOSPITAL', 'REHABILITATION', 'VISIT', 'DETENTION', 'UNEXPLAINED'] as const;

/** Somebody goes away for a time and the bed is kept: why, since when, and until when. */
export function AbsenceDialog({ bed, onClose, onDone }: { bed: HeldBed; onClose(): void; onDone(): void }) {
  const t = useStayTexts();
  const words = useInstitutionsTexts();
  const record = useAct(recordMutation, fields);
  const required = useRequired();
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [keptUntil, setKeptUntil] = useState<string | null>(null);
  const person = bed.placement.person.reference ?? '';
  const send = async () => {
    if (record.busy || !required.check(reason, from) || !reason || !from) return;
    const ending = await record.act({ input: { placementId: bed.placement.id, reason, from, ...(keptUntil ? { keptUntil } : {}) } });
    if (!ending.done) return;
    toast(t('absenceRecorded', { person }));
    onDone();
  };
  return (
    <Dialog
      title={t('absenceTitle', { person })}
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
      <Radios<(typeof reasons)[number]>
        label={t('where')}
        required
        choices={reasons.map((id) => ({ id, label: words(`absence.${id}`) }))}
        value={reason}
        onChange={setReason}
        problem={required.problem(reason, record.problem('reason'))}
      />
      <div className={styles.pair}>
        <DateField
          label={t('awayFrom')}
          value={from}
          onChange={setFrom}
          required
          problem={required.problem(from, record.problem('from'))}
        />
        <DateField
          label={t('keptUntil')}
          hint={t('keptUntilHint')}
          value={keptUntil}
          onChange={setKeptUntil}
          problem={record.problem('keptUntil')}
        />
      </div>
      <ActNotice act={record} />
    </Dialog>
  );
}
