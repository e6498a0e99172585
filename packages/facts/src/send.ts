import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/**
 * Sends a statement with real bind parameters ($1, $2 …) in the transaction of the entity manager. `em.execute` writes parameters into the text
 * of the statement, escaping them letter by letter, which for a batch of facts takes as long as storing it.
 */
export async function send(em: EntityManager, sql: string, parameters: readonly unknown[]): Promise<void> {
  await em.getKysely().executeQuery(CompiledQuery.raw(sql, [...parameters]));
}
