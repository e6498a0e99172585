import type pg from 'pg';
import { withClient } from './roles.js';

/**
 * Loads many rows at once as the owner role, in one transaction: COPY works here, which row-level security forbids
 * elsewhere. All of it commits or nothing, whatever happens to the process. Other sessions wait meanwhile: it is for
 * filling an empty database (the demo), not for a working one.
 *
 * @param ownerUrl URL of the domain's owner role.
 */
export function bulkLoad<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      "begin; set local atbalsts.municipality = '*'; set local atbalsts.audience = 'SYSTEM'; select atbalsts_force_row_security(false)",
    );
    try {
      const result = await work(client);
      await client.query('set constraints all immediate; select atbalsts_force_row_security(true)');
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}
