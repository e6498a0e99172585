import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Delivery } from './delivery.entity.js';
import { RecordDeliveryInput } from './delivery.input.js';
import { DeliveryPayload } from './delivery.payload.js';
import { recordDelivery } from './delivery.service.js';

/** Recording of what was delivered, by a partner or by the town. */
@Resolver(() => Delivery)
export class DeliveryResolver {
  @Mutation(() => DeliveryPayload, {
    description:
      'Records a delivery, once for its key: the same again gives the one that is recorded, another under the same key is refused.',
  })
  @InGraph('partner')
  @Allow('delivery.record')
  recordDelivery(
    @Ctx() context: Context,
    @Arg('input', () => RecordDeliveryInput, { description: 'The delivery.' }) input: RecordDeliveryInput,
  ): Promise<Payload<'delivery', Delivery>> {
    return recordDelivery(context, input);
  }
}
