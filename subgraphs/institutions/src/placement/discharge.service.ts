import { publish } from '@atbalsts/facts';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import type { Destination } from './destination.js';
import type { DischargeInput } from './discharge.input.js';
import { endProblem } from './discharge.rules.js';
import { getFacility } from './placement.checks.js';
import type { Placement } from './placement.entity.js';
import { placementFact } from './placement.fact.js';
import { holdPlacement } from './placement.held.js';

/** Records that a stay has ended. Each stay is ended for itself: who leaves the house may still come to the day centre. */
export function discharge(context: Context, input: DischargeInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const placement = await holdPlacement(context, input.placementId, input.version);
    await endStay(context, placement, input.on, input.destination);
    const facility = await getFacility(context, placement.facilityId);
    await publish(context.em, placementFact(placement, facility.kind));
    await context.audit.write(context.em, {
      action: 'placement.end',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['destination', 'endedOn'],
    });
    return placement;
  });
}

/** Ends a stay that the caller holds, and with it an absence that goes on. Refuses where it cannot end on that day. */
export async function endStay(context: Context, placement: Placement, on: string, destination: Destination): Promise<void> {
  const [recorded] = await context.em.execute<{ last: string | null }[]>(
    `select max(on_date)::text as last from (
       select on_date from placement_activity where placement_id = ? and municipality = ?
       union all select on_date from house_rule_breach where placement_id = ? and municipality = ?
       union all select greatest(from_date, ended_on) from placement_absence where placement_id = ? and municipality = ?) r`,
    [placement.id, placement.id, placement.id].flatMap((id) => [id, context.municipality]),
  );
  const problem = endProblem({ from: placement.from, endedOn: placement.endedOn, lastRecorded: recorded?.last ?? null }, on, context.today);
  if (problem) throw new Refusal([problem]);
  await context.em.execute('update placement_absence set ended_on = ?, version = version + 1 where placement_id = ? and ended_on is null', [
    on,
    placement.id,
  ]);
  placement.endedOn = on;
  placement.destination = destination;
  await context.em.flush();
}
