import { useCallback } from 'react';
import { useFormat } from '../i18n/language.js';
import { units, usePartnerWords } from './words.js';

/** Says how much was delivered: "2 nodarbības", "1.5 hours". */
export function useAmount(): (count: number, unit: string) => string {
  const words = usePartnerWords();
  const format = useFormat();
  return useCallback(
    (count, unit) => {
      const known = units.find((one) => one === unit);
      return `${format.number(count, 2)}\u00a0${known ? words(`unit.${known}`, { count }) : unit}`;
    },
    [words, format],
  );
}
