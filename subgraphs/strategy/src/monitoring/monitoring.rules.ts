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

/** What services say of a year. */
export interface Outcomes {
  goalsClosed: number;
  goalsAchieved: number;
  surveyAnswers: number;
  meanScore: number | null;
}

/**
 * The four questions: clients, and what was spent for each, as strategy knows them; whether anyone is better off and how the client feels, as services say.
 * @param clients persons who received benefits in the year; null without records
 * @param spent executed bookings of the year out of every source, in cents; null without any
 * @param outcomes null where services do not answer
 */
export function monitoringFigures(clients: number | null, spent: number | null, outcomes: Outcomes | null): MonitoringFigures {
  return {
    outputs: { value: clients, suppressed: false },
    goalsAchievedShare: outcomes?.goalsClosed ? rounded(outcomes.goalsAchieved / outcomes.goalsClosed, 4) : null,
    satisfaction: outcomes?.surveyAnswers && outcomes.meanScore !== null ? rounded(outcomes.meanScore, 2) : null,
    surveyAnswers: { value: outcomes?.surveyAnswers ?? null, suppressed: false },
    costPerClient: clients && spent !== null ? Math.round(spent / clients) : null,
  };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * The same as it is published. Clients that the report withholds are withheld here, with the cost that would tell their number; so few answers that a person could be
 * known by them go with the mean they make; so does a share that is made of so few goals, achieved or not.
 * @param withheld whether the report withholds the row of the clients
 * @param outcomes what the share of goals was made of
 */
export function publishedMonitoring(figures: MonitoringFigures, withheld: boolean, outcomes: Outcomes | null): MonitoringFigures {
  const hidden: Count = { value: null, suppressed: true };
  const fewAnswers = isSmall('PERSONS', figures.surveyAnswers.value);
  return {
    ...figures,
    ...(withheld ? { outputs: hidden, costPerClient: null } : {}),
    ...(fewAnswers ? { surveyAnswers: hidden, satisfaction: null } : {}),
    ...(outcomes && tellsOfFewGoals(outcomes) ? { goalsAchievedShare: null } : {}),
  };
}

/** Whether a person could be known by the share: 1 to 4 goals in all, achieved, or not achieved. */
const tellsOfFewGoals = ({ goalsClosed, goalsAchieved }: Outcomes): boolean =>
  [goalsClosed, goalsAchieved, goalsClosed - goalsAchieved].some((count) => isSmall('PERSONS', count));
