import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { Delivery } from './delivery.entity.js';
import type { RecordDeliveryInput } from './delivery.input.js';
import { deliveryProblems, isSame } from './delivery.rules.js';
import { type DeliveryTarget, targetOf } from './delivery.target.js';

/**
 * Records a delivery, once for its key: sent again it gives the one that is recorded, and twenty at once are one, since the unique index lets the first in
 * and the others find it. The key is one of the referral's organisation, or of the town for its own services. Refuses INVALID (also for another delivery
 * under a key that is used), NOT_FOUND, NO_CONSENT, WRONG_STATE.
 */
export function recordDelivery(context: Context, input: RecordDeliveryInput): Promise<Payload<'delivery', Delivery>> {
  return mutate(context, 'delivery', async () => {
    const problems = deliveryProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const target = await targetOf(context, input);
    const known = await recordedUnder(context, target, input.key);
    if (known) return sameOrRefuse(known, target, input);
    const refusals = target.problemsOn(input.on);
    if (refusals.length) throw new Refusal(refusals);
    const isNew = await insert(context, target, input);
    const delivery = await recordedUnder(context, target, input.key);
    if (!isNew) return sameOrRefuse(delivery, target, input);
    await context.audit.write(context.em, {
      action: 'delivery.record',
      personId: target.personId,
      object: `delivery:${delivery?.id}`,
      fields: ['key', 'on', 'unit', 'units'],
      municipality: target.municipality,
    });
    return delivery as Delivery;
  });
}

/** Where somebody writes the same key at this moment, the insert waits for the outcome, and then does nothing. */
async function insert({ em, principal }: Context, target: DeliveryTarget, { key, on, units, unit }: RecordDeliveryInput): Promise<boolean> {
  const { municipality, referralId, organisationId, requestId } = target;
  const inserted = await em.execute(
    `insert into delivery (id, municipality, referral_id, organisation_id, request_id, key, on_date, units, unit, recorded_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [newId(), municipality, referralId, organisationId, requestId, key, on, units, unit, principal.subject],
  );
  return inserted.length > 0;
}

async function recordedUnder({ em }: Context, { municipality, organisationId }: DeliveryTarget, key: string): Promise<Delivery | null> {
  return em.findOne(Delivery, organisationId ? { organisationId, key } : { organisationId: null, municipality, key });
}

/** A key that another town has used for the same organisation is used too, though what is recorded under it is not shown. */
function sameOrRefuse(known: Delivery | null, target: DeliveryTarget, input: RecordDeliveryInput): Delivery {
  const isOfTarget = known?.referralId === target.referralId && known.requestId === target.requestId;
  if (known && isOfTarget && isSame(known, input)) return known;
  refuse(
    ProblemCode.INVALID,
    'Ar šo atslēgu jau ir reģistrēts cits ieraksts. Katram ierakstam vajag savu atslēgu.',
    'Another delivery is recorded under this key. Each delivery needs a key of its own.',
    'key',
  );
}
