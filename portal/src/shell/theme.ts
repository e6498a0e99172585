import { useSyncExternalStore } from 'react';

/** As the system says, or chosen. */
export type Theme = 'system' | 'light' | 'dark';

const remembered = 'atbalsts.theme';
const listeners = new Set<() => void>();

const current = (): Theme => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
};

/** Chooses the theme on this machine. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, theme);
  } catch {
    // Closed storage: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

/** The theme as it was chosen. */
export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
