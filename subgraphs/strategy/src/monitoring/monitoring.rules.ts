import { isSmall } from '../suppression/protection.rules.js';

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

/**
 * The same as it is published. Clients that the report withholds are withheld here, with the cost that would tell their number; so few answers that a person could be
 * known by them go with the mean they make.
 * @param withheld whether the report withholds the row of the clients
 */
export function publishedMonitoring(figures: MonitoringFigures, withheld: boolean): MonitoringFigures {
  const hidden: Count = { value: null, suppressed: true };
  const fewAnswers = isSmall('PERSONS', figures.surveyAnswers.value);
  return {
    ...figures,
    ...(withheld ? { outputs: hidden, costPerClient: null } : {}),
    ...(fewAnswers ? { surveyAnswers: hidden, satisfaction: null } : {}),
  };
}
