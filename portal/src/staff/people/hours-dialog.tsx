import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, DateField, Dialog, NumberField, Radios, TextField, toast } from '../../ui/index.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';

const trainingMutation = graphql(`
  mutation RecordTraining($input: RecordTrainingInput!) {
    recordTraining(input: $input) {
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

const supervisionMutation = graphql(`
  mutation RecordSupervision($input: RecordSupervisionInput!) {
    recordSupervision(input: $input) {
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

const fields = ['on', 'topic', 'hours', 'form'] as const;

/** Records hours of training or of supervision on a day. */
export function HoursDialog({
  kind,
  employeeId,
  onClose,
  onDone,
}: {
  kind: 'training' | 'supervision';
  employeeId: string;
  onClose(): void;
  onDone(): void;
}) {
  const t = usePeopleTexts();
  const training = useAct(trainingMutation, fields);
  const supervision = useAct(supervisionMutation, fields);
  const [on, setOn] = useState<string | null>(today());
  const [hours, setHours] = useState<number | null>(null);
  const [topic, setTopic] = useState('');
  const [form, setForm] = useState<'GROUP' | 'INDIVIDUAL'>('GROUP');
  const act = kind === 'training' ? training : supervision;
  const send = async () => {
    const shared = { employeeId, on: on ?? today(), hours: hours ?? 0 };
    const ending =
      kind === 'training' ? await training.act({ input: { ...shared, topic } }) : await supervision.act({ input: { ...shared, form } });
    if (!ending.done) return;
    toast(t(kind === 'training' ? 'trainingDone' : 'supervisionDone'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t(kind === 'training' ? 'recordTraining' : 'recordSupervision')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={act.busy || hours === null || !on}>
            {t('save')}
          </Button>
        </>
      }
    >
      {kind === 'training' ? (
        <TextField label={t('topic')} value={topic} onChange={setTopic} required problem={act.problem('topic')} />
      ) : (
        <Radios<'GROUP' | 'INDIVIDUAL'>
          label={t('form')}
          choices={(['GROUP', 'INDIVIDUAL'] as const).map((id) => ({ id, label: t(`form.${id}`) }))}
          value={form}
          onChange={setForm}
          problem={act.problem('form')}
        />
      )}
      <div className={styles.pair}>
        <DateField label={t('on')} value={on} onChange={setOn} latest={today()} required problem={act.problem('on')} />
        <NumberField
          label={t('hours')}
          value={hours}
          onChange={setHours}
          least={0}
          most={24}
          step={0.25}
          unit="h"
          required
          problem={act.problem('hours')}
        />
      </div>
      <ActNotice act={act} />
    </Dialog>
  );
}
