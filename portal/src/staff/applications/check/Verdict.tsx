import { Check, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, Dialog, KeyHint, Notice, Stack, TextField, toast } from '../../../ui/index.js';
import styles from '../applications.module.css';
import type { ShownDecision } from '../page/use-application.js';
import { awardText } from '../queue/queue-columns.js';
import { isTyping } from '../queue/use-row-keys.js';
import { useWords } from '../texts.js';
import { ApproveDecision, ReturnDecision } from './check.queries.js';
import { useCheckTexts } from './texts.js';

const returnFields = ['reason'];

/**
 * The second person's answer: approve or return, one key each, each confirmed. Whoever may not (who proposed it, who leads the client's case) is told why
 * by the graph.
 */
export function Verdict({ decision, onDone }: { decision: ShownDecision; onDone(): Promise<unknown> }) {
  const t = useCheckTexts();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null);
  const [reason, setReason] = useState('');
  const [unreasoned, setUnreasoned] = useState(false);
  const approving = useAct(ApproveDecision);
  const returning = useAct(ReturnDecision, returnFields);
  const mayApprove = may('decision.approve').allowed;
  const mayReturn = may('decision.return').allowed;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const key = event.key.toLowerCase();
      const next = key === 'a' && mayApprove ? 'approve' : key === 'r' && mayReturn ? 'return' : null;
      if (!next) return;
      event.preventDefault();
      setAsked(next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayApprove, mayReturn]);
  const close = () => {
    setAsked(null);
    setUnreasoned(false);
    approving.reset();
    returning.reset();
  };
  const { id, version, number } = decision;
  const approve = async () => {
    if (approving.busy) return;
    const ending = await approving.act({ id, version });
    if (!ending.done) {
      if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
      return;
    }
    close();
    toast(t('approved', { number }));
    await onDone();
  };
  const sendBack = async () => {
    if (returning.busy) return;
    setUnreasoned(!reason.trim());
    if (!reason.trim()) return;
    const ending = await returning.act({ id, version, reason: reason.trim() });
    if (!ending.done) {
      if (ending.problems.some(({ code }) => code === 'STALE')) await onDone();
      return;
    }
    close();
    setReason('');
    toast(t('returned', { number }));
    await onDone();
  };
  return (
    <Stack>
      <div>
        <p className={styles.award}>{awardText(decision, words, format)}</p>
        <p className={styles.fine}>{t('proposedBy', { name: decision.proposedBy.name ?? '–' })}</p>
      </div>
      {mayApprove ? (
        <div className={styles.verdict}>
          <Button look="primary" icon={<Check size={16} aria-hidden="true" />} onPress={() => setAsked('approve')}>
            {t('approve')} <KeyHint keys="A" />
          </Button>
          <Button icon={<Undo2 size={16} aria-hidden="true" />} onPress={() => setAsked('return')}>
            {t('return')} <KeyHint keys="R" />
          </Button>
        </div>
      ) : (
        <Notice tone="info" title={t('waiting')}>
          {may('decision.approve').reason}
        </Notice>
      )}
      <Dialog
        title={t('approveTitle', { number })}
        open={asked === 'approve'}
        onClose={close}
        onSubmit={() => void approve()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" autoFocus>
              {t('approve')}
            </Button>
          </>
        }
      >
        <p className={styles.award}>{awardText(decision, words, format)}</p>
        <p>{t('approveLead')}</p>
        {approving.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={approving} />
      </Dialog>
      <Dialog
        title={t('returnTitle', { number })}
        open={asked === 'return'}
        onClose={close}
        onSubmit={() => void sendBack()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit">
              {t('return')}
            </Button>
          </>
        }
      >
        <p>{t('returnLead')}</p>
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          long
          required
          autoFocus
          maxLength={2000}
          problem={returning.problem('reason') ?? (unreasoned && !reason.trim() ? t('reasonNeeded') : null)}
        />
        {returning.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
        <ActNotice act={returning} />
      </Dialog>
    </Stack>
  );
}
