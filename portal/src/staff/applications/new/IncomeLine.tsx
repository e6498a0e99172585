import { Trash2 } from 'lucide-react';
import { Button, type Choice, MoneyField, Select } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useWords } from '../texts.js';
import type { IncomeDraft } from './means-draft.js';
import { useNewTexts } from './texts.js';

const sources = ['WAGE', 'PENSION', 'BENEFIT', 'ALIMONY', 'SELF_EMPLOYMENT', 'OTHER'] as const;
const evidences = ['DECLARED', 'DOCUMENT', 'REGISTER'] as const;

/** One income: whose, from where, on what it rests, and its three months. */
export function IncomeLine({
  at,
  draft,
  members,
  months,
  problem,
  onChange,
  onRemove,
}: {
  at: number;
  draft: IncomeDraft;
  members: readonly Choice[];
  /** Names of the three months. */
  months: readonly string[];
  /** What the graph said of a field of this line. */
  problem(field: string): string | null;
  onChange(draft: IncomeDraft): void;
  onRemove(): void;
}) {
  const t = useNewTexts();
  const words = useWords();
  const setMonth = (month: number, typed: string) => {
    const monthly: [string, string, string] = [...draft.monthly];
    monthly[month] = typed;
    onChange({ ...draft, monthly });
  };
  return (
    <fieldset className={styles.income}>
      <legend>{t('income', { at: at + 1 })}</legend>
      <div className={styles.incomeFields}>
        <Select
          label={t('member')}
          choices={members}
          value={draft.personId}
          onChange={(personId) => onChange({ ...draft, personId })}
          required
          problem={problem('personId')}
        />
        <Select
          label={t('source')}
          choices={sources.map((id) => ({ id, label: words(`source.${id}`) }))}
          value={draft.source as (typeof sources)[number]}
          onChange={(source) => onChange({ ...draft, source })}
          problem={problem('source')}
        />
        <Select
          label={t('evidence')}
          choices={evidences.map((id) => ({ id, label: words(`evidence.${id}`) }))}
          value={draft.evidence as (typeof evidences)[number]}
          onChange={(evidence) => onChange({ ...draft, evidence })}
          problem={problem('evidence')}
        />
        {months.map((month, index) => (
          <MoneyField
            key={month}
            label={month}
            value={draft.monthly[index] ?? ''}
            onChange={(typed) => setMonth(index, typed)}
            problem={problem(`monthly.${index}`) ?? (index === 0 ? problem('monthly') : null)}
          />
        ))}
      </div>
      <div className={styles.removeIncome}>
        <Button small look="quiet" icon={<Trash2 size={15} aria-hidden="true" />} label={t('remove', { at: at + 1 })} onPress={onRemove} />
      </div>
    </fieldset>
  );
}
