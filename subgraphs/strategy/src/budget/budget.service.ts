import type { Context } from '@atbalsts/graphql';
import { budgetRows } from '../report/funding-sources.rules.js';
import { BudgetRow } from './budget.entity.js';

/** The budget of the own municipality for a year, in the order of the table funding-sources. */
export async function findBudget({ em, municipality }: Context, year: number): Promise<BudgetRow[]> {
  const rows: { row: string; source: string; planned: string | null; executed: string | null }[] = await em.execute(
    `select row_key as row, source, sum(amount) filter (where kind = 'PLANNED') as planned, sum(amount) filter (where kind = 'EXECUTED') as executed
       from budget_entry where municipality = ? and year = ? group by row_key, source order by row_key, source`,
    [municipality, year],
  );
  const place = (row: string) => budgetRows.findIndex(({ key }) => key === row);
  const cents = (sum: string | null) => (sum === null ? null : Number(sum));
  return rows
    .sort((a, b) => place(a.row) - place(b.row))
    .map((row) => Object.assign(new BudgetRow(), { ...row, year, planned: cents(row.planned), executed: cents(row.executed) }));
}
