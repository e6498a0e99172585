import type { VersionedTenantEntity } from '@atbalsts/database';
import { isId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { type EntityName, type FilterQuery, LockMode } from '@mikro-orm/core';

/** How a record is named by a caller: its id, the input field that gave it, and what to say where there is none. */
export interface Named {
  id: string;
  field: string;
  missing: Label;
}

/** A record as it is now, without holding it: for asking other domains about it before it is held. Refuses NOT_FOUND. */
export function seen<T extends VersionedTenantEntity>(context: Context, entity: EntityName<T>, named: Named): Promise<T> {
  return find(context, entity, named, {});
}

/**
 * A record as it is now, held until the transaction ends: whoever else would change it waits, and then sees the change. Refuses NOT_FOUND where the
 * municipality has none of that id.
 */
export function held<T extends VersionedTenantEntity>(context: Context, entity: EntityName<T>, named: Named): Promise<T> {
  return find(context, entity, named, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

async function find<T extends VersionedTenantEntity>(
  { em, municipality }: Context,
  entity: EntityName<T>,
  { id, field, missing }: Named,
  options: { lockMode?: LockMode.PESSIMISTIC_WRITE; refresh?: boolean },
): Promise<T> {
  const found = isId(id) ? await em.findOne(entity, { id, municipality } as FilterQuery<T>, options) : null;
  if (!found) refuse(ProblemCode.NOT_FOUND, missing.lv, missing.en, field);
  return found as T;
}

/** Those who do the same wait for one another until the transaction ends, so that the second sees what the first has done. */
export async function holdBack({ em }: Context, what: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [what]);
}
