import { savepoint } from '@atbalsts/database';
import type { Context } from './context.js';
import { DomainUnavailable } from './context.js';
import { ProblemCode } from './enums.js';
import { type Problem, problem, Refusal } from './problem.js';

/** A payload: the changed object under its own name, and the problems. */
export type Payload<Name extends string, T> = { [K in Name]: T | null } & { problems: Problem[] };

/**
 * Runs one mutation: its own savepoint within the operation's transaction. `work` loads, applies the rules, saves and writes the audit entry,
 * and returns the changed object; a `Refusal` undoes everything and becomes `problems`. A domain that had to be asked and does not answer
 * refuses with UNAVAILABLE (fail closed). Anything else is a surprise and propagates.
 * @param name the payload's field
 */
export async function mutate<Name extends string, T>(context: Context, name: Name, work: () => Promise<T>): Promise<Payload<Name, T>> {
  try {
    const changed = await savepoint(context.em, (em) => context.onSavepoint(em, work));
    context.em.clear();
    return payload(name, changed, []);
  } catch (error) {
    context.em.clear();
    if (error instanceof Refusal) return payload(name, error.shows as T | null, error.problems);
    if (error instanceof DomainUnavailable) {
      const refusal = problem(
        ProblemCode.UNAVAILABLE,
        `Sistēmas daļa “${error.domain}”, kurai vispirms jājautā, neatbild. Nekas nav mainīts; mēģiniet vēlreiz.`,
        `The domain ${error.domain}, which must be asked first, does not answer. Nothing was changed; try again.`,
      );
      return payload(name, null, [refusal]);
    }
    throw error;
  }
}

function payload<Name extends string, T>(name: Name, changed: T | null, problems: Problem[]): Payload<Name, T> {
  return { [name]: changed, problems } as Payload<Name, T>;
}
