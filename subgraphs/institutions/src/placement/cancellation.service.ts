import { publish } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Placement } from './placement.entity.js';
import { holdPlacement } from './placement.held.js';

/**
 * Takes back a reservation: the place is free again, and since nobody came, nothing is left that a report could count; the audit keeps that it was.
 * Refuses WRONG_STATE from the first day on: then the stay is ended.
 */
export function cancelReservation(context: Context, id: string, version: number): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { em, municipality, today } = context;
    const placement = await holdPlacement(context, id, version, 'id');
    if (placement.from <= today) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Uzturēšanās jau ir sākusies. Izrakstiet, nevis atceliet.',
        'The stay has begun already. Discharge instead of cancelling.',
        'id',
      );
    }
    await em.execute('delete from placement where id = ? and municipality = ?', [placement.id, municipality]);
    await publish(em, { kind: 'placement', key: placement.id, municipality, body: null });
    await context.audit.write(em, {
      action: 'placement.cancel',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['cancelled'],
    });
    return placement;
  });
}
