import { DateField, NumberField } from '../../ui/index.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { today } from './today.js';
import { UnitSelect } from './unit-select.js';

/** A post as it is written into a form: of which unit, how much of it, and from which day. */
export interface PostDraft {
  unitId: string | null;
  fte: number | null;
  from: string | null;
}

/** A whole post from today on, of no unit yet: what a form begins with. */
export const fullPost = (): PostDraft => ({ unitId: null, fte: 1, from: today() });

/** A post from a first day on as the graph takes it; of what else is empty it says what is wrong. */
export const postInput = ({ unitId, fte }: PostDraft, from: string) => ({ unitId: unitId ?? '', fte: fte ?? 0, from });

/** Unit, size and first day of a post. */
export function PostFields({
  value,
  onChange,
  fromLabel,
  problem,
}: {
  value: PostDraft;
  onChange(value: PostDraft): void;
  /** What the first day is called. */
  fromLabel: string;
  /** What the graph said of `unitId`, `fte` and `from`. */
  problem(field: keyof PostDraft): string | null;
}) {
  const t = usePeopleTexts();
  return (
    <>
      <UnitSelect value={value.unitId} onChange={(unitId) => onChange({ ...value, unitId })} problem={problem('unitId')} />
      <div className={styles.pair}>
        <NumberField
          label={t('size')}
          hint={t('sizeHint')}
          value={value.fte}
          onChange={(fte) => onChange({ ...value, fte })}
          least={0.01}
          most={1.5}
          step={0.01}
          required
          problem={problem('fte')}
        />
        <DateField
          label={fromLabel}
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
          required
          problem={problem('from')}
        />
      </div>
    </>
  );
}
