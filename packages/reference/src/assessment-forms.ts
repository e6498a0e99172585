import { z } from 'zod';
import { dateShape, labelShape, readData } from './data.js';
import { dayAfter } from './values.js';

const criterionShape = z.object({
  code: z.string().min(1),
  label: labelShape,
  most: z.number().int().positive(),
  weight: z.number().int().positive(),
  decisiveFrom: z.number().int().positive().optional(),
});
const areaShape = z.object({ code: z.string().min(1), label: labelShape, criteria: z.array(criterionShape).min(1) });
const levelShape = z.object({
  level: z.string().min(1),
  label: labelShape,
  fromScore: z.number().int().nonnegative(),
  nextInMonths: z.number().int().positive().optional(),
});

/** What an assessment form consists of, whichever version: areas with their criteria, and the levels that scores give. */
export const assessmentFormContentShape = z
  .object({ areas: z.array(areaShape).min(1), levels: z.array(levelShape).min(1), targetGroups: z.array(z.string()).optional() })
  .refine(
    ({ levels }) => levels[0]?.fromScore === 0 && levels.every((level, at) => !at || level.fromScore > (levels[at - 1]?.fromScore ?? 0)),
    {
      message: 'levels begin at 0 and rise',
    },
  )
  .refine(
    ({ areas }) =>
      new Set(areas.flatMap(({ criteria }) => criteria.map(({ code }) => code))).size === areas.flatMap((a) => a.criteria).length,
    {
      message: 'criteria have codes of their own',
    },
  );

/** The content of a form: points of each criterion up to `most`, times `weight`; from `decisiveFrom` points a criterion alone gives the highest level. */
export type AssessmentFormContent = z.output<typeof assessmentFormContentShape>;

/**
 * Forms by which social workers assess, in versions with a period each: the risks of families, and the needs card. A version that was used is never edited here: a change is a new version.
 */
export const assessmentForms = readData(
  'assessment-forms.json',
  z.array(
    assessmentFormContentShape
      .and(
        z.object({
          kind: z.enum(['FAMILY_RISK', 'NEEDS']),
          version: z.number().int().positive(),
          validFrom: dateShape,
          validTo: dateShape.nullable(),
          assumed: z.boolean(),
          note: labelShape,
        }),
      )
      .transform(({ validTo, ...form }) => ({ ...form, validUntil: validTo && dayAfter(validTo) })),
  ),
);
