import { addDays, dayInRiga, idsAmong } from '@atbalsts/database';
import { type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import type { FilterQuery } from '@mikro-orm/core';
import type { RegisterQuestionFilter } from './register.input.js';
import { RegisterQuestion } from './register-question.entity.js';

/** The trace of the municipality, the newest first, in one statement (and one more where the number is asked for). */
export async function findQuestions(
  { em, municipality }: Context,
  filter: RegisterQuestionFilter,
  args: PageArgs,
): Promise<Connection<RegisterQuestion>> {
  const { personId, askedBy, register, outcome, askedFrom, askedUntil } = filter;
  const where: FilterQuery<RegisterQuestion> = {
    municipality,
    ...(personId ? { personId: { $in: idsAmong([personId]) } } : {}),
    ...(askedBy ? { askedById: { $in: idsAmong([askedBy]) } } : {}),
    ...(register ? { register } : {}),
    ...(outcome ? { outcome } : {}),
    ...(askedFrom || askedUntil
      ? { askedAt: { ...(askedFrom ? { $gte: dayBegin(askedFrom) } : {}), ...(askedUntil ? { $lt: dayBegin(askedUntil) } : {}) } }
      : {}),
  };
  const after = decodeCursor(args.after, ['moment', 'uuid']);
  const [at, id] = after ?? [];
  const beyond: FilterQuery<RegisterQuestion>[] =
    at && id ? [{ $or: [{ askedAt: { $lt: new Date(at) } }, { askedAt: new Date(at), id: { $lt: id } }] }] : [];
  const rows = await em.find(
    RegisterQuestion,
    { $and: [where, ...beyond] },
    { orderBy: { askedAt: 'desc', id: 'desc' }, limit: args.first + 1 },
  );
  return page(
    rows,
    args,
    (row) => [row.askedAt.toISOString(), row.id],
    () => em.count(RegisterQuestion, where),
  );
}

/** The moment at which a day begins in Riga, two or three hours before it does in UTC. */
function dayBegin(day: string): Date {
  const summer = new Date(`${addDays(day, -1)}T21:00:00Z`);
  return dayInRiga(summer) === day ? summer : new Date(`${addDays(day, -1)}T22:00:00Z`);
}
