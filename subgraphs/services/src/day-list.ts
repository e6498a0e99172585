import type { TenantEntity } from '@atbalsts/database';
import { type Connection, type Context, type PageArgs, page } from '@atbalsts/graphql';
import type { EntityName, FilterQuery } from '@mikro-orm/core';
import { readCursor } from './cursor.js';

/** By what a list is ordered: a day or a moment, the newest or the earliest first; the id breaks ties. */
export interface DayOrder<T> {
  by: keyof T & string;
  direction: 'asc' | 'desc';
}

/** A page of records of the municipality in the order of a day or a moment: one statement, and one more where the total is asked for. */
export async function dayList<T extends TenantEntity>(
  { em }: Context,
  entity: EntityName<T>,
  where: Record<string, unknown>,
  args: PageArgs,
  { by, direction }: DayOrder<T>,
): Promise<Connection<T>> {
  const { value, id } = readCursor(args.after);
  const after = direction === 'asc' ? '$gt' : '$lt';
  const beyond = value && id ? { $or: [{ [by]: { [after]: value } }, { [by]: value, id: { [after]: id } }] } : {};
  const rows = await em.find(
    entity,
    { $and: [where, beyond] } as FilterQuery<T>,
    {
      orderBy: { [by]: direction, id: direction },
      limit: args.first + 1,
    } as never,
  );
  const shownOf = (row: T) => {
    const shown: unknown = row[by];
    return shown instanceof Date ? shown.toISOString() : String(shown);
  };
  return page(
    rows as T[],
    args,
    (row) => [shownOf(row), row.id],
    () => em.count(entity, where as FilterQuery<T>),
  );
}
