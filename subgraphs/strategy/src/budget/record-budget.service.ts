import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { budgetRows } from '../report/funding-sources.rules.js';
import { BudgetEntry, type BudgetRow } from './budget.entity.js';
import type { RecordBudgetInput } from './budget.input.js';
import { bookingProblems } from './budget.rules.js';
import { findBudget } from './budget.service.js';

const bookable: ReadonlySet<string> = new Set(budgetRows.map(({ key }) => key));

/**
 * Books a sum of the own municipality's budget. INVALID for an impossible year, row, day or amount; the same booking sent again under its key is booked
 * once, another one under a known key is DUPLICATE and shows the sums of that which exists.
 */
export function recordBudget(context: Context, input: RecordBudgetInput): Promise<Payload<'budget', BudgetRow>> {
  return mutate(context, 'budget', async () => {
    const { em, municipality, today, principal } = context;
    // Of two bookings at once the second waits: it sees the sum, and the key, of the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget ${municipality}`]);
    const key = input.key?.trim() || null;
    const known = key ? await em.findOne(BudgetEntry, { municipality, key }) : null;
    if (known) return sentAgain(context, known, input);
    const { year, row, kind, source, amount, bookedOn } = input;
    const problems = bookingProblems(input, bookable, await bookedSoFar(context, input), today);
    if (problems.length) throw new Refusal(problems);
    const note = input.note?.trim() || null;
    const content = { year, rowKey: row, kind, source, amount, bookedOn, note, key, subject: principal.subject };
    const entry = em.create(BudgetEntry, { id: newId(), municipality, ...content });
    await em.flush();
    await context.audit.write(em, {
      action: 'budget.record',
      object: `budget-entry:${entry.id}`,
      fields: ['year', 'row', 'kind', 'source', 'amount', 'bookedOn'],
    });
    return sumsOf(context, entry);
  });
}

async function bookedSoFar({ em, municipality }: Context, { year, row, kind, source }: RecordBudgetInput): Promise<number> {
  const [found]: { sum: string | null }[] = await em.execute(
    'select sum(amount) as sum from budget_entry where municipality = ? and year = ? and row_key = ? and kind = ? and source = ?',
    [municipality, year, row, kind, source],
  );
  return Number(found?.sum ?? 0);
}

async function sentAgain(
  context: Context,
  known: BudgetEntry,
  { year, row, kind, source, amount, bookedOn }: RecordBudgetInput,
): Promise<BudgetRow> {
  const sums = await sumsOf(context, known);
  const same =
    known.year === year &&
    known.rowKey === row &&
    known.kind === kind &&
    known.source === source &&
    known.amount === amount &&
    known.bookedOn === bookedOn;
  if (same) return sums;
  const twin = problem(
    ProblemCode.DUPLICATE,
    'Ar šo atslēgu jau ir cits grāmatojums.',
    'Another booking was made under this key already.',
    'key',
  );
  throw new Refusal([twin], sums);
}

async function sumsOf(context: Context, { year, rowKey, source }: BudgetEntry): Promise<BudgetRow> {
  const found = (await findBudget(context, year)).find((one) => one.row === rowKey && one.source === source);
  if (!found) throw new Error('A booking that was just made is in no sum');
  return found;
}
