/** The two languages of the portal; Latvian is the first. */
export type Language = 'lv' | 'en';

/** A text in both languages. */
export type Label = Readonly<Record<Language, string>>;

const locale: Readonly<Record<Language, string>> = { lv: 'lv-LV', en: 'en-GB' };

/** No-break space: a sum or a date is never torn over two lines. */
export const noBreak = '\u00a0';

const dash = '\u2013';
const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthsLv = [
  'janvāris',
  'februāris',
  'marts',
  'aprīlis',
  'maijs',
  'jūnijs',
  'jūlijs',
  'augusts',
  'septembris',
  'oktobris',
  'novembris',
  'decembris',
];
const monthsLvLocative = monthsLv.map((month) => (month.endsWith('is') ? `${month.slice(0, -2)}ī` : month.replace(/s$/, 'ā')));

const parts = (day: string): [year: string, month: string, day: string] => {
  const [y = '', m = '', d = ''] = day.slice(0, 10).split('-');
  return [y, m, d];
};

/** A day of the calendar, `YYYY-MM-DD`: "22.11.2026." in Latvian, "22 November 2026" in English. */
export function formatDay(day: string, language: Language): string {
  const [y, m, d] = parts(day);
  if (language === 'lv') return `${d}.${m}.${y}.`;
  return `${Number(d)}${noBreak}${monthsEn[Number(m) - 1]}${noBreak}${y}`;
}

/** A day short enough for a table: "22.11.2026." and "22/11/2026". */
export function formatDayShort(day: string, language: Language): string {
  const [y, m, d] = parts(day);
  return language === 'lv' ? `${d}.${m}.${y}.` : `${d}/${m}/${y}`;
}

/** A day in words with its weekday, for headings: "svētdiena, 2026. gada 22. novembris". */
export function formatDayLong(day: string, language: Language): string {
  const [y, m, d] = parts(day);
  const weekday = new Intl.DateTimeFormat(locale[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T12:00:00Z`),
  );
  if (language === 'lv') return `${weekday.toLowerCase()}, ${y}. gada ${Number(d)}. ${monthsLv[Number(m) - 1]}`;
  return `${weekday}, ${Number(d)} ${monthsEn[Number(m) - 1]} ${y}`;
}

/** A month, `YYYY-MM` or any day of it: "2026. gada novembris", "November 2026"; `within` for a sentence: "2026. gada novembrī". */
export function formatMonth(month: string, language: Language, within = false): string {
  const [y, m] = parts(month);
  if (language === 'en') return `${monthsEn[Number(m) - 1]} ${y}`;
  return `${y}. gada ${(within ? monthsLvLocative : monthsLv)[Number(m) - 1]}`;
}

const riga = (moment: string) => {
  const entries = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Riga',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment));
  const of = (type: string) => entries.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
};

/** The day of a moment (RFC 3339) in Riga, `YYYY-MM-DD`. */
export const dayOf = (moment: string): string => riga(moment).day;

/** The year it is in Riga at a moment, now unless told: at the turn of the year it is not the year of UTC, nor that of a computer set to another zone. */
export const yearInRiga = (moment: string = new Date().toISOString()): number => Number(dayOf(moment).slice(0, 4));

/** The clock of a moment in Riga: "16:30". */
export const formatTime = (moment: string): string => riga(moment).time;

/** A moment (RFC 3339) in Riga: "22.11.2026. 16:30". */
export function formatMoment(moment: string, language: Language): string {
  const { day, time } = riga(moment);
  return `${formatDayShort(day, language)}${noBreak}${time}`;
}

/** A period of days; without an end it goes on: "01.02.2026.–" reads badly, so "no 01.02.2026." and "from 01/02/2026". */
export function formatPeriod(from: string, until: string | null | undefined, language: Language): string {
  if (!until) return `${language === 'lv' ? 'no' : 'from'}${noBreak}${formatDayShort(from, language)}`;
  if (from === until) return formatDayShort(from, language);
  return `${formatDayShort(from, language)}${dash}${formatDayShort(until, language)}`;
}

/** A number with its thousands apart (from four digits on) and at most `digits` decimals. */
export function formatNumber(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits, useGrouping: 'always' })
    .format(value)
    .replace(/\u202f/g, noBreak);
}

/** A share from 0 to 1: "12,5 %" in Latvian, "12.5%" in English. */
export function formatShare(share: number, language: Language, digits = 1): string {
  const number = formatNumber(share * 100, language, digits);
  return language === 'lv' ? `${number}${noBreak}%` : `${number}%`;
}

/** Money of the graph, a decimal string with two digits: "1 234,56 EUR" in Latvian, "EUR 1,234.56" in English. Nothing is rounded. */
export function formatEuro(amount: string, language: Language): string {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(amount);
  if (!match) return amount;
  const [, sign, whole = '', cents] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'lv' ? noBreak : ',');
  const minus = sign ? '\u2212' : '';
  return language === 'lv' ? `${minus}${grouped},${cents}${noBreak}EUR` : `${minus}EUR${noBreak}${grouped}.${cents}`;
}

/** What somebody typed as money, as the graph takes it ("1 234,5" → "1234.50"); null where it is not money with at most two decimals. */
export function parseEuro(typed: string): string | null {
  const clean = typed.replace(/[\s\u00a0\u202f]|EUR|€/gi, '').replace(',', '.');
  const match = /^(-?)(\d{1,12})(?:\.(\d{0,2}))?$/.exec(clean);
  if (!match) return null;
  return `${match[1]}${match[2]?.replace(/^0+(?=\d)/, '')}.${(match[3] ?? '').padEnd(2, '0')}`;
}

/** Two sums of the graph together ("400.00" and "300.00" → "700.00"), in whole cents: nothing is rounded. Throws where one of them is no money. */
export function addEuro(one: string, other: string): string {
  const cents = [one, other].map((amount) => {
    const money = parseEuro(amount);
    if (money === null) throw new RangeError(`Not money: ${amount}`);
    return BigInt(money.replace('.', ''));
  });
  const sum = cents.reduce((before, next) => before + next, 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(3, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

/** How far a day is from today, as one says it: "šodien", "rīt", "pirms 3 dienām", "in 5 days". */
export function formatDistance(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day);
  const words: Record<number, Label> = {
    [-1]: { lv: 'vakar', en: 'yesterday' },
    0: { lv: 'šodien', en: 'today' },
    1: { lv: 'rīt', en: 'tomorrow' },
  };
  const word = words[days];
  if (word) return word[language];
  const count = Math.abs(days);
  if (language === 'en') return days < 0 ? `${count}${noBreak}days ago` : `in ${count}${noBreak}days`;
  const one = count % 10 === 1 && count % 100 !== 11;
  return days < 0 ? `pirms ${count}${noBreak}${one ? 'dienas' : 'dienām'}` : `pēc ${count}${noBreak}${one ? 'dienas' : 'dienām'}`;
}

/** A name without diacritics and in small letters: what a search compares. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The day before: the graph says the first day on which something no longer holds, people read the last on which it does. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
