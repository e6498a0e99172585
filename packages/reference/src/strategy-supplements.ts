import { z } from 'zod';
import { labelShape, readData } from './data.js';

/** What the printed strategies leave to the reader: English titles, funding sources named in free text, Latvian of the aims. */
export const supplements = readData(
  'strategy-supplements.json',
  z.object({
    titles: z.object({ 'daugavpils-2015-2017': labelShape, 'bauska-2016-2020': labelShape }),
    bauskaResponsibleForTasks: z.string().min(1),
    bauskaAims: z.record(z.string(), z.string().min(1)),
    bauskaFunding: z.record(z.string(), z.array(z.enum(['MUNICIPAL', 'STATE', 'EU_FUND', 'NGO', 'CLIENT'])).min(1)),
  }),
);
