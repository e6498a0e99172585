import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Shapes that several data files share. */
export const labelShape = z.object({ lv: z.string().min(1), en: z.string().min(1) });
/** A day as the files print it. */
export const dateShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A municipality code of ATVK, seven digits. */
export const municipalityCodeShape = z.string().regex(/^\d{7}$/);

/**
 * Reads one file of this package's data folder and checks it.
 * @throws Error that names the file and every bad place: a wrong figure stops the program at start, not in a decision.
 */
export function readData<T extends z.ZodType>(file: string, shape: T): z.output<T> {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');
  const parsed = shape.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`packages/reference/data/${file} is wrong:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
