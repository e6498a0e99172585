import { useState } from 'react';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Dialog, Notice, toast } from '../../ui/index.js';
import { Answered, type Outcome } from './Answered.js';
import { formatOf, longestAnswer, sentBackIn } from './answer-file.js';
import { AnswerFileField } from './answer-file-field.js';
import { useAnswerTexts } from './answer-texts.js';
import type { Batch } from './Payments.js';
import styles from './payments.module.css';
import { ApplyAnswer } from './payments.queries.js';

const fields = ['content'];

/**
 * Reads in what the bank says of a batch that went to it: the file goes to the graph as it is, and the graph finds the payments. What was wrong stands at the
 * file, every line of it; then nothing of it counts. Afterwards it says what came back and what is to be done with it.
 */
export function ReadAnswerDialog({ batch, onClose, onDone }: { batch: Batch; onClose(): void; onDone(): Promise<unknown> }) {
  const t = useAnswerTexts();
  const { language } = useFormat();
  const applying = useAct(ApplyAnswer, fields);
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [local, setLocal] = useState<'noFile' | 'unreadable' | 'tooLong' | null>(null);
  const [told, setTold] = useState<readonly { lv: string; en: string }[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const choose = async (chosen: File) => {
    applying.reset();
    setTold([]);
    setFile(null);
    try {
      const content = await chosen.text();
      setLocal(content.length > longestAnswer ? 'tooLong' : null);
      if (content.length <= longestAnswer) setFile({ name: chosen.name, content });
    } catch {
      // Taken away meanwhile.
      setLocal('unreadable');
    }
  };
  const send = async () => {
    if (applying.busy) return;
    if (!file) return setLocal((was) => was ?? 'noFile');
    const { content } = file;
    setTold([]);
    const ending = await applying.act({ input: { batchId: batch.id, version: batch.version, format: formatOf(content), content } });
    const answer = ending.data?.applyBankAnswer;
    if (ending.done && answer?.batch) {
      const { paid, rejected, takenBefore } = answer;
      setOutcome({ paid, rejected, takenBefore, waits: answer.batch.state === 'EXPORTED', sentBack: sentBackIn(content) });
      await onDone();
      return;
    }
    setTold((answer?.problems ?? []).filter(({ field }) => field === 'content').slice(1));
    if (!ending.done && ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  if (outcome) {
    return (
      <Answered
        batch={batch}
        outcome={outcome}
        onClose={onClose}
        onPrepared={(number) => {
          toast(t('againDone', { number }));
          onClose();
          void onDone();
        }}
      />
    );
  }
  const problem = applying.problem('content');
  return (
    <Dialog
      title={t('title', { number: batch.number })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit">
            {applying.busy ? t('reading') : t('read')}
          </Button>
        </>
      }
    >
      <p>{t('lead')}</p>
      <AnswerFileField
        name={file ? `${file.name} (${t(`format.${formatOf(file.content)}`)})` : null}
        problem={local ? t(local) : problem}
        onChoose={(chosen) => void choose(chosen)}
      />
      {told.length ? (
        <div>
          <p>{t('more', { count: told.length })}</p>
          <ul className={styles.mistakes}>
            {told.map((one) => (
              <li key={one.en}>{one[language]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {problem ? <p className={styles.note}>{t('nothingChanged')}</p> : null}
      {applying.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
      <ActNotice act={applying} />
    </Dialog>
  );
}
