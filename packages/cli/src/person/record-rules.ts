import type { HeldRow } from './person-export.js';
import { benefitsRules } from './rules/benefits.js';
import { commonRules } from './rules/common.js';
import { institutionsRules } from './rules/institutions.js';
import { registryRules } from './rules/registry.js';
import { latest, type RecordRule } from './rules/rule.js';
import { servicesRules } from './rules/services.js';

export type { RecordRule } from './rules/rule.js';

/** Stands behind every period below: none of them is in the project's documents. */
export const retentionNote =
  'The periods are assumed: a municipality sets them in its case nomenclature (Archives Law; Law on Accounting for payments). Change them in packages/cli/src/person/rules.';

/** One rule for each table that holds something on persons; a table without one lets nobody be erased. */
export const recordRules: Readonly<Record<string, RecordRule>> = {
  ...commonRules,
  ...registryRules,
  ...benefitsRules,
  ...servicesRules,
  ...institutionsRules,
};

/** Why a person cannot be erased yet. */
export interface RetentionHold {
  table: string;
  lv: string;
  en: string;
}

/** What stands against erasing a person on a day: records that still run, periods that do, and tables without a rule. */
export function retentionHolds(held: Readonly<Record<string, { rows: readonly HeldRow[] }>>, today: string): RetentionHold[] {
  return Object.entries(held).flatMap(([table, { rows }]): RetentionHold[] => {
    const rule = recordRules[table];
    if (!rule) return [{ table, lv: `${table}: nav noteikts, cik ilgi to glabā.`, en: `${table}: nothing says how long it is kept.` }];
    const { years, ends } = rule;
    if (years === null || !ends) return [];
    const days = rows.map((row) => ends(row));
    if (days.includes(null)) return [{ table, lv: `${rule.lv}: vēl nav beigusies.`, en: `${rule.en}: it still runs.` }];
    const last = latest(...days) as string;
    const until = `${Number(last.slice(0, 4)) + years}${last.slice(4)}`;
    if (today >= until) return [];
    return [{ table, lv: `${rule.lv}: jāglabā līdz ${until}.`, en: `${rule.en}: must be kept until ${until}.` }];
  });
}
