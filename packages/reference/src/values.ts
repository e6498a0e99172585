/** Money: integer Euro cents. Never a float; only the scalar Euro turns it into "109.00". */
export type Cents = number;

/** A calendar day, 'YYYY-MM-DD'. Such strings compare in the order of the days. */
export type IsoDate = string;

/** The languages of the graph. */
export type Language = 'LV' | 'EN';

/** A text in Latvian and in English. */
export interface Label {
  readonly lv: string;
  readonly en: string;
}

/** The text of a label in a language, Latvian when none is said. */
export function labelOf(label: Label, language: Language = 'LV'): string {
  return language === 'EN' ? label.en : label.lv;
}

/** Integer cents of an amount in Euro as the documents print it: 87.5 gives 8750. */
export function centsOf(eur: number): Cents {
  return Math.round(eur * 100);
}

/** The day after a day: turns a printed last day into the half-open end of a period. */
export function dayAfter(day: IsoDate): IsoDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** A period of days: holds from `validFrom`, no longer holds on `validUntil`; null means no end is known. */
export interface Validity {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** Whether a period holds on a day. */
export function holdsOn(period: Validity, on: IsoDate): boolean {
  return period.validFrom <= on && (period.validUntil === null || on < period.validUntil);
}
