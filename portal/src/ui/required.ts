import { useState } from 'react';
import { useUiTexts } from './texts.js';

const isFilled = (value: string | number | null) => value !== null && String(value).trim() !== '';

/**
 * What must be filled in before a form can be sent at all: dates and choices that have no empty form in the graph. Whether a value is right says
 * the graph. Nothing is said before the first try.
 */
export function useRequired() {
  const t = useUiTexts();
  const [tried, setTried] = useState(false);
  return {
    /** Whether all of them are there; from now on the fields say what is missing. */
    check(...values: (string | number | null)[]): boolean {
      setTried(true);
      return values.every(isFilled);
    },
    /** What a field says: what the graph said of it, or that it is empty. */
    problem(value: string | number | null, told: string | null): string | null {
      return told ?? (tried && !isFilled(value) ? t('fillIn') : null);
    },
  };
}
