import type { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { isId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse, refuseStale } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { type EntityName, type FilterQuery, LockMode } from '@mikro-orm/core';

/** How a record is named by a caller: its id, the input field that gave it, and what to say where there is none. */
export interface Named {
  id: string;
  field: string;
  missing: Label;
}

/**
 * A record as it is now, held until the transaction ends: whoever else would change it waits, and then sees the change. With `forReading`, others may
 * hold it so too, but nobody changes it meanwhile. Refuses NOT_FOUND where the municipality has none of that id.
 */
export async function held<T extends TenantEntity>(
  { em, municipality }: Context,
  entity: EntityName<T>,
  { id, field, missing }: Named,
  forReading = false,
): Promise<T> {
  const lockMode = forReading ? LockMode.PESSIMISTIC_READ : LockMode.PESSIMISTIC_WRITE;
  const found = isId(id) ? await em.findOne(entity, { id, municipality } as FilterQuery<T>, { lockMode }) : null;
  if (!found) refuse(ProblemCode.NOT_FOUND, missing.lv, missing.en, field);
  return found as T;
}

/** The same for a change that names the version it has seen: refuses STALE where the record has changed since. */
export async function heldAt<T extends VersionedTenantEntity>(
  context: Context,
  entity: EntityName<T>,
  named: Named,
  version: number,
): Promise<T> {
  const found = await held(context, entity, named);
  if (found.version !== version) refuseStale();
  return found;
}

/** Those who change the same thing of a person wait for one another until the transaction ends, so that the second sees what the first has done. */
export async function holdPerson({ em }: Context, what: string, personId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${what} of ${personId.toLowerCase()}`]);
}
