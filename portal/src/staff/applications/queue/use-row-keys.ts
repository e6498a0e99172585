import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/** Whether a key belongs to what is being typed, chosen or confirmed, and not to the screen. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true;
  const target = event.target as HTMLElement | null;
  return Boolean(target?.closest?.('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"], [role="menu"]'));
}

/**
 * Lets j and k go through the rows of a table from anywhere on the screen, and remembers at which row one is, so that coming back is coming back to it.
 * @param ids the rows in the order in which they are shown
 */
export function useRowKeys(
  container: RefObject<HTMLElement | null>,
  ids: readonly string[],
  at: string | null,
  onAt: (id: string) => void,
) {
  const restored = useRef(false);
  const focus = useCallback(
    (index: number) =>
      container.current?.querySelector<HTMLElement>(`tr[data-row="${Math.max(0, Math.min(ids.length - 1, index))}"]`)?.focus(),
    [container, ids],
  );
  useEffect(() => {
    if (restored.current || !ids.length) return;
    restored.current = true;
    const index = at ? ids.indexOf(at) : -1;
    if (index >= 0) focus(index);
  }, [ids, at, focus]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || isTyping(event)) return;
      event.preventDefault();
      const row = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('tr[data-row]');
      const now = row && container.current?.contains(row) ? Number(row.dataset.row) : at ? ids.indexOf(at) : -1;
      focus(now < 0 ? 0 : row ? now + step : now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [container, ids, at, focus]);
  const onFocus = useCallback(
    (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
      const id = row ? ids[Number(row.dataset.row)] : undefined;
      if (id && id !== at) onAt(id);
    },
    [ids, at, onAt],
  );
  return { onFocus };
}
