import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.js';

/** The language of the screen as the graph asks for it, ready for the variables of a query. */
export function useSpoken() {
  const { language } = useLanguage();
  return useMemo(() => ({ language, spoken: { language: language === 'lv' ? ('LV' as const) : ('EN' as const) } }), [language]);
}

/** The day of today in Riga, `YYYY-MM-DD`: for what is shown as late. What counts is the day of the graph. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
}
