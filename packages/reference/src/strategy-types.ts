import type { RowRef } from './report-tables.js';
import type { Cents, Label } from './values.js';

/** Where money comes from, as the graph names it. */
export type FundingSource = 'MUNICIPAL' | 'STATE' | 'EU_FUND' | 'NGO' | 'CLIENT' | 'DEINSTITUTIONALISATION';

/** What an indicator should reach in a year: at least `value`. */
export interface YearTarget {
  readonly year: number;
  readonly value: number;
}

/** How one sees that a task succeeds. Bound to a report row it measures itself; unbound (`measure` null) somebody records it. */
export interface IndicatorDefinition {
  readonly title: Label;
  readonly measure: RowRef | null;
  readonly targets: readonly YearTarget[];
  /** The target is in no document. */
  readonly assumed: boolean;
}

/** A task of a strategy (uzdevums, rīcība); Bauska's measures (pasākumi) are sub-tasks. */
export interface TaskDefinition {
  /** The number as printed: '2.4', '2.4.1'. */
  readonly code: string;
  /** Code of the task this one is a sub-task of. */
  readonly parent: string | null;
  readonly title: Label;
  readonly result: Label;
  /** First and last year of the work, both included. */
  readonly fromYear: number;
  readonly untilYear: number;
  /** The term as the document prints it, where that is more or other than two years: "2016-2010" is printed so. */
  readonly termPrinted: string | null;
  /** Who answers for it, in Latvian as printed. */
  readonly responsible: string;
  readonly funding: readonly FundingSource[];
  readonly indicators: readonly IndicatorDefinition[];
}

/** A strategic goal (stratēģiskais mērķis) with its tasks, parents before their sub-tasks. */
export interface GoalDefinition {
  readonly code: string;
  readonly title: Label;
  readonly tasks: readonly TaskDefinition[];
}

/** A line of an investment plan. Shares are fractions of the amount: 0.85 is 85 %; null: none, or not printed. */
export interface InvestmentDefinition {
  readonly code: string;
  readonly parent: string | null;
  readonly title: Label;
  /** Indicative amount; null where none is printed. */
  readonly amount: Cents | null;
  /** The amount is for each year, not for the whole period. */
  readonly annual: boolean;
  readonly municipalShare: number | null;
  readonly stateShare: number | null;
  readonly foreignShare: number | null;
  readonly foreignSource: string | null;
}

/** Field of a SWOT analysis (SVID). */
export type SwotKind = 'STRENGTH' | 'WEAKNESS' | 'OPPORTUNITY' | 'THREAT';

/** One sentence of a SWOT analysis. */
export interface SwotItemDefinition {
  readonly kind: SwotKind;
  readonly text: Label;
}

/** A strategy or a yearly plan, whole. `fromYear` and `untilYear` are both included. */
export interface StrategyDefinition {
  readonly key: string;
  readonly municipality: string;
  readonly title: Label;
  readonly fromYear: number;
  readonly untilYear: number;
  readonly mission: Label;
  readonly vision: Label;
  readonly goals: readonly GoalDefinition[];
  readonly investments: readonly InvestmentDefinition[];
  readonly swot: readonly SwotItemDefinition[];
  readonly source: string;
}
