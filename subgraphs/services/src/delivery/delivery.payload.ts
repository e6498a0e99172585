import { Allow } from '@atbalsts/auth';
import { InGraph, Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Delivery } from './delivery.entity.js';

/** What recording a delivery gives back. */
@ObjectType({ description: 'What recording a delivery gives back.' })
@Allow('delivery.read')
export class DeliveryPayload {
  @InGraph('partner')
  @Field(() => Delivery, {
    nullable: true,
    description: 'The delivery, also when it was recorded before under this key; null when refused.',
  })
  delivery!: Delivery | null;

  @InGraph('partner')
  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
