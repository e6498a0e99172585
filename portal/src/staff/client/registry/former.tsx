import type { Sex } from '../../../gql/staff/graphql.js';
import { useFormat } from '../../../i18n/language.js';
import { useClientWords } from '../words.js';
import { changesOf, type FormerIdentity, type IdentityDetails, type IdentityPart } from './identity-change.js';
import styles from './registry.module.css';
import { useRegistryTexts } from './texts.js';

/** What was recorded of who a client is before it was corrected or changed: from which day, what it was, on what that rests. */
export function FormerIdentities({ former, now }: { former: readonly FormerIdentity[]; now: IdentityDetails }) {
  const t = useRegistryTexts();
  const words = useClientWords();
  const format = useFormat();
  const shown = (part: IdentityPart, value: string) =>
    part === 'birthDate' ? format.dayShort(value) : part === 'sex' ? words(`sex.${value as Sex}`) : value;
  return (
    <div className={styles.changes}>
      {changesOf(former, now).map(({ day, reason, evidence, recordedAt, parts }) => (
        <div key={day + recordedAt} className={styles.change}>
          {parts.map(({ part, was, is }) => (
            <span key={part}>{t('formerWas', { field: t(part), was: shown(part, was), is: shown(part, is) })}</span>
          ))}
          <span className={styles.note}>
            {format.dayShort(day)} · {words(`change.${reason}`)}
          </span>
          <span className={styles.note}>{t('formerBasis', { text: evidence, moment: format.moment(recordedAt) })}</span>
        </div>
      ))}
    </div>
  );
}
