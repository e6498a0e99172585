import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { FreePlace, PlaceOffer } from './place-offer.entity.js';

/** What a change of a free place gives back. */
@ObjectType({ description: 'What a change of a free place gives back.' })
@Allow('place.read')
export class FreePlacePayload {
  @Field(() => FreePlace, { nullable: true, description: 'The place, with its offers; null when refused.' })
  place!: FreePlace | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** What answering an offer gives back. */
@ObjectType({ description: 'What answering an offer gives back.' })
@Allow('place.read')
export class PlaceOfferPayload {
  @Field(() => PlaceOffer, { nullable: true, description: 'The offer; null when refused.' })
  offer!: PlaceOffer | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
