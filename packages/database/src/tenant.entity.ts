import { Filter, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from './ids.js';

/** Name of the filter that keeps a query inside one municipality. */
export const tenantFilter = 'tenant';

/**
 * Whatever belongs to one municipality. Every query is filtered by it (and again by row-level security in the
 * database). Without the filter's argument a query fails: `withSession` sets it.
 */
@Filter({
  name: tenantFilter,
  default: true,
  cond: (args: { municipality?: string }) =>
    (args.municipality === '*' ? {} : { municipality: args.municipality ?? '' }) as { municipality: string },
})
export abstract class TenantEntity {
  /** UUID version 7, made by the application. */
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  /** Code of the municipality (seven digits) to which the row belongs. */
  @Property({ type: 'text' })
  municipality!: string;
}

/** A tenant entity changed by mutations: whoever changes it names the version that he saw. */
export abstract class VersionedTenantEntity extends TenantEntity {
  /** Grows by one with each change; MikroORM refuses a change made from an older one (OptimisticLockError). */
  @Property({ version: true, type: 'integer' })
  version: number = 1;
}
