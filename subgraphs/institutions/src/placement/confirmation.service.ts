import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { confirmationProblem } from './confirmation.rules.js';
import type { Placement } from './placement.entity.js';
import { holdPlacement } from './placement.held.js';

/** Confirms an emergency placement, also one that has ended meanwhile: it is the admission that a second person answers for. */
export function confirmPlacement(context: Context, id: string, version: number): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const placement = await holdPlacement(context, id, version, 'id');
    const problem = confirmationProblem(placement, context.principal.subject);
    if (problem) throw new Refusal([problem]);
    placement.confirmedBy = context.principal.subject;
    placement.confirmedOn = context.today;
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'placement.confirm',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['confirmedBy', 'confirmedOn'],
    });
    return placement;
  });
}
