import { useCallback } from 'react';
import { Chart, type Column, Link, type Plot, Table } from '../../ui/index.js';
import styles from './report.module.css';
import { useFigures } from './use-figures.js';

/** A bar: a figure of the year and of the year before, and where its records are. */
export interface Bar {
  label: string;
  now?: number | null;
  before?: number | null;
  href: string;
}

/** Figures of one measure as bars, the greatest first; the year before as a mark on each. */
export function FigureChart({ title, year, bars }: { title: string; year: number; bars: readonly Bar[] }) {
  const { t, bare } = useFigures();
  const label = t('chartOf', { title, year, before: year - 1 });
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const labels = Math.min(260, width * 0.45);
      const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now ?? 0, before ?? 0]));
      const short = (text: string) => (text.length > labels / 7 ? `${text.slice(0, Math.floor(labels / 7) - 1)}…` : text);
      return {
        marginLeft: labels,
        marginRight: 76,
        marginTop: 4,
        marginBottom: 4,
        x: { axis: null, domain: [0, most] },
        y: {
          label: null,
          tickSize: 0,
          tickFormat: short,
          domain: [...bars].sort((a, b) => (b.now ?? 0) - (a.now ?? 0)).map((bar) => bar.label),
        },
        marks: [
          plot.barX(bars, { x: (bar: Bar) => bar.now ?? 0, y: 'label', fill: 'var(--chart-1)', insetTop: 4, insetBottom: 4 }),
          plot.tickX(
            bars.filter(({ before }) => typeof before === 'number'),
            { x: 'before', y: 'label', stroke: 'var(--chart-2)', strokeWidth: 3, insetTop: 1, insetBottom: 1 },
          ),
          plot.text(bars, {
            x: (bar: Bar) => Math.max(bar.now ?? 0, bar.before ?? 0),
            y: 'label',
            text: (bar: Bar) => bare(bar.now ?? 0),
            textAnchor: 'start',
            dx: 8,
            fill: 'var(--ink)',
            fontVariant: 'tabular-nums',
          }),
        ],
      };
    },
    [bars, bare],
  );
  const columns: Column<Bar>[] = [
    { id: 'row', header: t('row'), cell: (bar) => <Link href={bar.href}>{bar.label}</Link> },
    { id: 'now', header: String(year), figures: true, cell: (bar) => bare(bar.now ?? 0), sort: (bar) => bar.now },
    {
      id: 'before',
      header: String(year - 1),
      figures: true,
      cell: (bar) => (typeof bar.before === 'number' ? bare(bar.before) : '–'),
      sort: (bar) => bar.before,
    },
  ];
  return (
    <>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i /> {year}
        </span>
        <span>
          <i className={styles.before} /> {year - 1}
        </span>
      </p>
      <Chart
        label={label}
        height={bars.length * 34 + 8}
        draw={draw}
        table={<Table label={label} columns={columns} rows={bars} id={(bar) => bar.href} />}
      />
    </>
  );
}
