import type { TenantEntity } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import type { EntityName, FilterQuery } from '@mikro-orm/core';

/** What is recorded once for a key that its sender has chosen. */
export interface Keyed extends TenantEntity {
  key: string;
}

/**
 * What the municipality has recorded under a key already; whoever sends the same key at this moment waits until this transaction ends. Null where the key
 * is new. Refuses INVALID, field `key`, where something else is recorded under it.
 */
export async function knownByKey<T extends Keyed>(
  { em, municipality }: Context,
  entity: EntityName<T> & { name: string },
  key: string,
  isSame: (known: T) => boolean,
): Promise<T | null> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${entity.name} ${municipality} ${key}`]);
  const known = (await em.findOne(entity, { municipality, key } as FilterQuery<T>)) as T | null;
  if (known && !isSame(known)) {
    refuse(
      ProblemCode.INVALID,
      'Ar šo atslēgu jau ir reģistrēts cits ieraksts. Katram ierakstam vajag savu atslēgu.',
      'Something else is recorded under this key. Each record needs a key of its own.',
      'key',
    );
  }
  return known;
}
