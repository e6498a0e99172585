import { useFormat } from '../../i18n/language.js';
import { type Cell, mostOf } from '../cells.js';
import { useCellText } from '../withheld.js';
import styles from './comparison.module.css';
import { useComparisonTexts } from './texts.js';

/** A town with its cell of each year. */
export interface Series {
  code: string;
  name: string;
  cells: readonly { year: number; cell: Cell }[];
}

const [height, base, step] = [72, 58, 34] as const;

/** One small chart for each town, all to one scale: bars for what is known, hatched where withheld, a dotted line where nothing is published. */
export function Multiples({ series }: { series: readonly Series[] }) {
  const t = useComparisonTexts();
  const text = useCellText();
  const { number } = useFormat();
  const most = mostOf(series.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  return (
    <>
      <div className={styles.multiples}>
        {series.map(({ code, name, cells }) => (
          <figure key={code} className={styles.multiple}>
            <h3>{name}</h3>
            <svg
              viewBox={`0 0 ${Math.max(3, cells.length) * step} ${height}`}
              preserveAspectRatio="xMinYMid meet"
              role="img"
              aria-label={`${name}. ${cells.map(({ year, cell }) => t('townYear', { year, value: text(cell) })).join('; ')}`}
            >
              <line className={styles.axis} x1={0} x2={cells.length * step} y1={base} y2={base} />
              {cells.map(({ year, cell }, index) => (
                <Bar
                  key={year}
                  x={index * step}
                  cell={cell}
                  most={most}
                  year={year}
                  text={cell.kind === 'VALUE' ? number(cell.value, 1) : ''}
                />
              ))}
            </svg>
          </figure>
        ))}
      </div>
      {most > 0 ? <p className={styles.legend}>{t('multiplesNote', { most: number(most, 2) })}</p> : null}
    </>
  );
}

function Bar({ x, cell, most, year, text }: { x: number; cell: Cell; most: number; year: number; text: string }) {
  const full = base - 14;
  const tall = cell.kind === 'VALUE' && most > 0 ? Math.max(1, (cell.value / most) * full) : 0;
  return (
    <g>
      {cell.kind === 'VALUE' ? <rect className={styles.bar} x={x + 4} width={step - 8} y={base - tall} height={tall} rx={2} /> : null}
      {cell.kind === 'WITHHELD' ? <rect className={styles.hatched} x={x + 4} width={step - 8} y={base - 16} height={16} rx={2} /> : null}
      {cell.kind !== 'VALUE' && cell.kind !== 'WITHHELD' ? (
        <line className={styles.missing} x1={x + 6} x2={x + step - 6} y1={base - 6} y2={base - 6} />
      ) : null}
      {text ? (
        <text className={styles.figure} x={x + step / 2} y={base - tall - 3}>
          {text}
        </text>
      ) : null}
      <text x={x + step / 2} y={height - 3}>
        {`’${String(year).slice(2)}`}
      </text>
    </g>
  );
}
