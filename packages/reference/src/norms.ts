import { z } from 'zod';
import { readData } from './data.js';

/** Kinds of employee, as the graph names them. */
export type SpecialistKind =
  | 'SENIOR_SOCIAL_WORKER'
  | 'SOCIAL_WORKER'
  | 'CHARITABLE_SOCIAL_WORKER'
  | 'SOCIAL_CARER'
  | 'SOCIAL_REHABILITATOR'
  | 'SOCIAL_ASSISTANCE_ORGANISER'
  | 'CARER'
  | 'PSYCHOLOGIST'
  | 'OCCUPATIONAL_THERAPIST'
  | 'ASSISTANT'
  | 'OTHER';

/** Every kind of employee. */
export const specialistKinds = [
  'SENIOR_SOCIAL_WORKER',
  'SOCIAL_WORKER',
  'CHARITABLE_SOCIAL_WORKER',
  'SOCIAL_CARER',
  'SOCIAL_REHABILITATOR',
  'SOCIAL_ASSISTANCE_ORGANISER',
  'CARER',
  'PSYCHOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'ASSISTANT',
  'OTHER',
] as const satisfies readonly SpecialistKind[];

const kindShape = z.enum(specialistKinds);
const cited = { citation: z.string().min(1), assumed: z.boolean() };

/**
 * Norms of the work, each with its citation.
 * - `specialistsPerThousand`: one for each full 1000 inhabitants; `kinds` are counted, as in the 2022 results.
 * - `training`: hours a year by kind; a kind that is missing has no known obligation.
 * - `supervision`: hours a year, alone or in a group, for `kinds`.
 * - `caseload`: active cases of one social worker.
 * - `terms`: lengths of statuses, periods and deadlines; those named in `assumed` are in no document.
 */
export const norms = readData(
  'norms.json',
  z.object({
    specialistsPerThousand: z.object({ norm: z.number(), kinds: z.array(kindShape), ...cited }),
    training: z.object({ hours: z.partialRecord(kindShape, z.number().positive()), ...cited }),
    supervision: z.object({ individualHours: z.number(), groupHours: z.number(), kinds: z.array(kindShape), ...cited }),
    caseload: z.object({ from: z.number().int(), to: z.number().int(), norm: z.number().int(), ...cited }),
    terms: z.object({
      statusMonths: z.number().int(),
      statusMonthsWithoutWorkingAge: z.number().int(),
      incomeMonths: z.number().int(),
      decisionMonths: z.number().int(),
      challengeMonths: z.number().int(),
      socialWorkStartWorkingDays: z.number().int(),
      providerRegistrationYears: z.number().int(),
      assumed: z.array(z.string()),
    }),
  }),
);

/** An obligation of hours a year and the provision that asks for it. */
export interface TrainingNorm {
  readonly hours: number;
  readonly citation: string;
}

/** Training hours a year of a kind of employee, or undefined where none are known. */
export function trainingNorm(kind: SpecialistKind): TrainingNorm | undefined {
  const hours = norms.training.hours[kind];
  return hours === undefined ? undefined : { hours, citation: norms.training.citation };
}

/** Whether employees of a kind are social work specialists (sociālā darba speciālisti) in the sense of the norm per thousand. */
export function isSocialWorkSpecialist(kind: SpecialistKind): boolean {
  return norms.specialistsPerThousand.kinds.includes(kind);
}

/** Social work specialists that a municipality must have: one for each full 1000 inhabitants (section 10 of the law). */
export function requiredSpecialists(population: number): number {
  return Math.floor(population / 1000) * norms.specialistsPerThousand.norm;
}
