import type { HouseholdRelation } from '../../../gql/staff/graphql.js';
import { Badge, Button, classes, Select } from '../../../ui/index.js';
import { useClientTexts } from '../texts.js';
import { useClientWords } from '../words.js';
import { type Row, relations } from './household-rows.js';
import styles from './registry.module.css';
import { useRegistryTexts } from './texts.js';

/** One member in the form: who, what they are to the head, and whether they leave. */
export function HouseholdRow({
  row,
  fixed,
  problem,
  onRelation,
  onLeaving,
}: {
  row: Row;
  /** Cannot be taken out: a new household is made for them. */
  fixed: boolean;
  problem: string | null;
  onRelation(relation: HouseholdRelation): void;
  onLeaving(leaves: boolean): void;
}) {
  const t = useRegistryTexts();
  const tc = useClientTexts();
  const words = useClientWords();
  // Who has only just been added does not leave: they are taken off the list again.
  const verb = row.leaves ? 'putBack' : row.was === null ? 'remove' : 'takeOut';
  const { name, reference, age, relation, was, leaves } = row;
  return (
    <li className={classes(styles.row, leaves && styles.leaves)}>
      <span className={styles.who}>
        <span className={styles.marked}>
          <strong>{name}</strong>
          {leaves ? <Badge tone="warn">{t('leaves')}</Badge> : was === null && !fixed ? <Badge tone="good">{t('joins')}</Badge> : null}
        </span>
        <span className={styles.note}>
          {[reference, age === null ? null : tc('years', { count: age })].filter(Boolean).join(' · ')}
          {was && !leaves && was !== relation ? ` · ${t('changes', { relation: words(`relation.${was}`).toLowerCase() })}` : ''}
        </span>
      </span>
      <span className={styles.bare}>
        {leaves ? (
          <span className={styles.note}>{was ? words(`relation.${was}`) : ''}</span>
        ) : (
          <Select
            label={t('relation', { name })}
            required
            choices={relations.map((id) => ({ id, label: words(`relation.${id}`) }))}
            value={relation}
            onChange={onRelation}
            problem={problem}
          />
        )}
      </span>
      <span>
        {fixed ? null : (
          <Button small look="quiet" label={t(`${verb}Named`, { name })} onPress={() => onLeaving(!leaves)}>
            {t(verb)}
          </Button>
        )}
      </span>
    </li>
  );
}
