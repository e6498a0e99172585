import type * as PlotModule from '@observablehq/plot';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.js';
import styles from './chart.module.css';
import { Skeleton } from './state.js';
import { useUiTexts } from './texts.js';

/** Observable Plot, given to whoever draws. */
export type Plot = typeof PlotModule;

/**
 * A chart with its table: who cannot see the one reads the other. `draw` gets Plot and the width in pixels; colours are the tokens
 * `var(--chart-1)` to `var(--chart-6)`. Plot itself is loaded with the first chart.
 */
export function Chart({
  label,
  draw,
  table,
  height = 260,
}: {
  /** What the chart says, in a sentence. */
  label: string;
  draw(plot: Plot, width: number): PlotModule.PlotOptions;
  table: ReactNode;
  /** Kept free while the chart is on its way. */
  height?: number;
}) {
  const t = useUiTexts();
  const [asTable, setAsTable] = useState(false);
  const [plot, setPlot] = useState<Plot | null>(null);
  const [width, setWidth] = useState(0);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!asTable) void import('@observablehq/plot').then(setPlot);
  }, [asTable]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is another one after the table
  useEffect(() => {
    const node = place.current;
    if (!node) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(node);
    return () => observer.disconnect();
  }, [asTable]);
  useEffect(() => {
    const node = place.current;
    if (!plot || !node || !width) return;
    // Plot brings a style of its own within the picture; the policy of the page lets none in, and chart.module.css says the same.
    const drawn = plot.plot({ width, height, ...draw(plot, width), className: 'plot', ariaLabel: label });
    // The whole is one picture with one name: names of its groups are not read, and not allowed where a group has no role.
    for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
    for (const style of drawn.querySelectorAll('style')) style.remove();
    node.replaceChildren(drawn);
    return () => drawn.remove();
  }, [plot, width, height, draw, label]);

  return (
    <figure className={styles.chart}>
      {asTable ? (
        table
      ) : (
        <div ref={place} style={{ minHeight: height }}>
          {plot ? null : <Skeleton lines={5} height={`${height}px`} />}
        </div>
      )}
      <div className="no-print">
        <Button small look="quiet" onPress={() => setAsTable(!asTable)}>
          {asTable ? t('asChart') : t('asTable')}
        </Button>
      </div>
    </figure>
  );
}
