import { useState } from 'react';
import type { SubmissionKind } from '../../gql/staff/graphql.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ComboBox, DateField, Radios, TextField, useRequired } from '../../ui/index.js';
import { ActDialog, type ActFormProps } from '../act-dialog.js';
import { useColleagues } from '../cases/colleagues.js';
import { today } from '../spoken.js';
import { ReceiveSubmission } from './submissions.queries.js';
import { useSubmissionTexts } from './texts.js';

const fields = ['kind', 'receivedOn', 'sender', 'contact', 'aboutId', 'text'];
const kinds: readonly SubmissionKind[] = ['COMPLAINT', 'SUGGESTION', 'THANKS'];

/** Records a complaint, a suggestion or thanks; the graph says by when it is to be answered. */
export function ReceiveForm({ personId, ...form }: ActFormProps & { personId?: string }) {
  const t = useSubmissionTexts();
  const format = useFormat();
  const need = useRequired();
  // Chosen when the form is opened: sent twice it is recorded once.
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<SubmissionKind>('COMPLAINT');
  const [receivedOn, setReceivedOn] = useState<string | null>(today());
  const [sender, setSender] = useState('');
  const [contact, setContact] = useState('');
  const [aboutId, setAboutId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const colleagues = useColleagues(true);
  const receiving = useAct(ReceiveSubmission, fields);
  const send = async () => {
    if (!need.check(receivedOn, text) || !receivedOn) return null;
    return receiving.act({
      input: {
        key,
        kind,
        receivedOn,
        personId: personId ?? null,
        sender: sender.trim() || null,
        contact: contact.trim() || null,
        aboutId,
        text: text.trim(),
      },
    });
  };
  return (
    <ActDialog
      {...form}
      title={t('receiveTitle')}
      submit={t('receiveSave')}
      act={receiving}
      send={send}
      told={({ receiveSubmission: made }) =>
        t('received', {
          number: made?.submission?.number ?? '',
          day: made?.submission ? format.dayShort(made.submission.dueOn) : '–',
        })
      }
    >
      <Radios<SubmissionKind>
        label={t('kind')}
        required
        choices={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={kind}
        onChange={setKind}
        problem={receiving.problem('kind')}
      />
      <DateField
        label={t('receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
        required
        latest={today()}
        problem={need.problem(receivedOn, receiving.problem('receivedOn'))}
      />
      <TextField
        label={t('text')}
        value={text}
        onChange={setText}
        long
        required
        maxLength={20_000}
        problem={need.problem(text, receiving.problem('text'))}
      />
      {personId ? null : (
        <TextField
          label={t('sender')}
          hint={t('senderHint')}
          value={sender}
          onChange={setSender}
          maxLength={500}
          problem={receiving.problem('sender')}
        />
      )}
      <TextField label={t('contact')} value={contact} onChange={setContact} maxLength={500} problem={receiving.problem('contact')} />
      <ComboBox
        key={colleagues.length ? 'there' : 'awaited'}
        label={t('about')}
        hint={t('aboutHint')}
        choices={colleagues}
        value={aboutId}
        onChange={setAboutId}
        problem={receiving.problem('aboutId')}
      />
    </ActDialog>
  );
}
