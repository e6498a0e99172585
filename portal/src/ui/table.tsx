import { createSortedRowModel, rowSortingFeature, type SortingState, sortFn_basic, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, Link } from './button.js';
import { classes } from './classes.js';
import styles from './table.module.css';
import { useUiTexts } from './texts.js';

/** One column. */
export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  /** What the column is sorted by; without it it is not sorted. Money: `Number(row.amount)`; names: the name itself (sorted as the language sorts). */
  sort?(row: Row): string | number | null | undefined;
  /** Figures stand to the right, below each other. */
  figures?: boolean;
  /** CSS width, e.g. `8rem`. */
  width?: string;
}

/** A table. Arrows go from row to row, Enter opens one. */
export interface TableProps<Row> {
  /** Name of the table for who does not see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id(row: Row): string;
  /** Address that a row opens; the first cell becomes a link to it. */
  href?(row: Row): string;
  /** What a row does when it is opened, where there is no address. */
  onOpen?(row: Row): void;
  /** The row that is shown beside the table now. */
  current?: string | null;
  /** Height of the part that scrolls; needed for many rows, of which only those in sight are drawn then. */
  height?: string;
  /** Shown in place of rows when there is none. */
  empty?: ReactNode;
  /** Fetches the next page; absent on the last one. */
  onMore?(): void;
  loadingMore?: boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: { basic: sortFn_basic } });
const rowHeight = 41;
const manyRows = 60;

/** Rows and columns of records. */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { label, columns, rows, id, href, onOpen, current, height, empty, onMore, loadingMore } = props;
  const t = useUiTexts();
  const navigate = useNavigate();
  const [sorting, setSorting] = useState<SortingState>([]);
  const [active, setActive] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.sort?.(row) ?? undefined,
        enableSorting: Boolean(column.sort),
        sortUndefined: 'last' as const,
        sortFn: (a: { original: Row }, b: { original: Row }) => compare(column.sort?.(a.original), column.sort?.(b.original)),
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, onSortingChange: setSorting, getRowId: id });
  const sorted = table.getRowModel().rows;
  const virtual = Boolean(height) && sorted.length > manyRows;
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: virtual,
  });
  const items = virtual ? virtualizer.getVirtualItems() : sorted.map((_, index) => ({ index, start: 0, end: 0 }));
  const above = virtual ? (items[0]?.start ?? 0) : 0;
  const below = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const opens = Boolean(href ?? onOpen);
  const open = (row: Row) => (href ? navigate(href(row)) : onOpen?.(row));

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(sorted.length - 1, index));
    setActive(next);
    if (virtual) virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`tr[data-row="${next}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: sorted.length - 1,
      PageDown: index + 10,
      PageUp: index - 10,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      focusRow(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(row);
    }
  };

  if (!rows.length && empty) return <>{empty}</>;
  return (
    <>
      <div
        ref={scroll}
        className={styles.scroll}
        {...(height
          ? { role: 'region', 'aria-label': t('tableOf', { label }), tabIndex: 0, style: { '--height': height } as CSSProperties }
          : {})}
      >
        <table className={styles.table} aria-rowcount={sorted.length + 1} aria-label={label}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => {
                const state = sorting.find((one) => one.id === column.id);
                const Icon = state ? (state.desc ? ArrowDown : ArrowUp) : ArrowUpDown;
                return (
                  <th
                    key={column.id}
                    scope="col"
                    className={classes(column.figures && styles.figures)}
                    style={column.width ? { width: column.width } : undefined}
                    aria-sort={state ? (state.desc ? 'descending' : 'ascending') : undefined}
                  >
                    {column.sort ? (
                      <button
                        type="button"
                        className={classes(styles.sort, state && styles.sorted)}
                        onClick={table.getColumn(column.id)?.getToggleSortingHandler()}
                        title={t('sort', { column: column.header })}
                      >
                        {column.header}
                        <Icon size={13} aria-hidden="true" className="no-print" />
                      </button>
                    ) : (
                      column.header
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <Spacer height={above} span={columns.length} /> : null}
            {items.map(({ index }) => {
              const row = sorted[index];
              if (!row) return null;
              const { original } = row;
              return (
                <tr
                  key={row.id}
                  data-row={index}
                  aria-rowindex={index + 2}
                  className={classes(opens && styles.open, current === row.id && styles.current)}
                  aria-current={current === row.id ? 'true' : undefined}
                  tabIndex={opens ? (index === active ? 0 : -1) : undefined}
                  onFocus={() => setActive(index)}
                  onKeyDown={opens ? (event) => onKeyDown(event, index, original) : undefined}
                  onClick={opens ? (event) => !(event.target as HTMLElement).closest('a,button,input,label') && open(original) : undefined}
                >
                  {columns.map((column, place) => (
                    <td key={column.id} className={classes(column.figures && styles.figures)}>
                      {place === 0 && href ? <Link href={href(original)}>{column.cell(original)}</Link> : column.cell(original)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {below > 0 ? <Spacer height={below} span={columns.length} /> : null}
          </tbody>
        </table>
      </div>
      {onMore ? (
        <div className={classes(styles.more, 'no-print')}>
          <Button small look="quiet" onPress={onMore} isDisabled={loadingMore}>
            {loadingMore ? t('loading') : t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const Spacer = ({ height, span }: { height: number; span: number }) => (
  <tr>
    <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

const words = new Intl.Collator('lv', { numeric: true, sensitivity: 'base' });

function compare(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return words.compare(String(a ?? ''), String(b ?? ''));
}
