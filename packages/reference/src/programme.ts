import { z } from 'zod';
import { labelShape, readData } from './data.js';
import type { RegionCode } from './municipalities.js';
import { type Cents, centsOf, type Label } from './values.js';

/** Rules of a call for projects of a regional programme. */
export interface ProjectCallRules {
  readonly code: string;
  readonly region: RegionCode;
  readonly title: Label;
  readonly year: number;
  readonly round: number;
  /** Longest duration of a project. */
  readonly maxMonths: number;
  /** Most that a project may ask for, as printed. */
  readonly printedCeiling: { readonly amount: number; readonly currency: string };
  /** The same in Euro cents; lats at the fixed rate of 0.702804 to the Euro. */
  readonly ceiling: Cents;
  /** Share of eligible costs that is paid, in percent: 100 is full funding. */
  readonly fundingRatePercent: number;
  /** Most of a project that may go to infrastructure, in percent. */
  readonly infrastructureMaxPercent: number;
  readonly eligibleApplicants: Label;
  readonly eligibleCosts: readonly string[];
  readonly conditions: readonly string[];
  readonly source: string;
}

/** Lats to one Euro, fixed irrevocably when Latvia joined the Euro on 2014-01-01 (Council Regulation (EU) No 870/2013). */
export const latsPerEuro = 0.702804;

const file = readData(
  'latgale-programme-2010.json',
  z.object({
    document: z.string(),
    year: z.number().int(),
    monitoring: z.object({ questions: z.array(labelShape).length(4) }),
    secondRoundCall: z.object({
      maxDurationYears: z.number(),
      maxAmount: z.number().positive(),
      currency: z.literal('LVL'),
      fundingRatePercent: z.number(),
      infrastructureMaxPercent: z.number(),
      eligibleApplicants: labelShape,
      eligibleCosts: z.array(z.string()),
      conditions: z.array(z.string()),
    }),
  }),
);
const call = file.secondRoundCall;

/** The second call of the Latgale programme for the development of social services (2010). */
export const projectCall: ProjectCallRules = {
  code: 'latgale-2010-2',
  region: 'latgale',
  title: {
    lv: 'Latgales reģiona sociālo pakalpojumu attīstības programma: projektu konkursa 2. kārta',
    en: 'Latgale regional programme for the development of social services: second call for projects',
  },
  year: file.year,
  round: 2,
  maxMonths: call.maxDurationYears * 12,
  printedCeiling: { amount: call.maxAmount, currency: call.currency },
  ceiling: centsOf(call.maxAmount / latsPerEuro),
  fundingRatePercent: call.fundingRatePercent,
  infrastructureMaxPercent: call.infrastructureMaxPercent,
  eligibleApplicants: call.eligibleApplicants,
  eligibleCosts: call.eligibleCosts,
  conditions: call.conditions,
  source: file.document,
};

/** The four questions that the Latgale programme's monitoring asks: what and how well, is anyone better off, how does it feel, what did it cost. */
export const monitoringQuestions: readonly Label[] = file.monitoring.questions;
