import { publish } from '@atbalsts/facts';
import type { Context } from '@atbalsts/graphql';
import { assignmentsOf } from '../post/post.loader.js';
import { Employment } from './employee.entity.js';
import { holdingOn, unitToTell } from './employee.rules.js';

/** Tells the other domains the unit and the kind of an employee, as they are after what the mutation has written. No name travels. */
export async function publishEmployee(context: Context, employeeId: string): Promise<void> {
  const { em, municipality, today } = context;
  await em.flush();
  const kind = holdingOn(await em.find(Employment, { employeeId }, { orderBy: { from: 'asc' } }), today)?.kind;
  if (!kind) throw new Error('An employee without any employment has no kind to tell of');
  context.forgetLoaded();
  const unitId = unitToTell(await context.load(assignmentsOf, employeeId), today);
  await publish(em, { kind: 'employee', key: employeeId, municipality, body: { employeeId, unitId, kind } });
}
