import i18next from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../format/format.js';
import * as format from '../format/format.js';

export type { Label, Language } from '../format/format.js';

const remembered = 'atbalsts.language';

/** The language chosen last on this machine; Latvian for who never chose. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(remembered) === 'en' ? 'en' : 'lv';
  } catch {
    return 'lv';
  }
}

/** The texts of the portal; each screen adds its own namespace (see texts.ts). */
export const i18n = i18next.createInstance();
i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: false,
  interpolation: { escapeValue: false },
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  showSupportNotice: false,
} as Parameters<typeof i18n.init>[0]);

/** The language of the screen and the way to another. */
export interface Speaking {
  language: Language;
  speak(language: Language): void;
}

/** Given by the application's root. */
export const SpeakingContext = createContext<Speaking>({ language: 'lv', speak: () => {} });

/** The language people read now, and `speak` to change it. */
export const useLanguage = (): Speaking => useContext(SpeakingContext);

/** Keeps a choice of language on this machine and tells i18next and the page. */
export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // Closed storage: the choice holds until the page is left.
  }
}

/** Dates, money and numbers in the language of the screen. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      language,
      day: (day: string) => format.formatDay(day, language),
      dayShort: (day: string) => format.formatDayShort(day, language),
      dayLong: (day: string) => format.formatDayLong(day, language),
      month: (month: string, within = false) => format.formatMonth(month, language, within),
      moment: (moment: string) => format.formatMoment(moment, language),
      period: (from: string, until?: string | null) => format.formatPeriod(from, until, language),
      euro: (amount: string) => format.formatEuro(amount, language),
      number: (value: number, digits?: number) => format.formatNumber(value, language, digits),
      share: (share: number, digits?: number) => format.formatShare(share, language, digits),
      distance: (day: string, today: string) => format.formatDistance(day, today, language),
    }),
    [language],
  );
}

/** What {@link useFormat} gives. */
export type Format = ReturnType<typeof useFormat>;
