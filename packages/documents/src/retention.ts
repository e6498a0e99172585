import { readFileSync } from 'node:fs';
import { addMonths, type IsoDate } from '@atbalsts/database';
import { z } from 'zod';
import { DocumentKind } from './kind.js';

const shape = z.object({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      kinds: z.array(z.enum(DocumentKind)).min(1),
      since: z.iso.date(),
      years: z.number().int().min(0).max(100),
      basis: z.string().min(1),
      assumed: z.boolean(),
      note: z.string(),
    }),
  ),
});

/** How long documents of a kind are kept after their record is closed, since a day. */
export interface RetentionRule {
  kind: DocumentKind;
  since: IsoDate;
  years: number;
  /** The rule of law. */
  basis: string;
  /** True where the law does not say it of this kind, and a municipality has to confirm it. */
  assumed: boolean;
}

/** All rules, the latest of a kind first. Data: `data/retention.json`. */
export const retentionRules: readonly RetentionRule[] = shape
  .parse(JSON.parse(readFileSync(new URL('../data/retention.json', import.meta.url), 'utf8')))
  .rules.flatMap(({ kinds, since, years, basis, assumed }) => kinds.map((kind) => ({ kind, since, years, basis, assumed })))
  .sort((a, b) => (a.since < b.since ? 1 : -1));

/** The rule of a kind on a day. Each kind has one for each day since 1992. */
export function retentionOf(kind: DocumentKind, on: IsoDate): RetentionRule {
  const rule = retentionRules.find((one) => one.kind === kind && one.since <= on);
  if (!rule) throw new RangeError(`no retention of ${kind} is known for ${on}`);
  return rule;
}

/** The first day on which a document of a record closed on a day is kept no longer. */
export function endOfRetention(kind: DocumentKind, closedOn: IsoDate): IsoDate {
  return addMonths(closedOn, 12 * retentionOf(kind, closedOn).years);
}
