import { type BatchLoad, type Connection, type Context, page } from '@atbalsts/graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readCursor } from './cursor.js';

/** A page of the children of one parent. */
export interface ChildPageKey {
  parentId: string;
  first: number;
  after: string | null;
}

/** What a list of children is made of. */
interface ChildList<T> {
  table: string;
  /** Column that names the parent. */
  parent: string;
  /** Column by which the newest come first, and its type; the id breaks ties. */
  order: string;
  type: 'date' | 'timestamptz';
  /** Makes an entity of a row. */
  map: (em: EntityManager, row: Record<string, unknown>) => T & { id: string };
  /** The order value of an entity, as text. */
  valueOf: (row: T) => string;
}

/**
 * Makes the loader of a connection that hangs on many parents at once: pages with the same `first` are read by one statement, however many
 * parents there are; the number of children is counted only when asked for, for all parents at once.
 */
export function childPages<T extends object>(list: ChildList<T>): (context: Context, key: ChildPageKey) => Promise<Connection<T>> {
  const { table, parent, order, type } = list;
  const rowsOf: BatchLoad<ChildPageKey, (T & { id: string })[]> = async ({ em }, keys) => {
    const wanted = keys.map(({ parentId, first, after }, asked) => ({ asked, parent: parentId, first: first + 1, ...readCursor(after) }));
    const rows: ({ asked: number } & Record<string, unknown>)[] = await em.execute(
      `select wanted.asked, child.*
         from jsonb_to_recordset(?::jsonb) as wanted(asked int, parent uuid, first int, value ${type}, id uuid)
        cross join lateral (
          select * from ${table} t
           where t.${parent} = wanted.parent and (wanted.value is null or (t.${order}, t.id) < (wanted.value, wanted.id))
           order by t.${order} desc, t.id desc limit wanted.first) child
        order by wanted.asked, child.${order} desc, child.id desc`,
      [JSON.stringify(wanted)],
    );
    const found = keys.map((): (T & { id: string })[] => []);
    for (const { asked, ...row } of rows) found[asked]?.push(list.map(em, row));
    return found;
  };
  const totalOf: BatchLoad<string, number> = async ({ em }, ids) => {
    const rows: { parent: string; n: number }[] = await em.execute(
      `select t.${parent} as parent, count(*)::int as n from ${table} t
        where t.${parent} in (select value::uuid from jsonb_array_elements_text(?::jsonb)) group by t.${parent}`,
      [JSON.stringify(ids)],
    );
    return ids.map((id) => rows.find((row) => row.parent === id)?.n ?? 0);
  };
  return async (context, key) => {
    readCursor(key.after); // a broken one is this field's error alone, not that of all the parents read with it
    const rows = await context.load(rowsOf, key);
    return page(
      rows,
      key,
      (row) => [list.valueOf(row), row.id],
      () => context.load(totalOf, key.parentId),
    ) as Connection<T>;
  };
}
