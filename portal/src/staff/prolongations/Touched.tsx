import { type FragmentType, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Link } from '../../ui/index.js';
import styles from '../cases/cases.module.css';
import { TouchedFields } from './prolongations.queries.js';
import { useProlongationTexts } from './texts.js';

/** Decisions that a prolongation touches, each with its days before and after. */
export function Touched({ decisions }: { decisions: readonly FragmentType<typeof TouchedFields>[] }) {
  const t = useProlongationTexts();
  const format = useFormat();
  const day = (value: string | null | undefined) => (value ? format.dayShort(value) : '–');
  return (
    <ul className={styles.list}>
      {read(TouchedFields, decisions).map((one, at) => (
        <li key={one.decision?.id ?? at}>
          <div className={styles.line}>
            {one.decision ? <Link href={`/applications/${one.decision.application.id}`}>{one.decision.number}</Link> : <span>–</span>}
            <span>{one.household.reference}</span>
          </div>
          <span className={styles.fine}>
            {[
              one.status &&
                `${t(`status.${one.status}`)}: ${t('statusDays', { before: day(one.statusUntilBefore), after: day(one.statusUntilAfter) })}`,
              one.benefitUntilAfter && t('benefitDays', { before: day(one.benefitUntilBefore), after: day(one.benefitUntilAfter) }),
              one.skipped && t('skipped'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
