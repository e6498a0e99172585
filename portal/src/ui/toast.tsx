import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.js';
import { Notice, type Tone } from './state.js';
import styles from './state.module.css';
import { useUiTexts } from './texts.js';

interface ToastEntry {
  id: number;
  tone: Tone;
  text: string;
}

let entries: readonly ToastEntry[] = [];
let last = 0;
const listeners = new Set<() => void>();
const tell = (next: readonly ToastEntry[]) => {
  entries = next;
  for (const listener of listeners) listener();
};

/** Says in the corner what was done ("Saved"). For what went wrong use a Notice where it went wrong. */
export function toast(text: string, tone: Tone = 'good'): void {
  last += 1;
  tell([...entries.slice(-3), { id: last, tone, text }]);
}

const close = (id: number) => tell(entries.filter((entry) => entry.id !== id));
const shownFor = 6000;

function Toast({ id, tone, text }: ToastEntry) {
  const t = useUiTexts();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stays while the pointer is over it
    <div className={styles.toast} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)}>
      <Notice
        tone={tone}
        action={<Button small look="quiet" label={t('close')} icon={<X size={15} aria-hidden="true" />} onPress={() => close(id)} />}
      >
        {text}
      </Notice>
    </div>
  );
}

/** Where toasts are shown; once, at the root. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
  return (
    <div className={styles.toasts} aria-live="polite">
      {shown.map((entry) => (
        <Toast key={entry.id} {...entry} />
      ))}
    </div>
  );
}
