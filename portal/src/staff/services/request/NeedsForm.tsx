import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { ActNotice, Button, Failure, Notice, Section, Skeleton, Stack, TextField, toast, useHoles } from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { today, useSpoken } from '../../spoken.js';
import { useServiceTexts } from '../texts.js';
import { CardFields } from './CardFields.js';
import { isComplete, type Points, resultOf } from './card.js';
import { AssessNeeds, NeedsCard } from './request.queries.js';

const fields = ['findings'];

/** The needs card of today, made from its data: a line for each criterion, the sum as the card prescribes it. */
export function NeedsForm({ request: { id, version }, onDone }: { request: { id: string; version: number }; onDone(): Promise<unknown> }) {
  const t = useServiceTexts();
  const { spoken } = useSpoken();
  const { data, loading, error, refetch } = useQuery(NeedsCard, { variables: spoken });
  const holes = useHoles(error);
  const [points, setPoints] = useState<Points>({});
  const [findings, setFindings] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const assessing = useAct(AssessNeeds, fields);
  const card = data?.assessmentForm;
  if (loading && !card) return <Skeleton lines={10} height="28rem" />;
  if (!card) return holes.all.length ? <Failure faults={holes.all} onAgain={() => void refetch()} /> : null;
  const { score, level } = resultOf(card, points);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (assessing.busy) return;
    const missing = !isComplete(card, points) || !findings.trim() || !level;
    setIncomplete(missing);
    if (missing) return;
    const ending = await assessing.act({
      input: {
        requestId: id,
        version,
        on: today(),
        score,
        level: Number(level.level),
        findings: findings.trim(),
        marks: card.areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: points[code] ?? 0 }))),
      },
    });
    if (ending.done) toast(t('assessed'));
    if (ending.done || ending.problems.some(({ code }) => code === 'STALE')) await onDone();
  };
  return (
    <Section title={t('card')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <p className={styles.fine}>
            {t('cardLead', { version: card.version })} {card.assumed ? t('cardAssumed') : null}
          </p>
          <CardFields areas={card.areas} points={points} onChange={setPoints} incomplete={incomplete} />
          <p aria-live="polite">
            <strong>{t('soFar', { score, level: level?.label ?? '–' })}</strong>
          </p>
          <TextField
            label={t('findings')}
            value={findings}
            onChange={setFindings}
            long
            required
            maxLength={10_000}
            problem={assessing.problem('findings') ?? (incomplete && !findings.trim() ? t('incomplete') : null)}
          />
          {assessing.stale ? <Notice tone="warn">{t('stale')}</Notice> : null}
          <ActNotice act={assessing} />
          <div>
            <Button look="primary" type="submit">
              {t('assess')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
