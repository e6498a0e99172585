import { TriangleAlert } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { Link } from '../../ui/index.js';
import { changeOf, figurePath, greatestOf, isHeading } from './figures.js';
import styles from './report.module.css';
import type { Discrepancy, ReportRow, ReportTable } from './report-table.js';
import { type FigureWords, useFigures } from './use-figures.js';

/**
 * A table of the report. Each figure opens its records; arrows go from figure to figure. The bars draw the year against the year before, each measure
 * against its own greatest figure.
 */
export function FigureTable({ table, year, discrepancies }: { table: ReportTable; year: number; discrepancies: readonly Discrepancy[] }) {
  const figures = useFigures();
  const { t, format } = figures;
  const body = useRef<HTMLTableSectionElement>(null);
  const greatest = greatestOf(table.rows);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const next = links[links.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={table[format.language]}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col" className={styles.figures}>
              {year}
            </th>
            <th scope="col" className={styles.figures}>
              {year - 1}
            </th>
            <th scope="col" className={styles.figures}>
              {t('change')}
            </th>
            <th scope="col" className={styles.scale}>
              {t('scale', { year: year - 1 })}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {table.rows.map((row) => (
            <FigureRow
              key={row.key}
              row={row}
              address={figurePath(year, table.id, row.key)}
              heading={isHeading(row, table.rows)}
              greatest={greatest.get(row.measure) ?? 0}
              flagged={discrepancies.some((one) => one.row === row.key)}
              figures={figures}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: ReportRow;
  address: string;
  heading: boolean;
  greatest: number;
  flagged: boolean;
  figures: FigureWords;
}

function FigureRow({ row, address, heading, greatest, flagged, figures }: RowProps) {
  const { t, format, bare, counted, signed, signedShare } = figures;
  const label = row[format.language];
  const indent = { '--level': row.level } as CSSProperties;
  if (heading) {
    return (
      <tr className={styles.heading}>
        <th scope="row" colSpan={5} style={indent}>
          {label}
        </th>
      </tr>
    );
  }
  const change = changeOf(row);
  const shown = typeof row.value === 'number' ? counted(row.value, row.measure) : row.suppressed ? t('withheld') : t('noFigure');
  return (
    <tr>
      <th scope="row" style={indent}>
        {label}
        {flagged ? (
          <span className={styles.flag} title={t('flagged')}>
            <TriangleAlert size={14} aria-hidden="true" />
            <span className="unseen">{t('flagged')}</span>
          </span>
        ) : null}
      </th>
      <td className={styles.figures}>
        <Link href={address} title={t('openFigure', { label, figure: shown })}>
          {typeof row.value === 'number' ? bare(row.value) : shown}
        </Link>
        {row.measure === 'PERSONS' || row.measure === 'OTHER' ? null : <span className={styles.unit}>{t(`measure.${row.measure}`)}</span>}
      </td>
      <td className={styles.figures}>
        {typeof row.previous === 'number' ? bare(row.previous) : row.previousSuppressed ? t('withheld') : '–'}
      </td>
      <td className={styles.figures}>
        {change ? <Change {...change} signed={signed} share={change.share === null ? '' : signedShare(change.share)} /> : null}
      </td>
      <td className={styles.scale} aria-hidden="true">
        {greatest > 0 ? (
          <span className={styles.bars}>
            <span className={styles.bar} style={shareOf((row.value ?? 0) / greatest)} />
            {typeof row.previous === 'number' ? <span className={styles.tick} style={shareOf(row.previous / greatest)} /> : null}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

const shareOf = (share: number) => ({ '--share': `${share * 100}%` }) as CSSProperties;

const Change = ({ by, share, signed }: { by: number; share: string; signed(value: number): string }) => (
  <>
    {signed(by)}
    {share && by !== 0 ? <span className={styles.unit}>{share}</span> : null}
  </>
);
