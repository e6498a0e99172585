import { withClient } from '@atbalsts/database';

/** Counts statements that a database ran for the application role, with pg_stat_statements. */
export interface StatementCounter {
  /** Begins to count anew. */
  reset(): Promise<void>;
  /** Statements since then; `begin`, `set local`, `commit` are not statements. */
  count(): Promise<number>;
  /** The statements themselves with their numbers, most often first; constants are $1, $2. */
  list(): Promise<{ query: string; calls: number }[]>;
}

/**
 * Counts the statements of a database.
 *
 * @param superUrl URL of a superuser to the database in question (`ClonedDatabase.superUrl`).
 */
export function countStatements(superUrl: string): StatementCounter {
  const mine = `
    from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where s.dbid = (select oid from pg_database where datname = current_database()) and r.rolname like '%\\_app' and s.toplevel`;
  return {
    reset: () =>
      withClient(superUrl, async (client) => {
        await client.query('select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)');
      }),
    count: () =>
      withClient(superUrl, async (client) => {
        const { rows } = await client.query<{ count: number }>(`select coalesce(sum(s.calls), 0)::int as count ${mine}`);
        return rows[0]?.count ?? 0;
      }),
    list: () =>
      withClient(superUrl, async (client) => {
        const { rows } = await client.query<{ query: string; calls: number }>(
          `select s.query, s.calls::int as calls ${mine} order by s.calls desc, s.query`,
        );
        return rows;
      }),
  };
}
