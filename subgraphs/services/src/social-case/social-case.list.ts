import { isId } from '@atbalsts/database';
import { type Connection, type Context, type PageArgs, page } from '@atbalsts/graphql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { readCursor } from '../cursor.js';
import { SocialCase } from './social-case.entity.js';
import type { SocialCaseFilter } from './social-case.input.js';

/** Cases of the municipality, the latest opened first. */
export async function listCases(context: Context, filter: SocialCaseFilter, args: PageArgs): Promise<Connection<SocialCase>> {
  const { em } = context;
  const where = conditionOf(filter);
  const { value, id } = readCursor(args.after);
  const beyond = value && id ? { $or: [{ openedOn: { $lt: value } }, { openedOn: value, id: { $lt: id } }] } : {};
  const rows = await em.find(
    SocialCase,
    { $and: [where, beyond] },
    {
      orderBy: { openedOn: 'desc', id: 'desc' },
      limit: args.first + 1,
    },
  );
  return page(
    rows,
    args,
    (row) => [row.openedOn, row.id],
    () => em.count(SocialCase, where),
  );
}

function conditionOf(filter: SocialCaseFilter): FilterQuery<SocialCase> {
  const { responsibleId, targetGroup, risk, openOn } = filter;
  const conditions: FilterQuery<SocialCase>[] = [];
  if (responsibleId) conditions.push(isId(responsibleId) ? { responsibleId } : { id: { $in: [] } });
  if (targetGroup) conditions.push({ targetGroup });
  if (risk) conditions.push({ risk });
  if (openOn) conditions.push({ openedOn: { $lte: openOn } }, { $or: [{ closedOn: null }, { closedOn: { $gt: openOn } }] });
  return conditions.length ? { $and: conditions } : {};
}
