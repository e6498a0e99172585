import { useMemo } from 'react';
import type { Format } from '../../i18n/language.js';
import { useFormat } from '../../i18n/language.js';
import { type ReportTexts, useReportTexts } from './texts.js';

/** Measures of the graph that have words of their own. */
type Measure =
  | 'PERSONS'
  | 'FAMILIES'
  | 'HOUSEHOLDS'
  | 'CASES'
  | 'CONTRACTS'
  | 'PLACES'
  | 'POSTS'
  | 'EMPLOYEES'
  | 'EUR'
  | 'SESSIONS'
  | 'VISITS'
  | 'OTHER';

/** How figures are written. */
export interface FigureWords {
  /** The bare figure: "1 246 287", "235,16". */
  bare(value: number): string;
  /** With what it counts: "200 personas". */
  counted(value: number, measure: string): string;
  /** With its sign: "+25", "−3". */
  signed(value: number): string;
  /** A share with its sign: "+46 %". */
  signedShare(share: number): string;
  t: ReportTexts;
  format: Format;
}

/** Figures of the report in the language of the screen. */
export function useFigures(): FigureWords {
  const t = useReportTexts();
  const format = useFormat();
  return useMemo(() => {
    const bare = (value: number) => format.number(value, 2).replace('-', '\u2212');
    return {
      bare,
      counted: (value, measure) => t(`count.${measure as Measure}`, { count: value, figure: bare(value) }).replaceAll(' ', '\u00a0'),
      signed: (value) => (value > 0 ? `+${bare(value)}` : value === 0 ? '0' : bare(value)),
      signedShare: (share) => `${share > 0 ? '+' : ''}${format.share(share, 0)}`.replace('-', '\u2212'),
      t,
      format,
    };
  }, [t, format]);
}
