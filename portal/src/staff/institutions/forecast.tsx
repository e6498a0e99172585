import { useCallback } from 'react';
import { useFormat } from '../../i18n/language.js';
import { Chart, type Column, type Plot, Table } from '../../ui/index.js';
import type { FacilityData } from './facility-query.js';
import styles from './institutions.module.css';
import { useInstitutionsTexts } from './texts.js';

type Day = FacilityData['forecast'][number];

/** How many places will be free: surely, and if everybody leaves as agreed. */
export function Forecast({ days }: { days: readonly Day[] }) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const label = t('forecastLabel');
  const draw = useCallback(
    (plot: Plot, width: number) => ({
      marginLeft: 40,
      marginTop: 12,
      x: {
        label: null,
        type: 'utc' as const,
        ticks: Math.max(3, Math.round(width / 150)),
        tickFormat: (day: Date) => format.dayShort(day.toISOString()),
      },
      y: { label: null, grid: true, zero: true, ticks: 4, tickFormat: (count: number) => format.number(count, 0) },
      marks: [
        plot.areaY(days, { x: dateOf, y1: 'free', y2: 'expectedFree', curve: 'step-after', fill: 'var(--chart-2)', fillOpacity: 0.18 }),
        plot.lineY(days, {
          x: dateOf,
          y: 'expectedFree',
          curve: 'step-after',
          stroke: 'var(--chart-2)',
          strokeWidth: 2,
          strokeDasharray: '5 3',
        }),
        plot.lineY(days, { x: dateOf, y: 'free', curve: 'step-after', stroke: 'var(--chart-1)', strokeWidth: 2.5 }),
      ],
    }),
    [days, format],
  );
  const columns: Column<Day>[] = [
    { id: 'on', header: t('day'), cell: ({ on }) => format.dayShort(on) },
    { id: 'occupied', header: t('occupied'), figures: true, cell: ({ occupied }) => occupied },
    { id: 'reserved', header: t('reserved'), figures: true, cell: ({ reserved }) => reserved },
    { id: 'leaving', header: t('leaving'), figures: true, cell: ({ leaving }) => leaving },
    { id: 'free', header: t('free'), figures: true, cell: ({ free }) => free },
    { id: 'expected', header: t('expectedFree'), figures: true, cell: ({ expectedFree }) => expectedFree },
  ];
  return (
    <>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i /> {t('surelyFree')}
        </span>
        <span>
          <i className={styles.second} /> {t('expectedFree')}
        </span>
      </p>
      <Chart label={label} height={220} draw={draw} table={<Table label={label} columns={columns} rows={days} id={({ on }) => on} />} />
    </>
  );
}

const dateOf = ({ on }: Day): Date => new Date(`${on}T00:00:00Z`);
