import { type Cents, isIsoDate } from '@atbalsts/database';
import { z } from 'zod';
import type { StateRegister } from './question.js';

/** Kinds of income that a register tells: social insurance pensions and benefits, revenue wages and self-employment. */
export type RegisterIncomeSource = 'PENSION' | 'BENEFIT' | 'WAGE' | 'SELF_EMPLOYMENT';

/** What was paid to a person in a month, after tax. */
export interface RegisterIncome {
  /** YYYY-MM. */
  month: string;
  source: RegisterIncomeSource;
  amount: Cents;
}

/** What a register told of a person; nothing beyond the days that were asked about. */
export type RegisterAnswer =
  | {
      register: 'POPULATION';
      /** The declared residence on the last day asked about; the key tells equal addresses apart and nothing else. */
      residence: { municipality: string; addressKey: string; since: string } | null;
      deceasedOn: string | null;
    }
  | { register: 'SOCIAL_INSURANCE' | 'REVENUE'; incomes: RegisterIncome[] }
  | {
      register: 'EMPLOYMENT';
      /** Registered as unemployed since this day, on the last day asked about; null where not. */
      unemployedSince: string | null;
    };

/** The sources of income on which a register speaks; none for those that tell no income. */
export const sourcesOf: Readonly<Record<StateRegister, readonly RegisterIncomeSource[]>> = {
  POPULATION: [],
  SOCIAL_INSURANCE: ['PENSION', 'BENEFIT'],
  REVENUE: ['WAGE', 'SELF_EMPLOYMENT'],
  EMPLOYMENT: [],
};

const day = z.string().refine(isIsoDate);
const euro = z
  .string()
  .regex(/^\d{1,8}\.\d{2}$/)
  .transform((text) => Number(text.replace('.', '')));
const incomes = <const Source extends RegisterIncomeSource>(register: 'SOCIAL_INSURANCE' | 'REVENUE', sources: readonly Source[]) =>
  z.object({
    register: z.literal(register).default(register),
    incomes: z.array(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), source: z.enum(sources), amount: euro })).max(500),
  });

const answers = {
  POPULATION: z.object({
    register: z.literal('POPULATION').default('POPULATION'),
    residence: z.object({ municipality: z.string().regex(/^\d{7}$/), addressKey: z.string().min(1).max(100), since: day }).nullable(),
    deceasedOn: day.nullable(),
  }),
  SOCIAL_INSURANCE: incomes('SOCIAL_INSURANCE', ['PENSION', 'BENEFIT']),
  REVENUE: incomes('REVENUE', ['WAGE', 'SELF_EMPLOYMENT']),
  EMPLOYMENT: z.object({ register: z.literal('EMPLOYMENT').default('EMPLOYMENT'), unemployedSince: day.nullable() }),
} as const satisfies Record<StateRegister, z.ZodType<RegisterAnswer>>;

const found = z.object({ found: z.literal(true) });
const notKnown = z.object({ found: z.literal(false) });

/**
 * Reads the body of an answer, which anybody might have written: what is not in the documented shape is unreadable as a whole, fields beyond it are
 * dropped, and so are months that nobody asked about.
 * @returns the answer, 'NOT_KNOWN' where the register does not know the person, null where the body cannot be read
 */
export function readAnswer(
  { register, from, until }: { register: StateRegister; from: string; until: string },
  body: unknown,
): RegisterAnswer | 'NOT_KNOWN' | null {
  if (notKnown.safeParse(body).success) return 'NOT_KNOWN';
  if (!found.safeParse(body).success) return null;
  const parsed = answers[register].safeParse(body);
  if (!parsed.success) return null;
  const answer: RegisterAnswer = parsed.data;
  if (!('incomes' in answer)) return answer;
  return { ...answer, incomes: answer.incomes.filter(({ month }) => `${month}-01` >= from && `${month}-01` < until) };
}
