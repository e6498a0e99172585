import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, NumberField, TextField, toast } from '../../ui/index.js';
import { useStrategyTexts } from './texts.js';

const recordMutation = graphql(`
  mutation RecordIndicator($input: RecordIndicatorInput!) {
    recordIndicator(input: $input) {
      indicator {
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

const fields = ['value', 'evidence'] as const;

/** Records what an unbound indicator reached in a year, or corrects what was recorded last. */
export function RecordDialog(props: {
  id: string;
  title: string;
  year: number;
  corrects: number | null;
  value: number | null;
  onClose(): void;
  onDone(): void;
}) {
  const { id, title, year, corrects, onClose, onDone } = props;
  const t = useStrategyTexts();
  const record = useAct(recordMutation, fields);
  const [value, setValue] = useState(props.value);
  const [evidence, setEvidence] = useState('');
  const send = async () => {
    const ending = await record.act({
      input: { indicatorId: id, year, value: value ?? 0, evidence, ...(corrects === null ? {} : { corrects }) },
    });
    if (!ending.done) return;
    toast(t('recordedDone'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('recordTitle', { year })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={record.busy || value === null}>
            {t(corrects === null ? 'record' : 'correct')}
          </Button>
        </>
      }
    >
      <p>{title}</p>
      <NumberField label={t('value')} value={value} onChange={setValue} step={0.01} required problem={record.problem('value')} />
      <TextField
        label={t('evidence')}
        hint={t('evidenceHint')}
        value={evidence}
        onChange={setEvidence}
        problem={record.problem('evidence')}
        required
        long
      />
      <ActNotice act={record} />
    </Dialog>
  );
}
