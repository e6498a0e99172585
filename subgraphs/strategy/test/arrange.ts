import { newId } from '@atbalsts/database';
import type { TestSubgraph } from '@atbalsts/testing';

/** Puts rows into strategy's tables, past every service; each gives the id of what it made. */
export function arranger(town: TestSubgraph, municipality: string) {
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const whole: Record<string, unknown> = { id: newId(), municipality, ...row };
    const names = Object.keys(whole);
    await town.sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(whole),
    );
    return String(whole.id);
  };
  const texts = (name: string, text: string) => ({ [`${name}_lv`]: text, [`${name}_en`]: `${text} EN` });
  let position = 0;
  return {
    insert,
    strategy: (title: string, fromYear: number, untilYear: number) =>
      insert('strategy', {
        ...texts('title', title),
        ...texts('mission', 'Misija'),
        ...texts('vision', 'Vīzija'),
        from_year: fromYear,
        until_year: untilYear,
        source: 'Izdomāts',
      }),
    goal: (strategyId: string, code: string) =>
      insert('strategic_goal', { strategy_id: strategyId, code, position: position++, ...texts('title', `Mērķis ${code}`) }),
    task: (strategyId: string, goalId: string, code: string, change: Record<string, unknown> = {}) =>
      insert('task', {
        strategy_id: strategyId,
        goal_id: goalId,
        code,
        position: position++,
        ...texts('title', `Uzdevums ${code}`),
        ...texts('result', 'Rezultāts'),
        from_year: 2022,
        until_year: 2027,
        responsible: 'Vadība',
        funding: ['MUNICIPAL'],
        ...change,
      }),
    indicator: (taskId: string, table: string | null, row: string | null) =>
      insert('indicator', {
        task_id: taskId,
        position: position++,
        ...texts('title', 'Rādītājs'),
        measure_table: table,
        measure_row: row,
        assumed: false,
      }),
    target: (indicatorId: string, year: number, value: number) => insert('indicator_target', { indicator_id: indicatorId, year, value }),
    value: (indicatorId: string, year: number, value: number) =>
      insert('indicator_value', { indicator_id: indicatorId, year, value, evidence: 'Pārskats' }),
    booking: (year: number, row: string, cents: number, change: Record<string, unknown> = {}) =>
      insert('budget_entry', {
        year,
        row_key: row,
        kind: 'EXECUTED',
        source: 'MUNICIPAL',
        amount: cents,
        booked_on: `${year}-05-28`,
        ...change,
      }),
  };
}
