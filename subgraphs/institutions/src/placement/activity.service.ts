import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import type { RecordPlacementActivityInput } from './activity.input.js';
import { activityProblem } from './activity.rules.js';
import type { Placement } from './placement.entity.js';
import { holdPlacement } from './placement.held.js';

/** Records something of a client during a stay, once per kind and day: DUPLICATE shows the placement as it stands. The annual report counts these records. */
export function recordPlacementActivity(context: Context, input: RecordPlacementActivityInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const placement = await holdPlacement(context, input.placementId, input.version ?? null);
    const wrong = activityProblem(placement, input.on, context.today);
    if (wrong) throw new Refusal([wrong]);
    const written = await context.em.execute(
      `insert into placement_activity (id, municipality, placement_id, kind, on_date) values (?, ?, ?, ?, ?)
       on conflict (placement_id, kind, on_date) do nothing returning id`,
      [newId(), context.municipality, placement.id, input.kind, input.on],
    );
    if (!written.length) {
      const known = problem(
        ProblemCode.DUPLICATE,
        'Tas par šo dienu jau ir ierakstīts.',
        'That was recorded for this day already.',
        'kind',
      );
      throw new Refusal([known], placement);
    }
    await context.audit.write(context.em, {
      action: 'placement.record',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['activities'],
    });
    return placement;
  });
}
