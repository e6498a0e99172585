import { z } from 'zod';
import { labelShape, readData } from './data.js';

/** Shape of a file of published results: what `atbalsts import results FILE` takes, and what the model file of 2022 has. */
export const resultTableShape = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  unit: z.string().nullable(),
  title: labelShape,
  columns: z.array(z.string().min(1)).min(1),
  columnLabels: z.array(z.string().min(1)),
  rows: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z0-9-]+$/),
        label: labelShape,
        level: z.number().int().min(0),
        parent: z.string().nullable(),
        values: z.array(z.number().nullable()),
        measure: z.literal('EUR').optional(),
        approximate: z.boolean().optional(),
        startedOn: z.string().optional(),
        share: z.strictObject({ part: z.string(), whole: z.string() }).optional(),
      }),
    )
    .min(1),
});

const catalogueShape = z.array(z.object({ code: z.string(), lv: z.string(), en: z.string() }));

/** The results of Daugavpils for 2022, as printed (errors included). Ask the typed accessors of this package instead where there is one. */
export const results = readData(
  'daugavpils-2022-results.json',
  z.object({
    document: z.string(),
    tables: z.array(resultTableShape),
    textFigures: z.array(z.object({ key: z.string(), label: labelShape, values: z.record(z.string(), z.number()) })),
    eligibilityConditions: z.array(labelShape),
    services: catalogueShape.length(20),
    benefits: catalogueShape.length(16),
    orphanGuarantees: z.array(labelShape),
    goals2023: z.array(z.string()),
    regulations: z.array(z.object({ kind: z.string(), number: z.string().nullable(), date: z.string(), title: labelShape })),
  }),
);

/** Figures that the 2022 results give in their text, outside the tables. */
export const textFigures = results.textFigures;

/** What the 2022 results ask of a person who wants a benefit or a service. */
export const eligibilityConditions = results.eligibilityConditions;
