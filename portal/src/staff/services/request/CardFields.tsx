import { NumberField } from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { useServiceTexts } from '../texts.js';
import type { Points } from './card.js';

/** The lines of a form that is data: areas with their criteria, each with points from none to the most it can have. */
export function CardFields({
  areas,
  points,
  onChange,
  incomplete,
}: {
  areas: readonly { code: string; label: string; criteria: readonly { code: string; label: string; most: number }[] }[];
  points: Points;
  onChange(points: Points): void;
  /** Marks the lines that still have no points. */
  incomplete: boolean;
}) {
  const t = useServiceTexts();
  return (
    <div className={styles.areas}>
      {areas.map(({ code, label, criteria }) => (
        <fieldset key={code} className={styles.area}>
          <legend>{label}</legend>
          <div className={styles.criteria}>
            {criteria.map((one) => (
              <NumberField
                key={one.code}
                label={one.label}
                value={points[one.code] ?? null}
                onChange={(value) => onChange({ ...points, [one.code]: value })}
                least={0}
                most={one.most}
                unit={t('points', { most: one.most })}
                problem={incomplete && typeof points[one.code] !== 'number' ? t('incomplete') : null}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
