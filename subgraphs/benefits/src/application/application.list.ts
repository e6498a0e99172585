import { idsAmong } from '@atbalsts/database';
import { type Connection, type Context, type PageArgs, page } from '@atbalsts/graphql';
import type { FilterQuery } from '@mikro-orm/core';
import { dayCursor } from '../day-cursor.js';
import { Application, ApplicationState } from './application.entity.js';
import type { ApplicationFilter } from './application.input.js';

const undecided = [ApplicationState.SUBMITTED, ApplicationState.MEANS_DECLARED, ApplicationState.PROPOSED];

/** Applications of the municipality, the newest first, in one statement (and one more where their number is asked for). */
export async function findApplications(context: Context, filter: ApplicationFilter, args: PageArgs): Promise<Connection<Application>> {
  const { em } = context;
  const where = conditions(context.municipality, filter);
  const after = dayCursor(args.after);
  const beyond = after ? [{ $or: [{ submittedOn: { $lt: after.day } }, { submittedOn: after.day, id: { $lt: after.id } }] }] : [];
  const rows = await em.find(
    Application,
    { $and: [where, ...beyond] },
    { orderBy: { submittedOn: 'desc', id: 'desc' }, limit: args.first + 1 },
  );
  return page(
    rows,
    args,
    (row) => [row.submittedOn, row.id],
    () => em.count(Application, where),
  );
}

function conditions(municipality: string, filter: ApplicationFilter): FilterQuery<Application> {
  const { state, benefitType, dueBefore, applicantId, householdId, legalGround, submittedFrom, submittedUntil } = filter;
  return {
    municipality,
    ...(state ? { state } : {}),
    ...(benefitType ? { benefitTypeCode: benefitType } : {}),
    ...(dueBefore ? { dueOn: { $lt: dueBefore }, $and: [{ state: { $in: undecided } }] } : {}),
    ...(applicantId ? { applicantId: { $in: idsAmong([applicantId]) } } : {}),
    ...(householdId ? { householdId: { $in: idsAmong([householdId]) } } : {}),
    ...(legalGround ? { legalGround } : {}),
    ...(submittedFrom || submittedUntil
      ? { submittedOn: { ...(submittedFrom ? { $gte: submittedFrom } : {}), ...(submittedUntil ? { $lt: submittedUntil } : {}) } }
      : {}),
  };
}
