import { Monitoring, StatisticalCount } from '@atbalsts/graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type MonitoringFigures, monitoringFigures, type Outcomes } from './monitoring.rules.js';

/** Executed bookings of a municipality and a year, out of every source, in cents; null where none is booked. */
export async function executedIn(em: EntityManager, municipality: string, year: number): Promise<number | null> {
  const [row]: { sum: string | null }[] = await em.execute(
    `select sum(amount) as sum from budget_entry where municipality = ? and year = ? and kind = 'EXECUTED'`,
    [municipality, year],
  );
  return row?.sum == null ? null : Number(row.sum);
}

/** The four questions for a report by which so many clients were served. */
export async function monitoringOf(
  em: EntityManager,
  municipality: string,
  year: number,
  clients: number | null,
  outcomes: Outcomes | null,
): Promise<MonitoringFigures> {
  return monitoringFigures(clients, await executedIn(em, municipality, year), outcomes);
}

/** The answers as the graph shows them. */
export function shownMonitoring({ outputs, surveyAnswers, ...rest }: MonitoringFigures): Monitoring {
  return Object.assign(new Monitoring(), {
    ...rest,
    outputs: Object.assign(new StatisticalCount(), outputs),
    surveyAnswers: Object.assign(new StatisticalCount(), surveyAnswers),
  });
}
