import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, Notice, TextField, useRequired } from '../../ui/index.js';
import { useCareerTexts } from './career-texts.js';
import { EmployeeSelect } from './employee-select.js';
import { Responsible } from './responsible.js';
import { usePeopleTexts } from './texts.js';

const handOverMutation = graphql(`
  mutation HandOverWork($input: HandOverWorkInput!) {
    handOverWork(input: $input) {
      handover {
        handedOver
        left {
          kind
          objectId
          on
        }
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

const fields = ['toId', 'reason'] as const;

/** Hands everything that an employee is responsible for with clients over to another, and says what passed and what stays. */
export function HandOverDialog({
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
  const handOver = useAct(handOverMutation, fields);
  const required = useRequired();
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [result, setResult] = useState<{ handedOver: number; left: readonly { kind: string; on?: string | null }[] } | null>(null);
  const send = async () => {
    if (handOver.busy || !required.check(toId, reason) || !toId) return;
    const ending = await handOver.act({ input: { fromId: employee.id, toId, reason } });
    const done = ending.done ? ending.data.handOverWork?.handover : null;
    if (!done) return;
    setResult(done);
    onDone();
  };
  const title = t('handOverOf', { name: employee.name ?? '' });
  if (result) {
    return (
      <Dialog
        title={title}
        open
        onClose={onClose}
        foot={
          <Button look="primary" onPress={onClose}>
            {t('close')}
          </Button>
        }
      >
        <Notice tone="good">{t('handedOver', { count: result.handedOver })}</Notice>
        {result.left.length ? (
          <>
            <Notice tone="warn" title={t('stays')}>
              {t('staysLead')}
            </Notice>
            <Responsible items={result.left} />
          </>
        ) : (
          <p>{t('nothingStays')}</p>
        )}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button look="primary" type="submit">
            {t('handOver')}
          </Button>
        </>
      }
    >
      <p>{t('handOverLead')}</p>
      <EmployeeSelect
        label={t('takesOver')}
        required
        without={employee.id}
        value={toId}
        onChange={setToId}
        problem={required.problem(toId, handOver.problem('toId'))}
      />
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        required
        problem={required.problem(reason, handOver.problem('reason'))}
      />
      <ActNotice act={handOver} />
    </Dialog>
  );
}
