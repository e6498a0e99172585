import type { RegisterIncomeSource, SimulatedPerson } from '@atbalsts/registers';

/** What the records of the demo say of a person on the day of an application. */
export interface RecordedPerson {
  id: string;
  householdId: string | null;
  residence: { municipality: string; since: string } | null;
  adult: boolean;
  pensioner: boolean;
  unemployedSince: string | null;
  /** Declared for the three months asked about, or lately; three sums each, in cents. */
  declared: readonly { source: string; monthly: readonly number[] }[];
}

/** How the pretended registers contradict the records of some people, so that there is something to look at. */
export type Planted = 'MORE_INCOME' | 'LESS_INCOME' | 'LIVES_ELSEWHERE' | 'UNEMPLOYMENT' | null;

const plants: readonly Planted[] = ['MORE_INCOME', 'LESS_INCOME', 'LIVES_ELSEWHERE', 'UNEMPLOYMENT'];

/** Which contradiction is planted with a person: with four of twelve some, always the same with the same person. */
export const plantedWith = (personId: string): Planted => plants[Number.parseInt(personId.slice(0, 6), 16) % 12] ?? null;

const spoken: readonly string[] = ['WAGE', 'PENSION', 'BENEFIT', 'SELF_EMPLOYMENT'];
/** What a person of pension age draws where nothing was declared yet, in cents a month. */
const usualPension = 35_000;

/**
 * What the pretended registers know of a person of the demo: what the records say, but for the planted contradictions.
 * @param months the three months before `until`, YYYY-MM, the oldest first
 */
export function simulatedOf(person: RecordedPerson, months: readonly string[]): SimulatedPerson {
  const planted = plantedWith(person.id);
  const known = person.declared.filter(({ source }) => spoken.includes(source));
  const base = known.length || !person.pensioner ? known : [{ source: 'PENSION', monthly: months.map(() => usualPension) }];
  const incomes = months.flatMap((month, at) =>
    base.map(({ source, monthly }) => ({ month, source: source as RegisterIncomeSource, amount: monthly[at] ?? 0 })),
  );
  if (planted === 'LESS_INCOME')
    for (const income of incomes) if (income.month === months[1]) income.amount = Math.floor((income.amount * 3) / 4);
  const last = months.at(-1);
  if (planted === 'MORE_INCOME' && person.adult && last)
    incomes.push({ month: last, source: person.pensioner ? 'PENSION' : 'WAGE', amount: person.pensioner ? 4_500 : 18_000 });
  const elsewhere = planted === 'LIVES_ELSEWHERE' && person.adult;
  const home = { addressKey: person.householdId ?? person.id, ...(person.residence ?? { municipality: '', since: '' }) };
  const swapped = person.adult && !person.pensioner && planted === 'UNEMPLOYMENT';
  return {
    residence: person.residence && (elsewhere ? { ...home, municipality: '0001000', addressKey: person.id } : home),
    deceasedOn: null,
    incomes: incomes.filter(({ amount }) => amount > 0),
    unemployedSince: swapped ? (person.unemployedSince ? null : `${months[0]}-15`) : person.unemployedSince,
  };
}

/** The three months before a month's first day or before the month of a day, as YYYY-MM, the oldest first. */
export function monthsBefore(until: string): string[] {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
  return [3, 2, 1].map((back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}
