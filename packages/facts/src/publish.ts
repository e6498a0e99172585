import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { type FactKindDefinition, factKinds, isFactKind, type NewFact } from './kinds.js';
import { send } from './send.js';

/** Rows sent with one statement. */
const chunk = 5000;

/** A fact that its kind does not allow; a mistake of the program, never of a user. Its text names the kind and the field, never a value. */
export class InvalidFactError extends Error {
  override name = 'InvalidFactError';
}

/**
 * Tells the other domains a fact, in the caller's transaction: it is delivered if and only if the change it tells of commits. Pending changes of the
 * entity manager are sent first, so that the change has locked its row before the fact gets its position; facts about one key are then in the order of their changes.
 * @throws InvalidFactError for an unknown kind, a body or key that the kind does not allow
 */
export async function publish(em: EntityManager, fact: NewFact): Promise<void> {
  await publishMany(em, [fact]);
}

/**
 * Tells many facts, in order, with one statement for each 5000. See publish.
 * @throws InvalidFactError before anything is written
 */
export async function publishMany(em: EntityManager, facts: readonly NewFact[]): Promise<void> {
  for (const fact of facts) check(fact);
  await em.flush();
  for (let start = 0; start < facts.length; start += chunk) {
    const rows = facts.slice(start, start + chunk).map(({ kind, key, municipality, body }) => ({ kind, key, municipality, body }));
    await send(
      em,
      `insert into outbox (kind, key, municipality, body)
       select kind, key, municipality, body from jsonb_to_recordset($1::jsonb) as f(kind text, key text, municipality text, body jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}

function check(fact: NewFact): void {
  if (!isFactKind(fact.kind)) throw new InvalidFactError(`Unknown kind of fact: ${String((fact as NewFact).kind)}`);
  const kind = factKinds[fact.kind] as unknown as FactKindDefinition<z.ZodObject>;
  if (!fact.municipality) throw new InvalidFactError(`${fact.kind}: the municipality is missing`);
  if (!kind.key.safeParse(fact.key).success) throw new InvalidFactError(`${fact.kind}: the key has not the shape of its kind`);
  if (fact.body === null) return;
  const parsed = kind.body.safeParse(fact.body);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => [issue.path.join('.'), issue.code].filter(Boolean).join(' '));
    throw new InvalidFactError(`${fact.kind}: ${issues.join(', ')}`);
  }
  if (kind.keyOf && kind.keyOf(parsed.data, fact.municipality) !== fact.key) {
    throw new InvalidFactError(`${fact.kind}: the key does not say what the body says`);
  }
}
