import { isIsoDate } from '@atbalsts/database';
import { z } from 'zod';

/** The state registers that a town asks: population (PMLP), social insurance (VSAA), revenue (VID), employment (NVA). */
export const stateRegisters = ['POPULATION', 'SOCIAL_INSURANCE', 'REVENUE', 'EMPLOYMENT'] as const;

/** One of the state registers. */
export type StateRegister = (typeof stateRegisters)[number];

const day = z.string().refine(isIsoDate, 'must be a day, YYYY-MM-DD');
const words = (most: number) => z.string().trim().min(1).max(most);

/** By what a register finds a person: the code alone where there is one. */
export const registerSubject = z.union([
  z.strictObject({ personalCode: z.string().regex(/^\d{6}-?\d{5}$/) }),
  z.strictObject({ givenName: words(200), familyName: words(200), birthDate: day }),
]);

/** By what a register finds a person. */
export type RegisterSubject = z.infer<typeof registerSubject>;

/** On what a question rests: a provision of law, or a consent of the person by its id. */
export const questionBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LAW'), citation: words(500) }),
  z.strictObject({ kind: z.literal('CONSENT'), consentId: z.uuid() }),
]);

/** On what a question rests. */
export type QuestionBasis = z.infer<typeof questionBasis>;

/** A question to a state register: about whom, for which days, on what basis, for what, by whom. Nothing is asked that lacks one of these. */
export const registerQuestion = z
  .strictObject({
    register: z.enum(stateRegisters),
    subject: registerSubject,
    /** The first day asked about. */
    from: day,
    /** The first day no longer asked about. */
    until: day,
    basis: questionBasis,
    /** For what, in words that a data protection officer understands. */
    purpose: words(300),
    /** Who asks: the municipality and the subject of the token. */
    asker: z.strictObject({ municipality: z.string().regex(/^\d{7}$/), subject: words(200) }),
    requestId: words(200),
  })
  .refine(({ from, until }) => from < until, 'from must lie before until');

/** A question to a state register. */
export type RegisterQuestion = z.infer<typeof registerQuestion>;

/** Who somebody is, as far as the town knows. */
export interface KnownIdentity {
  personalCode: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate: string | null;
}

/**
 * What a register needs to find a person, and no more: the code where there is one; name and birth date only for the population register, which alone
 * can find anybody by them. Null where the register cannot be asked about this person.
 */
export function subjectFor(register: StateRegister, known: KnownIdentity): RegisterSubject | null {
  const { personalCode, givenName, familyName, birthDate } = known;
  if (personalCode) return { personalCode };
  if (register !== 'POPULATION' || !givenName || !familyName || !birthDate) return null;
  return { givenName, familyName, birthDate };
}
