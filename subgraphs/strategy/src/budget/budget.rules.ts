import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What a booking is checked by. Money in cents. */
export interface BookingDetails {
  year: number;
  row: string;
  kind: 'PLANNED' | 'EXECUTED';
  amount: number;
  bookedOn: string;
  note?: string | null;
}

/** Budgets are planned at most so many years ahead (assumed: the term of a development strategy). */
const yearsAhead = 7;
const earliest = 1990;

/**
 * Everything that is wrong with a booking on the day of entry.
 * @param rows keys that can be booked
 * @param sum what is booked for the same year, row, kind and source so far, in cents
 */
export function bookingProblems(booking: BookingDetails, rows: ReadonlySet<string>, sum: number, today: string): Problem[] {
  const { year, row, kind, amount, bookedOn, note } = booking;
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const thisYear = Number(today.slice(0, 4));
  const latest = kind === 'PLANNED' ? thisYear + yearsAhead : thisYear;
  if (year < earliest || year > latest)
    invalid('year', `Gadam jābūt no ${earliest} līdz ${latest}.`, `The year must be from ${earliest} to ${latest}.`);
  if (!rows.has(row)) invalid('row', 'Tādas tabulas “funding-sources” rindas nav.', 'The table funding-sources has no such row to book.');
  if (bookedOn > today) invalid('bookedOn', 'Grāmatojuma diena nevar būt nākotnē.', 'A booking cannot lie in the future.');
  if (kind === 'EXECUTED' && bookedOn < `${year}-01-01`)
    invalid('bookedOn', 'Izpildi negrāmato pirms gada sākuma.', 'What was executed is not booked before its year begins.');
  if (amount === 0) invalid('amount', 'Summai jābūt atšķirīgai no nulles.', 'The amount must not be zero.');
  if (amount < 0 && !note?.trim())
    invalid('note', 'Norādiet, kāpēc grāmatojums tiek atcelts.', 'Say why the earlier booking is taken back.');
  if (amount < 0 && sum + amount < 0) invalid('amount', 'Atceltu vairāk, nekā ir iegrāmatots.', 'More would be taken back than is booked.');
  return found;
}
