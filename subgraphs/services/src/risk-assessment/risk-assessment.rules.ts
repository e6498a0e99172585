import { addMonths } from '@atbalsts/database';
import type { Problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What the rules look at beside the marks. */
export interface RiskLook {
  on: string;
  findings: string;
}

/** Everything that is wrong with an assessment of a case's family, beside its marks. */
export function riskProblems(look: RiskLook, openedOn: string, today: string): Problem[] {
  return new Invalid()
    .when(look.on > today, 'on', 'Riski nevar būt novērtēti nākotnē.', 'Risks cannot have been assessed in the future.')
    .when(look.on < openedOn, 'on', 'Tajā dienā lietas vēl nebija.', 'There was no case yet on that day.')
    .when(isBlank(look.findings), 'findings', 'Uzrakstiet, kas konstatēts.', 'Write what was found.').found;
}

/** An assessment as far as the risk of the case depends on it. */
export interface AssessedRisk<Level> {
  on: string;
  recordedAt: Date;
  level: Level;
}

/**
 * The level that the case has: that of the latest day, and of two of one day that of the one recorded later. Paper that comes late adds to the history
 * and changes nothing of today. Null where nothing was assessed.
 */
export function currentRisk<Level>(assessments: readonly AssessedRisk<Level>[]): Level | null {
  let latest: AssessedRisk<Level> | null = null;
  for (const one of assessments) {
    if (!latest || one.on > latest.on || (one.on === latest.on && one.recordedAt >= latest.recordedAt)) latest = one;
  }
  return latest?.level ?? null;
}

/** By when a family is to be assessed again. */
export const nextRiskDueOn = (on: string, months: number): string => addMonths(on, months);
