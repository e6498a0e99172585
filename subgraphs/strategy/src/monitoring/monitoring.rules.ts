import { isSmall } from '../published-report/suppression.rules.js';

/** The row that counts clients: the only one by which a domain attests persons over everything it does, each once. */
export const clientsRow = { table: 'benefits-dynamics', row: 'benefit-recipients' } as const;

/** A count that may be withheld. */
export interface Count {
  value: number | null;
  suppressed: boolean;
}

/** Answers to the four questions of the regional programme. Money in cents. */
export interface MonitoringFigures {
  outputs: Count;
  goalsAchievedShare: number | null;
  satisfaction: number | null;
  surveyAnswers: Count;
  costPerClient: number | null;
}

/**
 * What strategy knows of the four questions: clients, and what was spent for each. Whether anyone is better off and how the client feels are records of
 * services, which no domain publishes: null, not guessed.
 * @param clients persons who received benefits in the year; null without records
 * @param spent executed bookings of the year out of every source, in cents; null without any
 */
export function monitoringFigures(clients: number | null, spent: number | null): MonitoringFigures {
  return {
    outputs: { value: clients, suppressed: false },
    goalsAchievedShare: null,
    satisfaction: null,
    surveyAnswers: { value: null, suppressed: false },
    costPerClient: clients && spent !== null ? Math.round(spent / clients) : null,
  };
}

/** The same as it is published: where the clients are so few that a person could be known, they are withheld, and the cost that would tell their number. */
export function publishedMonitoring(figures: MonitoringFigures): MonitoringFigures {
  if (!isSmall('PERSONS', figures.outputs.value)) return figures;
  return { ...figures, outputs: { value: null, suppressed: true }, costPerClient: null };
}
