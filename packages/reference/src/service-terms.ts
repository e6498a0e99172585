import { z } from 'zod';
import { dateShape, labelShape, readData } from './data.js';
import { dayAfter, type IsoDate } from './values.js';

/** Terms of social work as dated data: how many days, working days or months. */
export const serviceTerms = readData(
  'service-terms.json',
  z.array(
    z
      .object({
        code: z.enum(['SOCIAL_WORK_START', 'OFFER_ANSWER', 'SERVICE_REVIEW']),
        amount: z.number().int().positive(),
        unit: z.enum(['WORKING_DAYS', 'MONTHS']),
        validFrom: dateShape,
        validTo: dateShape.nullable(),
        assumed: z.boolean(),
        note: labelShape,
      })
      .transform(({ validTo, ...term }) => ({ ...term, validUntil: validTo && dayAfter(validTo) })),
  ),
);

/** What has a term. */
export type ServiceTermCode = (typeof serviceTerms)[number]['code'];

/** A term. */
export type ServiceTerm = (typeof serviceTerms)[number];

/** The term that holds on a day; null where none is known: no silent fallback. */
export function serviceTermOn(code: ServiceTermCode, day: IsoDate): ServiceTerm | null {
  return (
    serviceTerms.find((term) => term.code === code && term.validFrom <= day && (term.validUntil === null || day < term.validUntil)) ?? null
  );
}
