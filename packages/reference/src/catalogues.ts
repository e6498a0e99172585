import { z } from 'zod';
import { readData } from './data.js';
import { results } from './results.js';
import type { Label } from './values.js';

/** What a service does for its client, after the definitions of the Law on Social Services and Social Assistance, section 1 (judged). */
export type ServiceKind = 'CARE' | 'REHABILITATION' | 'SOCIAL_WORK' | 'HOUSING' | 'TRANSPORT' | 'OTHER';

/** A social service (sociālais pakalpojums) of the catalogue. */
export interface ServiceType {
  readonly code: string;
  readonly label: Label;
  readonly kind: ServiceKind;
  /** In the minimum that the regional programme wants in every municipality; null where nobody decided (the programme names no service). */
  readonly minimumBasket: boolean | null;
}

/** A benefit (pabalsts) of the catalogue. */
export interface BenefitType {
  readonly code: string;
  readonly label: Label;
  /** Granted only to a needy or low-income household. */
  readonly meansTested: boolean;
  /** What a decision cites, in Latvian. */
  readonly legalBasis: string;
  /** The documents name the benefit, but not its provision or whether means are tested. */
  readonly assumed: boolean;
  /** One of the guarantees for orphans, children without parental care and their families. */
  readonly orphanGuarantee: boolean;
}

const kinds = readData(
  'service-kinds.json',
  z.object({
    kinds: z.record(
      z.string(),
      z.object({
        kind: z.enum(['CARE', 'REHABILITATION', 'SOCIAL_WORK', 'HOUSING', 'TRANSPORT', 'OTHER']),
        minimumBasket: z.boolean().nullable(),
      }),
    ),
  }),
).kinds;
const benefitFile = readData(
  'benefit-bases.json',
  z.object({
    orphanCodes: z.array(z.string().startsWith('orphan-')),
    bases: z.record(z.string(), z.object({ meansTested: z.boolean(), legalBasis: z.string().min(1), assumed: z.boolean() })),
  }),
);

function known<T>(found: T | undefined, code: string, file: string): T {
  if (found === undefined) throw new Error(`packages/reference/data/${file} lacks ${code}`);
  return found;
}

/** The 20 services of the 2022 results, in their order. */
export const serviceTypes: readonly ServiceType[] = results.services.map(({ code, lv, en }) => ({
  code,
  label: { lv, en },
  ...known(kinds[code], code, 'service-kinds.json'),
}));

function benefitType(code: string, label: Label, orphanGuarantee: boolean): BenefitType {
  return { code, label, ...known(benefitFile.bases[code], code, 'benefit-bases.json'), orphanGuarantee };
}

/** The 16 benefits of the 2022 results in their order, then the 11 guarantees for orphans (codes `orphan-...`, derived here). */
export const benefitTypes: readonly BenefitType[] = [
  ...results.benefits.map(({ code, lv, en }) => benefitType(code, { lv, en }, false)),
  ...results.orphanGuarantees.map((label, at) =>
    benefitType(known(benefitFile.orphanCodes[at], label.en, 'benefit-bases.json'), label, true),
  ),
];
