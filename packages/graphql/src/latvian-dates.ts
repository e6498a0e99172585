/** A day as Latvian text writes it: 2026-11-22 is 22.11.2026., with the full stop of the ordinal. */
export const latvianDate = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}.`;

/** A day by itself: not within a file name, a number or a moment. A full stop after it is the one that the Latvian day ends with anyway. */
const dayAlone = /(?<![\w.-])(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])(?!\.\w)\.?/g;

/** Latvian text with its days written as Latvian writes them; other texts keep 2026-11-22, which everybody reads alike. */
export const latvianDates = (text: string): string => text.replace(dayAlone, (_, day: string) => latvianDate(day));
